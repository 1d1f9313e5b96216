package org.ronda.board;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Page;

/** Dialogue boards, for programs: what everybody reads, and a new one with its rules. */
@Path("/api/v1/boards")
class BoardApi {
    record Row(String code, String name) {}

    record Boards(List<Row> items, String next) {}

    /**
     * @param term the code of the term
     * @param rules the version of the rules that they accepted last
     */
    record SittingJson(String term, String name, Instant from, Instant to, Integer rules) {}

    /** @param reason why the platform ended it; empty where its time was over, or who sat there left */
    record PastJson(String name, boolean deputy, Instant from, Instant to, String reason) {}

    /**
     * A seat and who sits there now.
     *
     * @param kind PERMANENT, THEMATIC or OBSERVER
     * @param sector GOVERNMENT, CIVIL_SOCIETY, ACADEMIA, BUSINESS, MEDIA, COLLECTIVE or RESIDENTS
     * @param body the code of the organisation or of the office whose seat it is, or null
     * @param closedAt since when it is there no longer, or null; and why
     * @param holder null while nobody sits there
     */
    record SeatJson(
            String code,
            String kind,
            String sector,
            String name,
            String body,
            String bodyName,
            Instant closedAt,
            String closedReason,
            SittingJson holder,
            SittingJson deputy,
            List<PastJson> past) {}

    /**
     * @param lastDay the last day that is part of it, where its end is set; and why
     * @param rules the number of the version in force, and its text
     */
    record BoardJson(
            String code,
            String name,
            String purpose,
            LocalDate lastDay,
            String endedReason,
            int rules,
            String rulesText,
            Instant rulesSince,
            List<SeatJson> seats) {}

    /** A new board with the first version of its rules, in the three languages. */
    record NewBoard(
            String nameEs,
            String nameEn,
            String nameFr,
            String purposeEs,
            String purposeEn,
            String purposeFr,
            String rulesEs,
            String rulesEn,
            String rulesFr) {
        BoardInput input() {
            return new BoardInput(nameEs, nameEn, nameFr, purposeEs, purposeEn, purposeFr, rulesEs, rulesEn, rulesFr);
        }
    }

    /** The next version of the rules; {@code seen} is the number of the one that was read. */
    record NewRules(String es, String en, String fr, Integer seen) {
        RulesInput input() {
            return new RulesInput(es, en, fr, seen == null ? null : seen.toString());
        }
    }

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

    @GET
    @Operation(summary = "The dialogue boards of the city; all of them")
    public Boards list() {
        return new Boards(
                Board.all().stream()
                        .map(one -> new Row(
                                one.code(), one.name().in(page.language()).text()))
                        .toList(),
                null);
    }

    @GET
    @Path("{code}")
    @Operation(summary = "A dialogue board: its purpose, its rules, its seats and who sits and sat there")
    public BoardJson show(@RestPath String code) {
        return json(reading.reach(code));
    }

    @POST
    @Operation(
            summary = "Set up a dialogue board with the first version of its rules; for administrators",
            description = "Every text in the three languages.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BoardJson.class)))
    public Response create(NewBoard board) {
        Participant administrator = viewer.administrator();
        BoardInput input = Idempotent.sent(board).input();
        return idempotent.write(input, administrator.id(), () -> {
            Board made = seating.create(input, administrator.id());
            return Response.created(URI.create("/api/v1/boards/" + made.code()))
                    .entity(json(made))
                    .build();
        });
    }

    @POST
    @Path("{code}/rules")
    @Operation(
            summary = "The next version of a board's rules; for administrators",
            description =
                    "In force at once; whoever sits there is asked to accept it. `seen` is the number of the version"
                            + " that was read: if there is a later one, the answer is 409.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BoardJson.class)))
    public Response rule(@RestPath String code, NewRules rules) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        RulesInput input = Idempotent.sent(rules).input();
        return idempotent.write(input, administrator.id(), () -> {
            seating.rule(code, input, administrator.id());
            return Response.ok(json(board)).build();
        });
    }

    private BoardJson json(Board board) {
        BoardRules rules = BoardRules.present(board.id());
        return new BoardJson(
                board.code(),
                board.name().in(page.language()).text(),
                board.purpose().in(page.language()).text(),
                board.lastDay(),
                board.endedReason(),
                rules.n(),
                rules.words().in(page.language()).text(),
                rules.publishedAt(),
                reading.seats(board, page.language()).stream().map(this::json).toList());
    }

    private SeatJson json(BoardReading.SeatView view) {
        return new SeatJson(
                view.seat().code(),
                view.seat().kind().name(),
                view.seat().sector().name(),
                view.seat().name().in(page.language()).text(),
                view.body() == null ? null : view.body().code(),
                view.body() == null ? null : view.body().name(),
                view.seat().closedAt(),
                view.seat().closedReason(),
                json(view.holder()),
                json(view.deputy()),
                view.past().stream()
                        .map(one -> new PastJson(
                                one.name(),
                                one.appointment().isDeputy(),
                                one.appointment().since(),
                                one.appointment().until(),
                                one.appointment().endedReason()))
                        .toList());
    }

    private static SittingJson json(BoardReading.Sitting sitting) {
        return sitting == null
                ? null
                : new SittingJson(
                        sitting.appointment().code(),
                        sitting.name(),
                        sitting.appointment().since(),
                        sitting.appointment().validTo(),
                        sitting.appointment().rulesVersion());
    }
}
