package org.ronda.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.board.AppointmentInput;
import org.ronda.board.Board;
import org.ronda.board.BoardEndInput;
import org.ronda.board.BoardInput;
import org.ronda.board.BoardSetup;
import org.ronda.board.EndingInput;
import org.ronda.board.SeatInput;
import org.ronda.board.Seating;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeEndInput;
import org.ronda.identity.OfficeInput;
import org.ronda.identity.OfficeSetup;
import org.ronda.identity.Participant;
import org.ronda.identity.ResponderInput;
import org.ronda.identity.Responding;
import org.ronda.kernel.Now;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;
import org.ronda.web.PermissionWorld.Subject;
import org.ronda.web.PermissionWorld.Who;

/**
 * Organisations, mandates, boards, seats, offices, accounts and decisions in every state, of the people of
 * {@link PermissionWorld} and of strangers.
 */
@ApplicationScoped
class PermissionBodies {
    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Seating seating;

    @Inject
    BoardSetup boardSetup;

    @Inject
    OfficeSetup officeSetup;

    @Inject
    Responding responding;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    private PermissionWorld world;
    private long administrator;
    private Organisation applied;

    /** In the order of the document. */
    List<Subject> build(PermissionWorld world) {
        this.world = world;
        administrator = QuarkusTransaction.requiringNew()
                .call(() ->
                        Participant.bySubject("administracion").orElseThrow().id());
        return List.of(organisations(), mandates(), boards(), seats(), offices(), accounts(), decisions());
    }

    /** Nothing is left that waits for an administrator. */
    void takeDown() {
        if (applied != null) {
            applying.refuse(applied.code(), "Para probar", administrator);
        }
    }

    private Subject organisations() {
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        states.put("accepted", organisation(world.organisation()));
        applied = apply(world.id(Who.AUTHOR));
        states.put("applied", organisation(applied));
        Organisation refused = apply(world.id(Who.AUTHOR));
        applying.refuse(refused.code(), "Para probar", administrator);
        states.put("refused", organisation(refused));
        Organisation merged = accepted(world.id(Who.AUTHOR));
        give(merged, "", "");
        post(
                Who.AUTHOR,
                merged,
                "/end",
                Map.of("reason", "Se unen", "successor", world.organisation().code()),
                200);
        states.put("ended", organisation(merged));
        states.put("elsewhere", organisation(accepted(world.stranger().id())));
        states.put("unknown", Map.of(":organisation", "G-00000000", ":application", "G-00000000"));
        Set<Who> knowing = Set.of(Who.AUTHOR, Who.PLATFORM_ADMINISTRATOR);
        return new Subject(
                "Organisations",
                "The author holds the one that is accepted and the one that ended in it, and applied for the two that"
                        + " never took part; the representative speaks for the same two. Others hold the one elsewhere.",
                "(?!.*:mandate).*:(organisation|application)\\b.*",
                states,
                Map.of("applied", knowing, "refused", knowing));
    }

    private static Map<String, String> organisation(Organisation one) {
        return Map.of(":organisation", one.code(), ":application", one.code());
    }

    private Organisation apply(long applicant) {
        return applying.apply(
                new ApplicationInput("Permisos " + UUID.randomUUID(), "Somos otros.", "", "acá", "", "vocal"),
                applicant);
    }

    private Organisation accepted(long applicant) {
        Organisation one = apply(applicant);
        applying.accept(one.code(), "Son varios.", administrator);
        return one;
    }

