package org.ronda.process;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.board.Board;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeChart;
import org.ronda.identity.OfficeReading;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/** The bodies that decide in processes: which there are to choose from, how they are called, and what each decides. */
@ApplicationScoped
@Unremovable
public class DecisionBodies {
    /**
     * A body that decides, as it is called.
     *
     * @param kind of what kind it is, such as {@code OFFICE}
     * @param endedOn the first day that is no longer part of it, once it has ended; else null
     * @param followedBy who decides since it ended, or null
     */
    public record Body(String kind, String code, Translated name, String address, LocalDate endedOn, Body followedBy) {
        public boolean hasEnded() {
            return endedOn != null;
        }
    }

    @Inject
    OfficeReading offices;

    /** For templates of any room: {@code {decided:by(office)}}, {@code {decided:by(board)}}. */
    @TemplateExtension(namespace = "decided")
    static class InTemplates {
        private InTemplates() {}

        static List<Process> by(Office office) {
            return Arc.container().instance(DecisionBodies.class).get().decidedBy(office);
        }

        static List<Process> by(Board board) {
            return decided(Scope.Kind.BOARD, Set.of(board.id()));
        }
    }

    /** The body of a process, or nothing when none was named yet. */
    Optional<Body> of(Process process) {
        return Optional.ofNullable(of(List.of(process)).get(process.id()));
    }

    /** Those of several processes by the process's id; one statement for offices and one for boards, where there are any. */
    Map<Long, Body> of(Collection<Process> processes) {
        Map<Long, Body> bodies = ofBoards(processes);
        if (processes.stream().anyMatch(one -> isOffice(one.decisionBody().orElse(null)))) {
            OfficeChart chart = offices.chart();
            processes.forEach(one -> one.decisionBody()
                    .filter(DecisionBodies::isOffice)
                    .flatMap(scope -> chart.byId(scope.id()))
                    .ifPresent(office -> bodies.put(one.id(), body(office, chart))));
        }
        return bodies;
    }

    private Map<Long, Body> ofBoards(Collection<Process> processes) {
        Map<Long, Long> boardOf = new HashMap<>();
        processes.forEach(one -> one.decisionBody()
                .filter(DecisionBodies::isBoard)
                .ifPresent(scope -> boardOf.put(one.id(), scope.id())));
        Map<Long, Body> bodies = new HashMap<>();
        if (!boardOf.isEmpty()) {
            Map<Long, Body> byBoard =
                    Board.byIds(boardOf.values()).stream().collect(Collectors.toMap(Board::id, this::body));
            boardOf.forEach((process, board) -> bodies.put(process, byBoard.get(board)));
        }
        return bodies;
    }

    private Body body(Board board) {
        LocalDate endedOn = board.hasEnded(offices.today()) ? board.validTo() : null;
        return new Body(Scope.Kind.BOARD.name(), board.code(), board.name(), board.address(), endedOn, null);
    }

    private Body body(Office office, OfficeChart chart) {
        boolean hasEnded = office.hasEnded(offices.today());
        Office present = chart.present(office);
        return new Body(
                Scope.Kind.OFFICE.name(),
                office.code(),
                office.name(),
                office.address(),
                hasEnded ? office.validTo() : null,
                present.id() == office.id() ? null : body(present, chart));
    }

    /** What can be chosen for a process: those in force, and the one that it has. */
    List<Option> offered(Process process, Language language) {
        List<Option> offered = new ArrayList<>(offices.chart().inForce(language).stream()
                .map(OfficeChart.Branch::office)
                .map(office ->
                        new Option(office.code(), office.name().in(language).text()))
                .toList());
        Board.all().stream()
                .filter(board -> !board.isEnding())
                .map(board -> new Option(board.code(), board.name().in(language).text()))
                .forEach(offered::add);
        of(process)
                .filter(body ->
                        offered.stream().noneMatch(option -> option.value().equals(body.code())))
                .ifPresent(body -> offered.add(
                        new Option(body.code(), body.name().in(language).text())));
        return offered;
    }

