package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Slice;

/** The applications that wait for a platform administrator, for programs. */
@Path("/api/v1/applications")
class ApplicationApi {
    /** An organisation in a list. */
    record Row(String code, String name, Instant appliedAt) {}

    /**
     * What waits, the oldest first.
     *
     * @param orphaned the organisations that nobody holds any more, the first hundred by name
     */
    record Applications(List<Row> items, String next, List<Row> orphaned) {}

    /**
     * An application.
     *
     * @param state APPLIED, ACCEPTED, REFUSED or ENDED
     * @param applicant the code of who applied, or null
     * @param title their role in it
     */
    record ApplicationJson(
            String code,
            String state,
            String name,
            String statement,
            List<String> themes,
            String contact,
            String legal,
            String applicant,
            String applicantName,
            String title,
            Instant appliedAt,
            Instant decidedAt,
            String reason) {}

    /** {@code accept} or {@code refuse}, and why. */
    record Verdict(String verdict, String reason) {
        VerdictInput input() {
            return new VerdictInput(verdict, reason);
        }
    }

    @Inject
    Applying applying;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "The applications that wait, and the organisations that nobody holds; for administrators")
    public Applications list(@RestQuery String cursor, @RestQuery Integer limit) {
        viewer.administrator();
        Slice<Organisation> waiting =
                Organisation.waiting(Cursor.parse(cursor, 2), limit == null ? OrganisationsPages.PAGE : limit);
        return new Applications(
                rows(waiting.items()),
                waiting.next() == null ? null : waiting.next().toString(),
                rows(Organisation.orphaned()));
    }

    @GET
    @Path("{code}")
    @Operation(summary = "What somebody applied for, and what became of it; for administrators")
    public ApplicationJson show(@RestPath String code) {
        viewer.administrator();
        return json(application(code));
    }

    @POST
    @Path("{code}/verdict")
    @Operation(
            summary = "Accept or refuse an application, with a reason; for administrators",
            description = "`verdict` is `accept` or `refuse`. Decided once: afterwards it is a conflict (409).")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ApplicationJson.class)))
    public Response decide(@RestPath String code, Verdict verdict) {
        Participant administrator = viewer.administrator();
        application(code);
        VerdictInput input = Idempotent.sent(verdict).input();
        return idempotent.write(input, administrator.id(), () -> {
            applying.decide(code, input, administrator.id());
            return Response.ok(json(application(code))).build();
        });
    }

    private static Organisation application(String code) {
        return Organisation.byCode(code).orElseThrow(NotFoundException::new);
    }

    private static List<Row> rows(List<Organisation> organisations) {
        return organisations.stream()
                .map(one -> new Row(one.code(), one.name(), one.appliedAt()))
                .toList();
    }

    private static ApplicationJson json(Organisation organisation) {
        Participant applicant =
                organisation.appliedBy() == null ? null : Participant.findById(organisation.appliedBy());
        return new ApplicationJson(
                organisation.code(),
                organisation.state().name(),
                organisation.name(),
                organisation.statement(),
                organisation.eachTheme(),
                organisation.contact(),
                organisation.legal().name(),
                applicant == null ? null : applicant.code(),
                applicant == null ? null : applicant.name(),
                organisation.applicantTitle(),
                organisation.appliedAt(),
                organisation.decidedAt(),
                organisation.decisionReason());
    }
}
