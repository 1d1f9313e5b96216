package org.ronda.commitment;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.SimilarityGroup;
import org.ronda.kernel.Markdown;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Timeline;

/** What drafts began with: public proposals, topic entries and groups of their process. */
@ApplicationScoped
@Unremovable
class Beginnings {
    /** As many as a draft can still be said to come from. */
    private static final int MOST = 50;

    /**
     * Something that a draft begins with.
     *
     * @param problem the first words of the clause about the problem, without Markdown
     * @param action those of the clause about what shall be done; empty where it says nothing of that
     */
    record Source(Scope scope, String title, String problem, String action) {
        /** What a clause of that kind begins with. */
        Piece piece(Clause.Kind kind) {
            String words = switch (kind) {
                case PROBLEM -> problem;
                case ACTION -> action;
                default -> "";
            };
            return new Piece(kind.name(), "", words, "");
        }
    }

    /**
     * What a draft began with, as everybody reads it.
     *
     * @param title its title, or its code once it was withdrawn or hidden
     * @param language BCP 47 tag of the title
     */
    public record Beginning(String code, String title, String language, String address) {
        static Beginning of(Contribution contribution, SimilarityGroup group) {
            if (contribution == null) {
                return new Beginning(group.code(), group.title(), group.language(), group.address());
            }
            return new Beginning(
                    contribution.code(),
                    contribution.isPublished() ? contribution.headline() : contribution.code(),
                    contribution.language(),
                    contribution.address());
        }
    }

    @Inject
    EntityManager entityManager;

    @Inject
    CommitmentReading reading;

    @Inject
    Team team;

    /** For templates of any room: {@code {beginnings:drafts(timeline, scope)}}, {@code {beginnings:mayBegin(timeline)}}, {@code {beginnings:of(commitment)}}. */
    @TemplateExtension(namespace = "beginnings")
    static class InTemplates {
        private InTemplates() {}

        static List<CommitmentReading.Listed> drafts(Timeline timeline, Scope origin) {
            return beginnings().drafts(timeline, origin);
        }

        static boolean mayBegin(Timeline timeline) {
            return beginnings().mayBegin(timeline);
        }

        static List<Beginning> of(Commitment commitment) {
            return beginnings().of(commitment);
        }

        private static Beginnings beginnings() {
            return Arc.container().instance(Beginnings.class).get();
        }
    }

    /** The public drafts that began with it; none, and no statement, where no phase is about drafts. */
    List<CommitmentReading.Listed> drafts(Timeline timeline, Scope origin) {
        return hasDrafts(timeline) ? reading.publicFrom(origin) : List.of();
    }

    /** Whether the viewer may begin a draft in that process, and a phase of it is about drafts. */
    boolean mayBegin(Timeline timeline) {
        return hasDrafts(timeline)
                && !timeline.process().isArchived()
                && team.has(timeline.process().id());
    }

    private static boolean hasDrafts(Timeline timeline) {
        return timeline.stages().stream().anyMatch(stage -> stage.phase().kind() == Phase.Kind.DRAFT_COMMENT);
    }

    /** In the order in which they were named; one statement. */
    List<Beginning> of(Commitment commitment) {
        return entityManager
                .createQuery(
                        "select c, g from CommitmentOrigin o left join Contribution c on c.id = o.contributionId"
                                + " left join SimilarityGroup g on g.id = o.groupId"
                                + " where o.commitmentId = :draft order by o.id",
                        Object[].class)
                .setParameter("draft", commitment.id())
                .getResultStream()
                .map(row -> Beginning.of((Contribution) row[0], (SimilarityGroup) row[1]))
                .toList();
    }

    /** What these codes name, in their order; refused beside the field where one of them is not there. */
    List<Source> named(Process process, List<String> codes) {
        if (codes.size() > MOST) {
            throw Refused.invalid("from", language -> Drafting.words(language).tooManyOrigins(MOST));
        }
        Map<String, Source> found = codes.isEmpty() ? Map.of() : found(process, codes);
        List<String> missing = new ArrayList<>(codes);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            String all = String.join(", ", missing);
            throw Refused.invalid("from", language -> Drafting.words(language).originUnknown(all));
        }
        return codes.stream().map(found::get).toList();
    }

    private Map<String, Source> found(Process process, List<String> codes) {
        Map<String, Source> found = new HashMap<>();
        entityManager
                .createQuery(
                        "select c from Contribution c where c.code in :codes and c.processId = :process"
                                + " and c.state = :public and c.kind in :kinds",
                        Contribution.class)
                .setParameter("codes", codes)
                .setParameter("process", process.id())
                .setParameter("public", Contribution.State.PUBLISHED)
                .setParameter("kinds", List.of(Contribution.Kind.PROPOSAL, Contribution.Kind.TOPIC_ENTRY))
                .getResultList()
                .forEach(one -> found.put(one.code(), source(one)));
        SimilarityGroup.inForce(process.id(), codes)
                .forEach(group -> found.put(
                        group.code(),
                        new Source(group.scope(), group.title(), Markdown.toText(group.synthesis()), "")));
        return found;
    }

    private static Source source(Contribution contribution) {
        Map<String, String> words = contribution.words();
        return new Source(
                contribution.scope(),
                contribution.headline(),
                Markdown.toText(words.getOrDefault("problem", "")),
                Markdown.toText(words.getOrDefault("solution", "")));
    }
}
