package org.ronda.board;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Page;

/** The seats of a board and who is asked to sit there, for the platform's administrator, as programs. */
@Path("/api/v1/boards/{code}/seats")
class SeatingApi {
    /**
     * A new seat, with a name in the three languages.
     *
     * @param body the code of the organisation or of the office whose seat it is, or nothing
     */
    record NewSeat(String kind, String sector, String nameEs, String nameEn, String nameFr, String body) {
        SeatInput input() {
            return new SeatInput(kind, sector, nameEs, nameEn, nameFr, body);
        }
    }

    /**
     * Who is asked to sit there.
     *
     * @param who a participant's code or public name
     * @param as {@code holder} or {@code deputy}
     */
    record NewTerm(String who, String as, String from, String to) {
        AppointmentInput input() {
            return new AppointmentInput(who, as, from, to);
        }
    }

    /** Why somebody sits there no longer. */
    record Ending(String reason) {
        EndingInput input() {
            return new EndingInput(reason);
        }
    }

    /** What was made. */
    record Made(String code) {}

    /**
     * A term that can be ended: of who sits there now or later, or did not answer yet.
     *
     * @param asked whether it waits to be accepted
     */
    record TermJson(String code, String seat, String name, boolean deputy, boolean asked, Instant from, Instant to) {}

    /** All of a board. */
    record Terms(List<TermJson> items) {}

    @Inject
    BoardReading reading;

    @Inject
    Seating seating;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @POST
    @Operation(
            summary = "Add a seat; for administrators",
            description =
                    "`kind` is `PERMANENT`, `THEMATIC` or `OBSERVER`; `sector` is one of those that a board answers"
                            + " with. `body` is the code of an organisation or of an office, or nothing.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response add(@RestPath String code, NewSeat seat) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        SeatInput input = Idempotent.sent(seat).input();
        return idempotent.write(
                input, administrator.id(), () -> made(board, seating.add(code, input, administrator.id())));
    }

    @GET
    @Path("terms")
    @Operation(summary = "The terms that are not over, and who is asked; for administrators")
    public Terms terms(@RestPath String code) {
        viewer.administrator();
        return new Terms(reading.seats(reading.reach(code), page.language()).stream()
                .flatMap(SeatingApi::terms)
                .toList());
    }

    @POST
    @Path("{seat}/terms")
    @Operation(
            summary = "Ask somebody to sit there; for administrators",
            description = "They do once they accept, together with the rules. `who` is a code or a public name, `as` is"
                    + " `holder` or `deputy`; days are `2027-03-01`.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response appoint(@RestPath String code, @RestPath String seat, NewTerm term) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        AppointmentInput input = Idempotent.sent(term).input();
        return idempotent.write(
                input, administrator.id(), () -> made(board, seating.appoint(found.code(), input, administrator.id())));
    }

    @POST
    @Path("{seat}/terms/{term}/end")
    @Operation(summary = "End a term, with a reason that everybody reads; for administrators")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response end(@RestPath String code, @RestPath String seat, @RestPath String term, Ending ending) {
        Participant administrator = viewer.administrator();
        Appointment asked = BoardReading.term(reading.seat(reading.reach(code), seat), term);
        EndingInput input = Idempotent.sent(ending).input();
        return idempotent.write(input, administrator.id(), () -> {
            seating.end(asked.code(), input, administrator.id());
            return Response.noContent().build();
        });
    }

    private static Stream<TermJson> terms(BoardReading.SeatView view) {
        return view.endable().stream()
                .map(one -> new TermJson(
                        one.appointment().code(),
                        view.seat().code(),
                        one.name(),
                        one.appointment().isDeputy(),
                        one.appointment().isAsked(),
                        one.appointment().since(),
                        one.appointment().validTo()));
    }

    private static Response made(Board board, String code) {
        return Response.created(URI.create("/api/v1/boards/" + board.code()))
                .entity(new Made(code))
                .build();
    }
}