    private Subject mandates() {
        Organisation ours = world.organisation();
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        String revoked = give(ours, "archived", "");
        post(Who.AUTHOR, ours, "/people/" + revoked + "/revocation", Map.of(), 204);
        states.put("in force", mandate(give(ours, "elsewhere", "")));
        states.put("offered", mandate(offer(ours, "archived", "")));
        states.put("run out", mandate(Now.during(world.ago(20), () -> give(ours, "public", day(world.ago(10))))));
        states.put("revoked", mandate(revoked));
        long stranger = world.stranger().id();
        states.put(
                "elsewhere",
                mandate(mandating
                        .give(
                                accepted(stranger).code(),
                                new MandateInput(Newcomer.admitted().code(), "vocal", "", "", "", ""),
                                stranger)
                        .code()));
        states.put("unknown", mandate("M-00000000"));
        Set<Who> own = Set.of(Who.AUTHOR, Who.REPRESENTATIVE);
        return new Subject(
                "Mandates",
                "Of the representative for the organisation that the author holds; the one elsewhere is of another"
                        + " organisation, and asked for as if it were of this one.",
                ".*:mandate\\b.*",
                states,
                Map.of("in force", own, "offered", own, "run out", own, "revoked", own, "elsewhere", Set.of()));
    }

    private Map<String, String> mandate(String code) {
        return Map.of(":organisation", world.organisation().code(), ":mandate", code);
    }

    /** To the representative, by the author. @param where the process that it is about, or nothing for everything */
    private String offer(Organisation by, String where, String to) {
        String about = where.isEmpty()
                ? ""
                : "process:" + world.processes().states().get(where).get("tu-distrito");
        return mandating
                .give(
                        by.code(),
                        new MandateInput(world.code(Who.REPRESENTATIVE), "vocal", about, "", to, ""),
                        world.id(Who.AUTHOR))
                .code();
    }

