package org.ronda.board;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;

/** Dialogue boards, for programs. */
@Path("/api/v1/boards")
class BoardApi {
    record Row(String code, String name) {}

    record Boards(List<Row> items, String next) {}

    /** @param rules the version of the rules that they accepted last */
    record SittingJson(String name, Instant from, Instant to, Integer rules) {}

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

    @Inject
    BoardReading reading;

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
        Board board = reading.reach(code);
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
                        sitting.name(),
                        sitting.appointment().since(),
                        sitting.appointment().validTo(),
                        sitting.appointment().rulesVersion());
    }
}
