package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Page;

/** What the platform's administrator does about people, for programs. */
@Path("/api/v1/administration/people")
class PeopleApi {
    /** Somebody in a list. */
    record Row(String code, String name, boolean disabled) {}

    /** The first twenty. */
    record Found(List<Row> items) {}

    /**
     * Somebody.
     *
     * @param roles the keys of the platform's roles of the account; none in a demonstration
     */
    record PersonJson(String code, String name, String email, Instant joinedAt, boolean disabled, List<String> roles) {}

    /** Whom to invite, and to what: the key of a role, or nothing for somebody who only takes part. */
    record Invitation(String email, String publicName, String role) {
        InvitationInput input() {
            return new InvitationInput(email, publicName, role);
        }
    }

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    People people;

    @Inject
    Directory directory;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Operation(
            summary = "People by a code, an address or the beginning of a public name; for administrators",
            description = "The first twenty; nobody without `q`.")
    public Found find(@RestQuery String q) {
        viewer.administrator();
        List<Participant> found = q == null || q.isBlank() ? List.of() : Participant.lookedUp(q.strip());
        return new Found(found.stream()
                .map(one -> new Row(one.code(), one.name(), one.isDisabled()))
                .toList());
    }

    @POST
    @Operation(
            summary = "Invite somebody, who chooses a password; for administrators",
            description = "An account that is there already is only given the role; the answer is the same. `role` is"
                    + " `process-creator`, `administrator` or nothing.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response invite(Invitation invitation) {
        Participant administrator = viewer.administrator();
        InvitationInput input = Idempotent.sent(invitation).input();
        return idempotent.write(input, administrator.id(), () -> {
            people.invite(input, page.language());
            return Response.noContent().build();
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "Somebody, with the platform's roles of the account; for administrators")
    public PersonJson show(@RestPath String code) {
        viewer.administrator();
        Participant person = People.one(code);
        Set<PlatformRole> roles = directory.isOpen() ? directory.rolesOf(person.subject()) : Set.of();
        return new PersonJson(
                person.code(),
                person.name(),
                person.email(),
                person.joinedAt(),
                person.isDisabled(),
                roles.stream().map(PlatformRole::key).toList());
    }

    @PUT
    @Path("{code}/disabled")
    @Operation(
            summary = "Close an account; for administrators",
            description = "Its sessions are refused from the next request on. Nobody closes their own (403).")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response disable(@RestPath String code) {
        return act(code, "disable", by -> people.disable(code, by));
    }

    @DELETE
    @Path("{code}/disabled")
    @Operation(summary = "Open an account again; for administrators")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response enable(@RestPath String code) {
        return act(code, "enable", by -> people.enable(code, by));
    }

    @PUT
    @Path("{code}/roles/{role}")
    @Operation(
            summary = "Give somebody a role on the whole platform; for administrators",
            description = "`process-creator` or `administrator`. It counts from the next time that they sign in, at the"
                    + " latest. Nobody changes their own (403); in a demonstration there are none to give (404).")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response give(@RestPath String code, @RestPath String role) {
        return act(code, "give", by -> people.give(code, People.role(role), by));
    }

    @DELETE
    @Path("{code}/roles/{role}")
    @Operation(summary = "Take a role away, and end the sessions that rest on it; for administrators")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response take(@RestPath String code, @RestPath String role) {
        return act(code, "take", by -> people.take(code, People.role(role), by));
    }

    private interface Done {
        void by(long administrator);
    }

    private Response act(String code, String what, Done done) {
        Participant administrator = viewer.administrator();
        People.one(code);
        return idempotent.write(new Act(what), administrator.id(), () -> {
            done.by(administrator.id());
            return Response.noContent().build();
        });
    }
}