    private String give(Organisation by, String where, String to) {
        String code = offer(by, where, to);
        mandating.accept(code, world.id(Who.REPRESENTATIVE));
        return code;
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, zone).toString();
    }

    private void post(Who who, Organisation about, String what, Map<String, String> body, int expected) {
        world.as(who)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1" + about.address() + what)
                .then()
                .statusCode(expected);
    }

    private Subject boards() {
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        Board lasting = board();
        sits(lasting, world.code(Who.REPRESENTATIVE));
        states.put("in force", Map.of(":board", lasting.code()));
        Board ending = board();
        sits(ending, world.code(Who.REPRESENTATIVE));
        boardSetup.end(ending.code(), new BoardEndInput(day(world.ago(-30)), "Para probar"), administrator);
        states.put("end set", Map.of(":board", ending.code()));
        states.put("ended", Map.of(":board", ended().get(":board")));
        Board theirs = board();
        sits(theirs, world.stranger().code());
        states.put("elsewhere", Map.of(":board", theirs.code()));
        states.put("unknown", Map.of(":board", "B-00000000"));
        return new Subject(
                "Boards",
                "On the first three the representative has a seat that decides, on the one elsewhere a stranger.",
                "(?!.*:(seat|term)\\b).*:board\\b.*",
                states,
                Map.of());
    }

    private Subject seats() {
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        Map<String, String> taken = sits(board(), world.code(Who.REPRESENTATIVE));
        states.put("taken", taken);
        states.put("offered", asked(board(), world.code(Who.REPRESENTATIVE)));
        Map<String, String> left = sits(board(), world.code(Who.REPRESENTATIVE));
        seating.end(left.get(":term"), new EndingInput("Para probar"), administrator);
        states.put("left", left);
        Map<String, String> closed = sits(board(), world.code(Who.REPRESENTATIVE));
        boardSetup.close(closed.get(":board"), closed.get(":seat"), new EndingInput("Para probar"), administrator);
        states.put("closed", closed);
        states.put("board ended", ended());
        Map<String, String> theirs = sits(board(), world.stranger().code());
        states.put(
                "elsewhere",
                Map.of(":board", taken.get(":board"), ":seat", theirs.get(":seat"), ":term", theirs.get(":term")));
        states.put("unknown", Map.of(":board", taken.get(":board"), ":seat", "S-00000000", ":term", "A-00000000"));
        return new Subject(
                "Seats and terms",
                "The term is the representative’s; the seat and the term elsewhere are a stranger’s on another board, and"
                        + " asked for as if they were of this one.",
                ".*:(seat|term)\\b.*",
                states,
                Map.of("elsewhere", Set.of()));
    }

    private Board board() {
        return seating.create(
                new BoardInput(
                        "Mesa de permisos",
                        "Board of permissions",
                        "Table des permissions",
                        "Para probar.",
                        "To try.",
                        "Pour essayer.",
                        "Una regla.",
                        "A rule.",
                        "Une règle."),
                administrator);
    }

    private Map<String, String> ended() {
        return Now.during(world.ago(10), () -> {
            Board board = board();
            Map<String, String> sits = sits(board, world.code(Who.REPRESENTATIVE));
            boardSetup.end(board.code(), new BoardEndInput(day(world.ago(9)), "Para probar"), administrator);
            return sits;
        });
    }

    private Map<String, String> asked(Board board, String who) {
        String seat = seating.add(
                board.code(),
                new SeatInput("PERMANENT", "CIVIL_SOCIETY", "Una silla", "A seat", "Un siège", ""),
                administrator);
        String term = seating.appoint(seat, new AppointmentInput(who, "holder", "", ""), administrator);
        return Map.of(":board", board.code(), ":seat", seat, ":term", term);
    }

    private Map<String, String> sits(Board board, String who) {
        Map<String, String> sits = asked(board, who);
        long person = QuarkusTransaction.requiringNew()
                .call(() -> Participant.one(who).id());
        seating.accept(sits.get(":term"), 1, person);
        return sits;
    }

    private Subject offices() {
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        states.put("in force", office(world.code(Who.OFFICE_RESPONDER)));
        Map<String, String> ended = office(world.code(Who.OFFICE_RESPONDER));
        officeSetup.end(ended.get(":office"), new OfficeEndInput(day(world.ago(0)), ""), administrator);
        states.put("ended", ended);
        states.put("elsewhere", office(world.stranger().code()));
        states.put("unknown", Map.of(":office", "O-00000000"));
        return new Subject(
                "Offices",
                "The office responder responds for the first two, a stranger for the one elsewhere.",
                ".*:office\\b.*",
                states,
                Map.of());
    }

    private Map<String, String> office(String responder) {
        Office office = officeSetup.create(
                new OfficeInput(
                        "Oficina de permisos " + UUID.randomUUID(),
                        "",
                        "",
                        "DIRECTORATE",
                        "",
                        day(world.ago(20)),
                        "",
                        null),
                administrator);
        long id = responding
                .give(office.code(), new ResponderInput(responder, "directora", "", ""), administrator)
                .id();
        return Map.of(":office", office.code(), "responders/0", "responders/" + id);
    }

    private Subject accounts() {
        Newcomer closed = Newcomer.admitted();
        world.as(Who.PLATFORM_ADMINISTRATOR)
                .put("/api/v1/administration/people/" + closed.code() + "/disabled")
                .then()
                .statusCode(204);
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        states.put("open", Map.of(":person", world.stranger().code()));
        states.put("closed", Map.of(":person", closed.code()));
        states.put("unknown", Map.of(":person", "U-00000000"));
        Set<Who> administrators = Set.of(Who.PLATFORM_ADMINISTRATOR);
        return new Subject(
                "Accounts",
                "Of somebody else.",
                ".*:person\\b.*",
                states,
                Map.of("open", administrators, "closed", administrators));
    }

    private Subject decisions() {
        Map<String, Map<String, String>> states = new LinkedHashMap<>();
        states.put("here", Map.of(":decision", world.decision("here")));
        states.put("elsewhere", Map.of(":decision", world.decision("elsewhere")));
        states.put("unknown", Map.of(":decision", "D-00000000"));
        return new Subject(
                "Decisions of moderators",
                "A proposal of the author’s was hidden here by the moderator, and one elsewhere by the moderator from"
                        + " there.",
                ".*:decision\\b.*",
                states,
                Map.of());
    }
}
