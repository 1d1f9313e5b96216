package org.ronda.board;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
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

/** Where I sit and where I am asked to, for programs. */
@Path("/api/v1/me/seats")
class SeatApi {
    /**
     * A seat that I am asked to, have or had.
     *
     * @param code of my term on it
     * @param inForce whether I sit there now
     * @param acceptedAt null while I am asked
     * @param endedAt when I left, declined or was ended, or null
     * @param agreedTo the version of the rules that I accepted last, or null
     * @param rules the number of the version in force, and its text
     */
    record SeatJson(
            String code,
            String board,
            String boardName,
            String seat,
            String seatName,
            boolean deputy,
            Instant from,
            Instant to,
            boolean inForce,
            Instant acceptedAt,
            Instant endedAt,
            Integer agreedTo,
            int rules,
            String rulesText) {}

    /** The latest hundred. */
    record Seats(List<SeatJson> items) {}

    /** The version of the rules that was read. */
    record Rules(@NotNull Integer rules) {}

    /** What a request without a body does. */
    record Act(String what) {}

    @Inject
    BoardReading reading;

    @Inject
    Seating seating;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    @Operation(summary = "The seats that you are asked to, have or had, with the rules in force; the latest hundred")
    public Seats mine() {
        Participant me = viewer.required();
        Instant at = now.instant();
        return new Seats(reading.own(me.id()).stream().map(own -> json(own, at)).toList());
    }

    @POST
    @Path("{code}/acceptance")
    @Operation(
            summary = "Accept a seat together with the rules, in the version that was read",
            description = "If there is a later version, the answer is 409.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response accept(@RestPath String code, Rules rules) {
        Participant me = viewer.writing();
        return act(me, code, rules, () -> seating.accept(code, rules.rules(), me.id()));
    }

    @POST
    @Path("{code}/refusal")
    @Operation(summary = "Decline a seat that you are asked to")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response decline(@RestPath String code) {
        Participant me = viewer.required();
        return act(me, code, new Act("decline"), () -> seating.decline(code, me.id()));
    }

    @POST
    @Path("{code}/rules")
    @Operation(summary = "Accept a later version of the rules, the one that was read")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response agree(@RestPath String code, Rules rules) {
        Participant me = viewer.writing();
        return act(me, code, rules, () -> seating.agree(code, rules.rules(), me.id()));
    }

    /** Leaving is like taking back: a block keeps nobody from it. */
    @POST
    @Path("{code}/end")
    @Operation(summary = "Leave a seat")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response leave(@RestPath String code) {
        Participant me = viewer.required();
        return act(me, code, new Act("leave"), () -> seating.leave(code, me.id()));
    }

    private Response act(Participant me, String code, Record input, Runnable act) {
        BoardReading.ownTerm(me, code);
        return idempotent.write(input, me.id(), () -> {
            act.run();
            return Response.noContent().build();
        });
    }

    private SeatJson json(BoardReading.Own own, Instant at) {
        Appointment term = own.appointment();
        return new SeatJson(
                term.code(),
                own.board().code(),
                own.board().name().in(page.language()).text(),
                own.seat().code(),
                own.seat().name().in(page.language()).text(),
                term.isDeputy(),
                term.since(),
                term.validTo(),
                term.isInForce(at),
                term.acceptedAt(),
                term.endedAt() != null ? term.endedAt() : term.declinedAt(),
                term.rulesVersion(),
                own.rules().n(),
                own.rules().words().in(page.language()).text());
    }
}
