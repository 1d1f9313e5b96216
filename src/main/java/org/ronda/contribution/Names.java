package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.board.Board;
import org.ronda.board.Deciding;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.identity.Responding;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;
import org.ronda.process.Process;

/**
 * In whose name somebody speaks: their own, that of an organisation which gave them a mandate for it, or, in reply, that of
 * an office which they respond for, or of the dialogue board on which they sit, where it decides.
 */
@ApplicationScoped
public class Names {
    private static final int LONGEST_TITLE = 80;

    /**
     * A name that something may be said in.
     *
     * @param mandateId of the mandate under which, or null
     * @param title the role of who speaks there, or null for one's own name
     * @param isTwoPerson whether a second mandated person has to confirm what is said
     */
    public record Name(Scope scope, Long mandateId, String title, boolean isTwoPerson) {
        static Name own(long speaker) {
            return new Name(Scope.person(speaker), null, null, false);
        }
    }

    /** A body whose name an official reply may bear. */
    public record Body(String code, Translated name) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Speaking speaking;

    @Inject
    Responding responding;

    @Inject
    Deciding deciding;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    /**
     * The name for what is being said, judged at the gate's instant; the mandate is held until the transaction ends.
     *
     * @param organisation its code, or empty for one's own name
     * @param topics what it is about
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Name choose(String organisation, long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        if (organisation.isEmpty()) {
            return Name.own(speaker);
        }
        Organisation named = Organisation.byCode(organisation).orElseThrow(Names::notTheirs);
        return speaking.mandate(named, speaker, process, topics, at)
                .map(mandate -> new Name(named.scope(), mandate.id(), mandate.title(), named.isTwoPerson()))
                .orElseThrow(Names::notTheirs);
    }

    /**
     * The name of an office or of a board for a reply, judged at the gate's instant. Whoever responds for an office does so
     * everywhere; a board speaks where it decides, through whoever sits there.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Name official(String body, long speaker, Process process, Language language, Instant at) {
        return isBoard(body) ? ofBoard(body, speaker, process, language, at) : ofOffice(body, speaker, at);
    }

    private Name ofBoard(String code, long speaker, Process process, Language language, Instant at) {
        Board board = Board.byCode(code)
                .filter(one -> process.decisionBody().equals(Optional.of(one.scope())))
                .orElseThrow(Names::notTheirBoard);
        return deciding.seat(board, speaker, at)
                .map(seat -> new Name(board.scope(), null, seatTitle(seat, language), false))
                .orElseThrow(Names::notTheirBoard);
    }

    /** As it is kept with what was said: a seat may be called longer than a role. */
    private static String seatTitle(Translated seat, Language language) {
        String title = seat.in(language).text();
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE - 1).strip() + "…";
    }

    /**
     * The name of an office for a reply to what somebody said, judged at the gate's instant; that its speaker responds for it
     * is held until the transaction ends.
     */
    private Name ofOffice(String office, long speaker, Instant at) {
        Office named = Office.byCode(office).orElseThrow(Names::notTheirOffice);
        return responding
                .responder(named, speaker, at)
                .map(responder -> new Name(named.scope(), null, responder.title(), false))
                .orElseThrow(Names::notTheirOffice);
    }

    /** Whether a name that was chosen is that of an office or of a board. */
    public static boolean isOfficial(String chosen) {
        return isOffice(chosen) || isBoard(chosen);
    }

    public static boolean isOffice(String chosen) {
        return Code.normalise(chosen).startsWith("O-");
    }

    public static boolean isBoard(String chosen) {
        return Code.normalise(chosen).startsWith("B-");
    }

    /** The name of a draft that is being sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Name still(Contribution draft, long speaker, Instant at) {
        return draft.isOfOrganisation()
                ? choose(codeOf(draft), speaker, draft.processId(), () -> topicsOf(draft.about()), at)
                : Name.own(speaker);
    }

    /** The name that a draft is kept with; it is judged when it is sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Scope draft(String organisation, long speaker, Instant at) {
        if (organisation.isEmpty()) {
            return Scope.person(speaker);
        }
        return Organisation.byCode(organisation)
                .filter(named -> speaking.hasAny(named, speaker, at))
                .map(Organisation::scope)
                .orElseThrow(Names::notTheirs);
    }

    /**
     * Whether a contribution is somebody's to change or take back: that of an organisation is everybody's who may speak
     * for it about this, whoever wrote it, and so is that of an office or a board; and no longer theirs who may not any more.
     */
    public boolean mayChange(Contribution contribution, Long person, Instant at) {
        if (person == null) {
            return false;
        }
        if (contribution.isOfOffice()) {
            return responding.respondsFor(contribution.inWhoseName().id(), person, at);
        }
        if (contribution.isOfBoard()) {
            return decides(contribution)
                    && deciding.decidesOn(contribution.inWhoseName().id(), person, at);
        }
        if (!contribution.isOfOrganisation() || contribution.isDraft()) {
            return CoAuthor.wrote(contribution.id(), person);
        }
        return speaking.speaksFor(
                contribution.inWhoseName().id(),
                person,
                contribution.processId(),
                () -> topicsOf(contribution.about()),
                at);
    }

    /** Whether a board still decides where it was said in its name. */
    private static boolean decides(Contribution contribution) {
        return Process.<Process>findById(contribution.processId())
                .decisionBody()
                .equals(Optional.of(contribution.inWhoseName()));
    }

    /** Of those said for organisations, the ones that are somebody's to change or take back; in two statements. */
    List<Contribution> changeable(List<Contribution> contributions, long person, Instant at) {
        return covered(contributions, one -> one, one -> one.inWhoseName().id(), person, at);
    }

    /** Those about which somebody speaks for the organisation concerned; in two statements. */
    <T> List<T> covered(
            List<T> all, Function<T, Contribution> about, ToLongFunction<T> organisation, long person, Instant at) {
        Speaking.Sphere sphere = speaking.sphere(person, at);
        Map<Scope, Set<Long>> topics = topicsOf(all.stream().map(about).toList());
        return all.stream()
                .filter(one -> sphere.covers(
                        organisation.applyAsLong(one),
                        about.apply(one).processId(),
                        topics.getOrDefault(about.apply(one).about(), Set.of())))
                .toList();
    }

    private Map<Scope, Set<Long>> topicsOf(List<Contribution> contributions) {
        List<Long> about = contributions.stream()
                .map(Contribution::about)
                .filter(scope -> scope.kind() == Scope.Kind.CONTRIBUTION)
                .map(Scope::id)
                .toList();
        if (about.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select contribution_id, topic_id from contribution_topic where contribution_id in (:about)",
                        Object[].class)
                .setParameter("about", about)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Scope.contribution(((Number) row[0]).longValue()),
                        Collectors.mapping(row -> ((Number) row[1]).longValue(), Collectors.toSet())));
    }

    /** Everybody who speaks for the organisation in whose name this is said. */
    List<Long> speakers(Contribution contribution, Instant at) {
        return speaking.speakers(
                contribution.inWhoseName().id(), contribution.processId(), () -> topicsOf(contribution.about()), at);
    }

    /** Whether it exists for somebody as their own: they wrote it, or may change it. */
    public boolean isOneOf(Contribution contribution, Long person) {
        return CoAuthor.wrote(contribution.id(), person)
                || person != null
                        && (contribution.isOfOrganisation() || contribution.isOfficial())
                        && mayChange(contribution, person, now.instant());
    }

    /** Refuses who does not speak any more for the organisation, office or board in whose name it was said, at the instant of the act. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuseUnlessSpeaking(Contribution contribution, long person, Instant at) {
        if (contribution.isOfOffice()) {
            Office office = Office.findById(contribution.inWhoseName().id());
            if (responding.responder(office, person, at).isEmpty()) {
                throw Refused.conflict(language -> words(language)
                        .noLongerResponds(office.name().in(language).text()));
            }
        }
        if (contribution.isOfBoard()) {
            Board board = Board.findById(contribution.inWhoseName().id());
            if (!decides(contribution) || deciding.seat(board, person, at).isEmpty()) {
                throw Refused.conflict(language -> words(language)
                        .noLongerResponds(board.name().in(language).text()));
            }
        }
        if (contribution.isOfOrganisation() && !contribution.isDraft()) {
            Organisation organisation =
                    Organisation.findById(contribution.inWhoseName().id());
            if (speaking.mandate(
                            organisation, person, contribution.processId(), () -> topicsOf(contribution.about()), at)
                    .isEmpty()) {
                throw Refused.conflict(language -> words(language).noLongerSpeaks(organisation.name()));
            }
        }
    }

    /** Other words for an organisation are not one person's where two have to say so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void refuseAlone(Contribution contribution) {
        if (contribution.isOfOrganisation()
                && Organisation.<Organisation>findById(
                                contribution.inWhoseName().id())
                        .isTwoPerson()) {
            throw Refused.conflict(language -> words(language).notAlone());
        }
    }

    /** What a form offers to the viewer beside their own name. */
    public List<Organisation> offered(long process, Supplier<Collection<Long>> topics) {
        return viewer.participant()
                .map(speaker -> speaking.offered(speaker.id(), process, topics, now.instant()))
                .orElse(List.of());
    }

    /** For which offices the viewer may reply. */
    public List<Office> offices() {
        return viewer.participant()
                .filter(Participant::isResponder)
                .map(speaker -> responding.offices(speaker.id(), now.instant()))
                .orElse(List.of());
    }

    /** On which boards the viewer sits and decides. */
    public List<Board> boards() {
        return viewer.participant()
                .filter(Participant::isResponder)
                .map(speaker -> deciding.boards(speaker.id(), now.instant()))
                .orElse(List.of());
    }

    /** In whose name the viewer may reply officially in a process: offices, and the board that decides there. */
    public List<Body> bodies(Process process) {
        Stream<Body> offices = offices().stream().map(office -> new Body(office.code(), office.name()));
        boolean isOfBoard = process.decisionBody()
                .filter(body -> body.kind() == Scope.Kind.BOARD)
                .isPresent();
        Stream<Body> board = isOfBoard
                ? boards().stream()
                        .filter(one -> process.decisionBody().equals(Optional.of(one.scope())))
                        .map(one -> new Body(one.code(), one.name()))
                : Stream.of();
        return Stream.concat(offices, board).toList();
    }

    /** The topics of a contribution; of anything else none. */
    public Collection<Long> topicsOf(Scope about) {
        return about.kind() != Scope.Kind.CONTRIBUTION
                ? List.of()
                : entityManager
                        .createNativeQuery(
                                "select topic_id from contribution_topic where contribution_id = :id", Long.class)
                        .setParameter("id", about.id())
                        .getResultList();
    }

    private static String codeOf(Contribution contribution) {
        return Organisation.<Organisation>findById(contribution.inWhoseName().id())
                .code();
    }

    /** Beside the field, with all that was typed. */
    public static Refused notTheirs() {
        return Refused.invalid("name", language -> words(language).notYourOrganisation());
    }

    private static Refused notTheirOffice() {
        return Refused.invalid("name", language -> words(language).notYourOffice());
    }

    private static Refused notTheirBoard() {
        return Refused.invalid("name", language -> words(language).notYourBoard());
    }

    private static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
