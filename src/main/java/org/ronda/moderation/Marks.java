package org.ronda.moderation;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronda.comment.Talk;
import org.ronda.comment.Voice;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Marking;
import org.ronda.process.Process;
import org.ronda.process.Role;
import org.ronda.process.Standing;

/** What moderation left on the contributions of a page, for the pages of the earlier rooms. */
@ApplicationScoped
@Unremovable
public class Marks implements Marking {
    /**
     * What is said of the contributions of one page: the decisions in force about them, the latest first, and the places
     * of those that wait.
     *
     * @param desk where the viewer decides about them, or null for who does not moderate the process
     */
    public record OnPage(Map<Long, List<Decision>> decisions, Map<Long, Integer> places, String desk) {
        public List<Decision> of(long contribution) {
            return decisions.getOrDefault(contribution, List.of());
        }

        /** The place in the queue of what is held, from 1. */
        public int place(long contribution) {
            return places.getOrDefault(contribution, 0);
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Standing standing;

    /** For templates: {@code {marks:of(proposal, process)}}, {@code {marks:in(talk)}}. */
    @TemplateExtension(namespace = "marks")
    static class InTemplates {
        private InTemplates() {}

        static OnPage of(Contribution contribution, Process process) {
            List<Long> one = List.of(contribution.id());
            return marks().of(process, one, contribution.isHeld() ? one : List.of());
        }

        static OnPage in(Talk talk) {
            return marks().of(
                            talk.subject().process(),
                            talk.voices().stream().map(Voice::id).toList(),
                            talk.voices().stream()
                                    .filter(Voice::isHeld)
                                    .map(Voice::id)
                                    .toList());
        }

        /** The places in the queue of those that wait, by their ids. */
        static Map<Long, Integer> held(Collection<Contribution> contributions) {
            List<Long> held = contributions.stream()
                    .filter(Contribution::isHeld)
                    .map(Contribution::id)
                    .toList();
            return held.isEmpty() ? Map.of() : marks().places(held);
        }

        private static Marks marks() {
            return Arc.container().instance(Marks.class).get();
        }
    }

    OnPage of(Process process, Collection<Long> contributions, Collection<Long> held) {
        Map<Long, List<Decision>> decisions = new HashMap<>();
        if (!contributions.isEmpty()) {
            Decision.<Decision>list(
                            "contributionId in ?1 and isInForce and kind <> ?2 order by id desc",
                            contributions,
                            Decision.Kind.BLOCK)
                    .forEach(decision -> decisions
                            .computeIfAbsent(decision.contributionId(), id -> new ArrayList<>())
                            .add(decision));
        }
        String desk = standing.is(process.id(), Role.MODERATOR) ? "/desk/" + process.slug() : null;
        return new OnPage(decisions, held.isEmpty() ? Map.of() : places(held), desk);
    }

    @Override
    public Map<Long, List<Mark>> marks(Process process, Collection<Long> contributions) {
        Map<Long, List<Mark>> marks = new HashMap<>();
        of(process, contributions, List.of())
                .decisions()
                .forEach((id, decisions) ->
                        marks.put(id, decisions.stream().map(Marks::mark).toList()));
        return marks;
    }

    private static Mark mark(Decision decision) {
        return new Mark(
                decision.code(),
                decision.kind().key(),
                decision.rule().key(),
                decision.reason(),
                decision.decidedAt(),
                decision.isLookOpen());
    }

    Map<Long, Integer> places(Collection<Long> held) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select c.id, (select count(*) from contribution b where b.process_id = c.process_id"
                                + " and b.state = 'HELD' and (b.entered_at < c.entered_at"
                                + " or b.entered_at = c.entered_at and b.id <= c.id))"
                                + " from contribution c where c.id in (:held)",
                        Object[].class)
                .setParameter("held", held)
                .getResultList();
        Map<Long, Integer> places = new HashMap<>();
        rows.forEach(row -> places.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        return places;
    }
}
