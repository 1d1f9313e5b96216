package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** The mandates of who asks, and what they applied for, for programs. */
@Path("/api/v1/me/mandates")
class MandateApi {
    /**
     * A mandate that I have, had, or am invited to.
     *
     * @param about the title of the process or topic that it is limited to; null for everything
     * @param inForce whether I may speak under it now
     * @param acceptedAt null while it is an invitation
     * @param endedAt when it was revoked or declined, or null
     * @param givenBy the name of who gave it; null where that was they themselves, or somebody whose account is closed
     */
    record MandateJson(
            String code,
            String organisation,
            String organisationName,
            String title,
            boolean holder,
            String about,
            Instant from,
            Instant to,
            boolean inForce,
            Instant acceptedAt,
            Instant endedAt,
            String givenBy) {}

    /**
     * What I applied for and is not, or not yet, an organisation.
     *
     * @param state APPLIED or REFUSED
     * @param reason why it was refused, or null
     */
    record ApplicationJson(String code, String name, String state, Instant appliedAt, String reason) {}

    record Mandates(List<MandateJson> items, String next, List<ApplicationJson> applications) {}

    /** What a request without a body does. */
    record Act(String what) {}

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
    @Operation(
            summary = "The mandates of the reader, and invitations to one; the latest hundred, and open applications")
    public Mandates mine() {
        Participant me = viewer.required();
        Instant at = now.instant();
        return new Mandates(
                reading.mandates(me, page.language()).stream()
                        .map(own -> json(own, at))
                        .toList(),
                null,
                Organisation.appliedForBy(me.id()).stream()
                        .map(one -> new ApplicationJson(
                                one.code(), one.name(), one.state().name(), one.appliedAt(), one.decisionReason()))
                        .toList());
    }

    @POST
    @Path("{code}/acceptance")
    @Operation(summary = "Accept a mandate that you are offered")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response accept(@RestPath String code) {
        return act(viewer.writing(), code, "accept", mandating::accept);
    }

    @POST
    @Path("{code}/refusal")
    @Operation(summary = "Decline a mandate that you are offered")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response decline(@RestPath String code) {
        return act(viewer.required(), code, "decline", mandating::decline);
    }

    /** Leaving is like taking back: a block keeps nobody from it. */
    @POST
    @Path("{code}/end")
    @Operation(
            summary = "Speak for an organisation no longer",
            description = "Its last holder names another one first (409).")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response leave(@RestPath String code) {
        return act(viewer.required(), code, "leave", mandating::revoke);
    }

    private interface Done {
        void by(String code, long person);
    }

    private Response act(Participant me, String code, String what, Done done) {
        OrganisationReading.own(me, code);
        return idempotent.write(new Act(what), me.id(), () -> {
            done.by(code, me.id());
            return Response.noContent().build();
        });
    }

    private static MandateJson json(OrganisationReading.Own own, Instant at) {
        Mandate mandate = own.mandate();
        return new MandateJson(
                mandate.code(),
                own.organisation().code(),
                own.organisation().name(),
                mandate.title(),
                mandate.isHolder(),
                own.about() == null ? null : own.about().title(),
                mandate.validFrom(),
                mandate.validTo(),
                mandate.isInForce(at),
                mandate.acceptedAt(),
                mandate.revokedAt() != null ? mandate.revokedAt() : mandate.declinedAt(),
                own.givenBy());
    }
}
