package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Attachments;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;
import org.ronda.process.Process;
import org.ronda.process.Role;
import org.ronda.process.Standing;

/** Reads what waits for the moderators of a process. A moderator of one process is a visitor in every other. */
@ApplicationScoped
class Desk {
    private static final int PAGE = 20;
    private static final String COUNTS = "select p.id,"
            + " (select count(distinct r.contribution_id) from report r join contribution c on c.id = r.contribution_id"
            + " where c.process_id = p.id and r.decision_id is null and c.state <> 'WITHDRAWN'),"
            + " (select count(*) from contribution c where c.process_id = p.id and c.state = 'HELD'),"
            + " (select count(*) from moderation_decision d where d.process_id = p.id"
            + " and d.second_look_asked_at is not null and d.second_look_at is null and d.is_in_force),"
            + " (select count(*) from contribution c where c.process_id = p.id and c.state = 'HIDDEN'),"
            + " (select count(*) from moderation_decision d where d.process_id = p.id and d.kind = 'BLOCK'"
            + " and d.is_in_force and d.until > :now) from process p where p.id in (:processes)";

    @Inject
    EntityManager entityManager;

    @Inject
    Attachments attachments;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    Now now;

    /** What may be decided about a contribution in its present state. */
    static List<Decision.Kind> acts(Contribution contribution, boolean isReported) {
        return switch (contribution.state()) {
            case PUBLISHED ->
                isReported
                        ? List.of(Decision.Kind.KEEP, Decision.Kind.REDACT, Decision.Kind.HIDE)
                        : List.of(Decision.Kind.REDACT, Decision.Kind.HIDE);
            case HELD -> List.of(Decision.Kind.RELEASE, Decision.Kind.REDACT, Decision.Kind.REFUSE);
            case HIDDEN -> List.of(Decision.Kind.RESTORE);
            default -> List.of();
        };
    }

    /** The act as the moderator chooses it. */
    static String verb(Decision.Kind kind, Language language) {
        ModerationMessages words = Moderating.words(language);
        return switch (kind) {
            case HIDE -> words.actHide();
            case REDACT -> words.actRedact();
            case RESTORE -> words.actRestore();
            case RELEASE -> words.actRelease();
            case REFUSE -> words.actRefuse();
            case KEEP -> words.actKeep();
            default -> throw new IllegalArgumentException(kind + " is not about a contribution");
        };
    }

    /** The processes that the viewer moderates, the latest first. */
    List<Process> processes() {
        Set<Long> ids = standing.processIds().stream()
                .filter(id -> standing.is(id, Role.MODERATOR))
                .collect(Collectors.toSet());
        return ids.isEmpty() ? List.of() : Process.list("id in ?1 order by createdAt desc, id desc", ids);
    }

    /** The viewer, who moderates some process: whoever moderates none does not learn what a decision takes. */
    Participant moderator() {
        Participant moderator = viewer.writing();
        if (processes().isEmpty()) {
            throw new NotFoundException();
        }
        return moderator;
    }

    /** How much waits in each process. */
    Map<Long, Map<Queue, Integer>> counts(Collection<Long> processes) {
        List<Object[]> rows = entityManager
                .createNativeQuery(COUNTS, Object[].class)
                .setParameter("now", now.instant())
                .setParameter("processes", processes)
                .getResultList();
        Map<Long, Map<Queue, Integer>> counts = new HashMap<>();
        for (Object[] row : rows) {
            Map<Queue, Integer> ofOne = new EnumMap<>(Queue.class);
            int column = 1;
            for (Queue queue : List.of(Queue.REPORTS, Queue.HELD, Queue.LOOKS, Queue.HIDDEN, Queue.BLOCKS)) {
                ofOne.put(queue, ((Number) row[column++]).intValue());
            }
            counts.put(((Number) row[0]).longValue(), ofOne);
        }
        return counts;
    }

    Process reach(String slug) {
        return Process.<Process>find("slug", slug)
                .firstResultOptional()
                .filter(process -> standing.is(process.id(), Role.MODERATOR))
                .orElseThrow(NotFoundException::new);
    }

    /** @param at the code of what is looked at, or null for the first of the queue */
    DeskView view(Process process, Queue asked, String at, String cursor, Participant moderator) {
        Map<Queue, Integer> counts = counts(List.of(process.id())).get(process.id());
        Queue queue = asked == null ? fullest(counts) : asked;
        Slice<DeskView.Row> slice = queue(process, queue, Cursor.parse(cursor, 2), PAGE);
        String first = slice.items().isEmpty() ? null : slice.items().get(0).code();
        String code = at == null || at.isEmpty() ? first : at;
        return new DeskView(
                process,
                queue,
                counts,
                slice.items(),
                slice.next(),
                code == null ? null : open(process, code, moderator));
    }

