package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** The mandates of an organisation, for who gives them, as programs. */
@Path("/api/v1/organisations/{code}/people")
class MandatingApi {
    /**
     * Somebody with a mandate that was neither declined nor revoked.
     *
     * @param code of the mandate
     * @param participant the code of who has it, or null while it is offered by mail
     * @param name or the address that it was offered to
     * @param about the title of the process or topic that it is limited to; null for everything
     * @param acceptedAt null while it is an invitation
     * @param givenBy the name of who gave it; null where that was they themselves, or somebody whose account is closed
     */
    record PersonJson(
            String code,
            String participant,
            String name,
            String title,
            boolean holder,
            String about,
            Instant from,
            Instant to,
            boolean inForce,
            Instant acceptedAt,
            String givenBy) {}

    /** All of them: no more than a hundred. */
    record People(List<PersonJson> items) {}

    /**
     * A mandate to be given.
     *
     * @param who a participant's code or public name, or an e-mail address
     * @param about {@code process:} with a slug, {@code topic:} with a code, or nothing for everything
     * @param from the first day, or nothing for at once
     * @param to the last day, or nothing for without end
     */
    record NewMandate(String who, String title, String about, String from, String to, Boolean holder) {
        MandateInput input() {
            return new MandateInput(who, title, about, from, to, String.valueOf(holder));
        }
    }

    /** The mandate that was offered. */
    record Given(String code) {}

    @Inject
    OrganisationReading reading;

    @Inject
    Mandating mandating;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    @Operation(summary = "Who has a mandate or is offered one, for who gives them")
    public People list(@RestPath String code) {
        viewer.writing();
        Organisation organisation = reading.held(code);
        Instant at = now.instant();
        return new People(reading.people(organisation, page.language()).stream()
                .map(person -> json(person, at))
                .toList());
    }

    @POST
    @Limited(times = 60, perSeconds = 3600, act = "give a mandate")
    @Operation(
            summary = "Offer a mandate to a participant, or by mail to an address",
            description =
                    "It counts once it is accepted. `who` is a code, a public name or an address: the answer to an"
                            + " address is the same, whoever has it. `about` is `process:` with a slug or `topic:` with a code;"
                            + " days are `2027-03-01`. Who is `holder` gives mandates too, which is about everything and"
                            + " without end.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Given.class)))
    public Response give(@RestPath String code, NewMandate mandate) {
        Participant holder = viewer.writing();
        Organisation organisation = reading.held(code);
        MandateInput input = Idempotent.sent(mandate).input();
        return idempotent.write(input, holder.id(), () -> {
            Given given = new Given(mandating.give(code, input, holder.id()).code());
            return Response.created(URI.create("/api/v1/organisations/" + organisation.code() + "/people"))
                    .entity(given)
                    .build();
        });
    }

    @POST
    @Path("{mandate}/revocation")
    @Operation(summary = "End a mandate or an invitation at once", description = "Its last holder stays (409).")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response revoke(@RestPath String code, @RestPath String mandate) {
        return act(code, mandate, "revoke", mandating::revoke);
    }

    @POST
    @Path("{mandate}/holder")
    @Operation(summary = "Let somebody who speaks for it about everything, without end, give mandates too")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response makeHolder(@RestPath String code, @RestPath String mandate) {
        return act(code, mandate, "holder", (theirs, by) -> mandating.makeHolder(code, theirs, by));
    }

    @POST
    @Path("{mandate}/mail")
    @Operation(summary = "Send an invitation by mail once more", description = "Only its latest link leads anywhere.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response mailAgain(@RestPath String code, @RestPath String mandate) {
        return act(code, mandate, "mail", (theirs, by) -> mandating.mailAgain(code, theirs, by));
    }

    private interface Done {
        void by(String mandate, long holder);
    }

    private Response act(String code, String mandate, String what, Done done) {
        Participant holder = viewer.writing();
        // who ended their own does not hold it any more
        if (!idempotent.isRepeated(holder.id())) {
            OrganisationReading.mandate(reading.held(code), mandate);
        }
        return idempotent.write(new MandateApi.Act(what), holder.id(), () -> {
            done.by(Code.normalise(mandate), holder.id());
            return Response.noContent().build();
        });
    }

    private static PersonJson json(OrganisationReading.Person person, Instant at) {
        Mandate mandate = person.mandate();
        return new PersonJson(
                mandate.code(),
                person.code().isEmpty() ? null : person.code(),
                person.name(),
                mandate.title(),
                mandate.isHolder(),
                person.about() == null ? null : person.about().title(),
                mandate.validFrom(),
                mandate.validTo(),
                mandate.isInForce(at),
                mandate.acceptedAt(),
                person.givenBy());
    }
}