    /** The body that a code names. */
    static Optional<Scope> chosen(String code) {
        return Office.byCode(code)
                .map(Office::scope)
                .or(() -> Board.byCode(code).map(Board::scope));
    }

    /** The code by which a body is chosen, or an empty text. */
    static String code(Process process) {
        return process.decisionBody()
                .flatMap(scope -> isBoard(scope)
                        ? Board.<Board>findByIdOptional(scope.id()).map(Board::code)
                        : Office.<Office>findByIdOptional(scope.id()).map(Office::code))
                .orElse("");
    }

    /**
     * Whether that body can decide something from now on; one that is not named cannot, and neither can a board whose end is
     * set, which is held so that it does not end meanwhile.
     */
    boolean isInForce(Scope body, Instant at) {
        return isBoard(body) && isLasting(body.id())
                || isOffice(body)
                        && Office.<Office>findByIdOptional(body.id())
                                .filter(office -> office.isValid(offices.day(at)))
                                .isPresent();
    }

    private static boolean isLasting(long id) {
        Board board = Board.findById(id);
        board.hold();
        return !board.isEnding();
    }

    /** Another body than before is one that can decide now. */
    void refuseEnded(Scope before, Scope after, Instant at) {
        if (after != null && !Objects.equals(before, after) && !isInForce(after, at)) {
            throw Refused.invalid(
                    "body", language -> ProcessSetup.words(language).bodyHasEnded());
        }
    }

    /** The public processes that an office decides, the latest first: what an earlier one that it followed decided, too. */
    public List<Process> decidedBy(Office office) {
        return decided(Scope.Kind.OFFICE, offices.chart().standsFor(office));
    }

    private static List<Process> decided(Scope.Kind kind, Set<Long> bodies) {
        return Process.list(
                "decisionBodyKind = ?1 and decisionBodyId in ?2 and publishedAt is not null order by id desc",
                kind,
                bodies);
    }

    /** The same for several offices, by the office's id; one statement and that of the chart, whatever their number. */
    public Map<Long, List<Process>> answeredBy(Collection<Office> responding) {
        OfficeChart chart = offices.chart();
        Map<Long, Set<Long>> standsFor = responding.stream().collect(Collectors.toMap(Office::id, chart::standsFor));
        List<Process> decided = Process.list(
                "decisionBodyKind = ?1 and decisionBodyId in ?2 and publishedAt is not null and archivedAt is null",
                Scope.Kind.OFFICE,
                standsFor.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        Map<Long, List<Process>> byOffice = new HashMap<>();
        standsFor.forEach((office, bodies) -> byOffice.put(
                office,
                decided.stream()
                        .filter(one ->
                                bodies.contains(one.decisionBody().orElseThrow().id()))
                        .toList()));
        return byOffice;
    }

    /** The processes that a board decides and in which something can still be answered. */
    public List<Process> answeredBy(Board board) {
        return answeredByBoards(List.of(board)).getOrDefault(board.id(), List.of());
    }

    /** The same for several boards, by the board's id; one statement. */
    public Map<Long, List<Process>> answeredByBoards(Collection<Board> boards) {
        return decided(Scope.Kind.BOARD, boards.stream().map(Board::id).collect(Collectors.toSet())).stream()
                .filter(process -> !process.isArchived())
                .collect(Collectors.groupingBy(
                        process -> process.decisionBody().orElseThrow().id()));
    }

    /** The boards that decide a process in which something can still be answered. */
    List<Long> boards() {
        return Process.getEntityManager()
                .createQuery(
                        "select distinct p.decisionBodyId from Process p where p.decisionBodyKind = :board"
                                + " and p.publishedAt is not null and p.archivedAt is null",
                        Long.class)
                .setParameter("board", Scope.Kind.BOARD)
                .getResultList();
    }

    /** Those among them in which something can still be answered. */
    public Stream<Process> answeredBy(Office office) {
        return decidedBy(office).stream().filter(process -> !process.isArchived());
    }

    private static boolean isBoard(Scope body) {
        return body != null && body.kind() == Scope.Kind.BOARD;
    }

    private static boolean isOffice(Scope body) {
        return body != null && body.kind() == Scope.Kind.OFFICE;
    }
}
