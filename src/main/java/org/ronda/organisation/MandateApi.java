package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** The mandates of who asks, for programs. */
@Path("/api/v1/me/mandates")
class MandateApi {
    /**
     * A mandate that I have, had, or am invited to.
     *
     * @param about the title of the process or topic that it is limited to; null for everything
     * @param inForce whether I may speak under it now
     * @param acceptedAt null while it is an invitation
     * @param endedAt when it was revoked or declined, or null
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
            Instant endedAt) {}

    record Mandates(List<MandateJson> items, String next) {}

    @Inject
    OrganisationReading reading;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    @Operation(summary = "The mandates of the reader, and invitations to one; the latest hundred")
    public Mandates mine() {
        Participant me = viewer.required();
        Instant at = now.instant();
        return new Mandates(
                reading.mandates(me, page.language()).stream()
                        .map(own -> json(own, at))
                        .toList(),
                null);
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
                mandate.revokedAt() != null ? mandate.revokedAt() : mandate.declinedAt());
    }
}