    Slice<DeskView.Row> queue(Process process, Queue queue, Cursor after, int limit) {
        List<Object[]> found = rows(process, queue, after, limit);
        boolean hasMore = found.size() > limit;
        List<Object[]> shown = hasMore ? found.subList(0, limit) : found;
        Map<Long, Contribution> contributions = contributions(shown);
        Map<Long, Author> authors = authors(contributions.keySet());
        Object[] last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        return new Slice<>(
                shown.stream().map(row -> row(row, contributions, authors)).toList(),
                hasMore ? Cursor.of(Rows.instant(last[1]), last[2]) : null);
    }

    /** @param code that of a contribution of the process, or of a decision about one */
    DeskView.Case open(Process process, String code, Participant moderator) {
        Decision decision = Decision.byCode(code).orElse(null);
        Contribution contribution = contribution(code, decision, process);
        Author author = authors(Set.of(contribution.id())).get(contribution.id());
        return open(contribution, decision, author, moderator);
    }

    private static Queue fullest(Map<Queue, Integer> counts) {
        for (Queue queue : List.of(Queue.REPORTS, Queue.HELD, Queue.LOOKS)) {
            if (counts.get(queue) > 0) {
                return queue;
            }
        }
        return Queue.REPORTS;
    }

    private List<Object[]> rows(Process process, Queue queue, Cursor after, int limit) {
        String compare = queue.isUp ? ">" : "<";
        String direction = queue.isUp ? "" : " desc";
        Query query = entityManager
                .createNativeQuery(
                        "select code, at, tie, contribution, n from (" + queue.rows + ") waiting"
                                + (after == null
                                        ? ""
                                        : " where at " + compare + " :at or at = :at and tie " + compare + " :tie")
                                + " order by at" + direction + ", tie" + direction + " limit " + (limit + 1),
                        Object[].class)
                .setParameter("process", process.id());
        if (queue == Queue.BLOCKS) {
            query.setParameter("now", now.instant());
        }
        if (after != null) {
            query.setParameter("at", after.instant(0)).setParameter("tie", after.number(1));
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows;
    }

    /** What is looked at: of this process, sent, and known by its own code or by that of a decision about it. */
    private Contribution contribution(String code, Decision decision, Process process) {
        Contribution found = decision == null
                ? Contribution.<Contribution>find("code", Code.normalise(code)).firstResult()
                : entityManager.find(Contribution.class, decision.contributionId());
        if (found == null || found.processId() != process.id() || found.isDraft() || found.isUnconfirmed()) {
            throw new NotFoundException();
        }
        return found;
    }

    private Map<Long, Contribution> contributions(List<Object[]> rows) {
        Set<Long> ids = rows.stream().map(row -> ((Number) row[3]).longValue()).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select c from Contribution c where c.id in :ids", Contribution.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
    }

    private record Author(String name, boolean isOrganisation) {}

    private Map<Long, Author> authors(Set<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select c.id, u.name, o.name, coalesce(f.name, b.name) as body from contribution c"
                                + " left join participant u on u.id = c.author_id"
                                + " left join organisation o on c.name_kind = 'ORGANISATION' and o.id = c.name_id"
                                + " left join office f on c.name_kind = 'OFFICE' and f.id = c.name_id"
                                + " left join board b on c.name_kind = 'BOARD' and b.id = c.name_id"
                                + " where c.id in (:ids)",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), this::author));
    }

    private Author author(Object[] row) {
        String person = row[1] == null ? "" : (String) row[1];
        if (row[3] != null) {
            String body = new Translated.AsJson()
                    .convertToEntityAttribute((String) row[3])
                    .in(page.language())
                    .text();
            return new Author(body + " · " + person, true);
        }
        return row[2] == null ? new Author(person, false) : new Author(row[2] + " · " + person, true);
    }

    private static DeskView.Row row(Object[] row, Map<Long, Contribution> contributions, Map<Long, Author> authors) {
        long contribution = ((Number) row[3]).longValue();
        return new DeskView.Row(
                (String) row[0],
                contributions.get(contribution),
                authors.get(contribution).name(),
                Rows.instant(row[1]),
                ((Number) row[4]).intValue());
    }

    private DeskView.Case open(Contribution contribution, Decision decision, Author author, Participant moderator) {
        List<Report> reports = Report.openOn(contribution.id());
        Participant blocked = contribution.authorId() == null ? null : Participant.findById(contribution.authorId());
        return new DeskView.Case(
                contribution,
                author.name(),
                author.isOrganisation(),
                files(contribution),
                reports,
                Decision.about(contribution.id()),
                decision,
                CoAuthor.wrote(contribution.id(), moderator.id()),
                decision != null && decision.decidedBy() == moderator.id(),
                acts(contribution, !reports.isEmpty()),
                blocked != null && blocked.isBlocked(now.instant()) ? blocked.blockedUntil() : null);
    }

    /** None of what is withdrawn: nobody reaches its files. */
    private List<Attachment> files(Contribution contribution) {
        String words = contribution.words().get("files");
        return words == null || contribution.isWithdrawn()
                ? List.of()
                : Attachment.saidIn(words, attachments.of(contribution));
    }
}
