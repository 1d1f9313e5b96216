package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.LongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.comment.ThreadApi;
import org.ronda.contribution.OrganisationSupporting;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.organisation.Organisation;

/** An amendment, for programs: reading it, supporting it, joining it, taking it back. */
@Path("/api/v1/amendments/{code}")
class AmendmentApi {
    /** The meaning that was seen, and the organisation in whose name, or null. */
    record Seen(@NotNull Integer meaning, @Size(max = 16) String organisation) {}

    /** The organisation that joins. */
    record Joins(@NotBlank @Size(max = 16) String organisation) {}

    private record Act(String what, String code, String organisation) {}

    @Inject
    AmendmentReading reading;

    @Inject
    Amending amending;

    @Inject
    Supporting supporting;

    @Inject
    OrganisationSupporting organisationSupporting;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "An amendment")
    public AmendmentsApi.AmendmentJson show(@RestPath String code) {
        AmendmentView view = reading.view(code);
        if (!view.amendment().isPublished()) {
            throw new NotFoundException();
        }
        return AmendmentsApi.json(
                view.draft(),
                view.card(),
                view.joined().stream().map(Organisation::code).toList());
    }

    @DELETE
    @Operation(summary = "Withdraw one's own amendment before it is decided")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response withdraw(@RestPath String code) {
        Participant author = viewer.required();
        amending.own(code, author);
        return done("withdraw", code, null, author, by -> Optional.of(amending.withdraw(code, author)));
    }

    @PUT
    @Path("support")
    @Operation(summary = "Support an amendment in the meaning that was read")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response support(@RestPath String code, Seen seen) {
        Amendment amendment = reading.everPublished(code);
        Participant by = viewer.writing();
        return idempotent.write(
                seen,
                by.id(),
                () -> Response.ok(new ThreadApi.Done(
                                code,
                                isOwn(seen.organisation())
                                        ? supporting
                                                .give(amendment, seen.meaning(), by.id())
                                                .orElse(null)
                                        : organisationSupporting
                                                .give(amendment, seen.meaning(), seen.organisation(), by.id())
                                                .receipt()))
                        .build());
    }

    @DELETE
    @Path("support")
    @Operation(summary = "Take a support back while input is open")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response withdrawSupport(@RestPath String code, @RestQuery String organisation) {
        Amendment amendment = reading.everPublished(code);
        return done(
                "take support back",
                code,
                organisation,
                viewer.required(),
                by -> isOwn(organisation)
                        ? supporting.withdraw(amendment, by)
                        : organisationSupporting.withdraw(amendment, organisation, by));
    }

    /** Without a receipt where a second person of the organisation is missing. */
    @PUT
    @Path("joining")
    @Operation(summary = "Join an amendment for an organisation")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response join(@RestPath String code, Joins joins) {
        Amendment amendment = reading.everPublished(code);
        Participant by = viewer.writing();
        return idempotent.write(
                joins,
                by.id(),
                () -> Response.ok(new ThreadApi.Done(
                                code,
                                amending.join(amendment, joins.organisation(), by.id())
                                        .orElse(null)))
                        .build());
    }

    @DELETE
    @Path("joining")
    @Operation(summary = "Leave an amendment that an organisation joined")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ThreadApi.Done.class)))
    public Response leave(@RestPath String code, @RestQuery String organisation) {
        Amendment amendment = reading.everPublished(code);
        return done(
                "leave",
                code,
                organisation,
                viewer.required(),
                by -> amending.leave(amendment, organisation == null ? "" : organisation, by));
    }

    private Response done(
            String what, String code, String organisation, Participant by, LongFunction<Optional<String>> act) {
        return idempotent.write(
                new Act(what, code, organisation),
                by.id(),
                () -> Response.ok(new ThreadApi.Done(code, act.apply(by.id()).orElse(null)))
                        .build());
    }

    private static boolean isOwn(String organisation) {
        return organisation == null || organisation.isBlank();
    }
}
