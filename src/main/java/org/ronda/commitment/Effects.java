package org.ronda.commitment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.comment.Comment;
import org.ronda.comment.Talk;
import org.ronda.comment.Voice;
import org.ronda.contribution.Carried;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Outcome;
import org.ronda.contribution.Sitting;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.process.Phase;

/** Where the words of contributions went, and where the words of clauses came from; only what is public. */
@ApplicationScoped
@Unremovable
class Effects {
    @Inject
    EntityManager entityManager;

    /** For templates of any room: {@code {effects:of(contribution)}}, {@code {effects:decided(talk)}}, {@code {effects:carried(amendment)}}. */
    @TemplateExtension(namespace = "effects")
    static class InTemplates {
        private InTemplates() {}

        private static Effects effects() {
            return Arc.container().instance(Effects.class).get();
        }

        static List<Shown> of(Contribution contribution) {
            return effects().of(contribution);
        }

        /** Of a thread about a clause, by the ids of its comments; costs nothing elsewhere. */
        static Map<Long, Decided> decided(Talk talk) {
            List<Long> roots = talk.voices().stream()
                    .filter(voice -> voice.depth() == 1)
                    .map(Voice::id)
                    .toList();
            return !talk.subject().hasWords() || roots.isEmpty()
                    ? Map.of()
                    : effects().decided(roots);
        }

        static Later carried(Contribution contribution) {
            return effects().carried(List.of(contribution.id())).get(contribution.id());
        }

        static Map<Long, Later> carriedIn(Talk talk) {
            List<Long> roots = talk.voices().stream()
                    .filter(voice -> voice.depth() == 1)
                    .map(Voice::id)
                    .toList();
            return !talk.subject().hasWords() || roots.isEmpty()
                    ? Map.of()
                    : effects().carried(roots);
        }
    }

    /**
     * What a contribution changed in a public version.
     *
     * @param language of the draft
     * @param heading its own heading there or the last that it had, or empty for that of its kind
     */
    record Shown(
            Commitment commitment,
            Clause clause,
            int version,
            String heading,
            Effect.Relation relation,
            String before,
            String after) {
        public String title(Language language) {
            return heading.isEmpty() ? clause.kind().in(language) : heading;
        }

        public String relationIn(Language language) {
            return relation.in(language);
        }

        public String address() {
            return commitment.address() + "/clauses/" + clause.key() + "/origins";
        }

        public String language() {
            return commitment.language();
        }

        public List<Piece> pieces() {
            return Comparison.between(before == null ? "" : before, after == null ? "" : after);
        }
    }

    /** The latest round that something undecided was carried to. */
    record Later(Carried carried, Phase round) {}

    Map<Long, Later> carried(Collection<Long> contributions) {
        Map<Long, Later> carried = new HashMap<>();
        entityManager
                .createQuery(
                        "select d, f from Carried d join Phase f on f.id = d.toPhaseId where d.contributionId in :ids"
                                + " order by d.carriedAt",
                        Object[].class)
                .setParameter("ids", contributions)
                .getResultList()
                .forEach(row ->
                        carried.put(((Carried) row[0]).contributionId(), new Later((Carried) row[0], (Phase) row[1])));
        return carried;
    }

    /** What became of a comment, with the sitting that decided it. */
    record Decided(Outcome outcome, Sitting sitting, List<Shown> effects) {}

    Map<Long, Decided> decided(List<Long> comments) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select o, s from Outcome o join Sitting s on s.id = o.sittingId"
                                + " where o.contributionId in :ids and o.publishedAt is not null",
                        Object[].class)
                .setParameter("ids", comments)
                .getResultList();
        if (rows.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Shown>> effects =
                of(rows.stream().map(row -> ((Outcome) row[0]).contributionId()).toList());
        Map<Long, Decided> decided = new HashMap<>();
        for (Object[] row : rows) {
            Outcome outcome = (Outcome) row[0];
            decided.put(
                    outcome.contributionId(),
                    new Decided(outcome, (Sitting) row[1], effects.getOrDefault(outcome.contributionId(), List.of())));
        }
        return decided;
    }

    /** What public versions took from a contribution; one statement. */
    List<Shown> of(Contribution contribution) {
        return of(List.of(contribution.id())).getOrDefault(contribution.id(), List.of());
    }

    /** The same for several, by their ids. */
    private Map<Long, List<Shown>> of(Collection<Long> contributions) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select e, c, v, m, t.heading from Effect e join Clause c on c.id = e.clauseId"
                                + " join CommitmentVersion v on v.id = e.versionId"
                                + " join Commitment m on m.id = v.commitmentId"
                                + " left join ClauseText t on t.versionId = v.id and t.clauseId = c.id"
                                + " where e.contributionId in :ids and v.state <> :working order by v.n, e.id",
                        Object[].class)
                .setParameter("ids", contributions)
                .setParameter("working", CommitmentVersion.State.WORKING)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Effect) row[0]).contributionId(),
                        Collectors.mapping(Effects::shown, Collectors.toList())));
    }

    private static Shown shown(Object[] row) {
        Effect effect = (Effect) row[0];
        return new Shown(
                (Commitment) row[3],
                (Clause) row[1],
                ((CommitmentVersion) row[2]).n(),
                row[4] == null ? "" : (String) row[4],
                effect.relation(),
                effect.before(),
                effect.after());
    }

    /**
     * A contribution that words of a clause came from.
     *
     * @param by whose it is; null once erased
     */
    record Source(Contribution contribution, Effect effect, AmendmentReading.Speaker by) {
        /** What was said, or the mark that is left of it. */
        public boolean isReadable() {
            return contribution.isPublished();
        }

        public String relationIn(Language language) {
            return effect.relation().in(language);
        }

        public boolean isComment() {
            return contribution.kind() == Contribution.Kind.COMMENT;
        }

        /** Its very words. */
        public String said() {
            return contribution instanceof Comment comment
                    ? comment.body()
                    : contribution instanceof Amendment amendment ? amendment.reason() : contribution.headline();
        }
    }

    /** By the id of the clause; one statement, whatever its length. */
    Map<Long, List<Source>> in(Edition edition) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select e, c, " + AmendmentReading.NAMED
                                + " from Effect e join Contribution c on c.id = e.contributionId"
                                + AmendmentReading.naming("c") + " where e.versionId = :version order by e.id",
                        Object[].class)
                .setParameter("version", edition.version().id())
                .getResultList();
        Map<Long, List<Source>> byClause = new LinkedHashMap<>();
        for (Object[] row : rows) {
            Contribution contribution = (Contribution) row[1];
            Effect effect = (Effect) row[0];
            byClause.computeIfAbsent(effect.clauseId(), clause -> new ArrayList<>())
                    .add(new Source(
                            contribution,
                            effect,
                            row[2] == null ? null : new AmendmentReading.Speaker((String) row[2], (String) row[3])));
        }
        return byClause;
    }

    /** The draft that a contribution is about, if it is about one. */
    static Commitment about(Contribution contribution) {
        if (contribution instanceof Amendment amendment) {
            return Commitment.findById(amendment.commitmentId());
        }
        return contribution instanceof Comment comment && comment.subject().kind() == Scope.Kind.CLAUSE
                ? Commitment.findById(
                        Clause.<Clause>findById(comment.subject().id()).commitmentId())
                : null;
    }
}
