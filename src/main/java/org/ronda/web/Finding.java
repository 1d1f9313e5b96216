package org.ronda.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.commitment.Commitment;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.process.Process;
import org.ronda.search.Search;

/** What a search finds, with addresses and the beginnings of texts, for the page and for programs. */
@ApplicationScoped
class Finding {
    static final Set<String> KINDS = Set.of("process", "proposal", "entry", "comment", "commitment", "amendment");
    private static final int EXCERPT = 180;

    /** Something found, and the process that it is or stands in. */
    record Found(Search.Hit hit, String address, String excerpt, Process process) {
        public boolean isProcess() {
            return hit.kind().equals("process");
        }

        public boolean isProposal() {
            return hit.kind().equals("proposal");
        }

        public boolean isCommitment() {
            return hit.kind().equals("commitment");
        }

        public boolean isAmendment() {
            return hit.kind().equals("amendment");
        }

        public boolean isEntry() {
            return hit.kind().equals("entry");
        }
    }

    /** One page of what was found; {@code next} is null on the last. */
    record Slice(List<Found> found, Cursor next) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Search search;

    /** In four statements at most, however much is found. */
    Slice find(String query, Process process, String kind, String cursor, int limit, Language language) {
        List<Search.Hit> hits =
                search.find(query, process == null ? null : process.id(), kind, Cursor.parse(cursor, 3), limit + 1);
        boolean hasMore = hits.size() > limit;
        List<Search.Hit> shown = hasMore ? hits.subList(0, limit) : hits;
        return new Slice(found(shown, language), hasMore ? shown.get(limit - 1).cursor() : null);
    }

    private List<Found> found(List<Search.Hit> hits, Language language) {
        Map<Long, Process> processes = new HashMap<>();
        List<Long> processIds = hits.stream()
                .map(Search.Hit::processId)
                .filter(id -> id != null)
                .distinct()
                .toList();
        if (!processIds.isEmpty()) {
            Process.<Process>list("id in ?1", processIds).forEach(process -> processes.put(process.id(), process));
        }
        Map<Long, Contribution> contributions = new HashMap<>();
        List<Long> ids = hits.stream()
                .map(Search.Hit::subject)
                .filter(subject -> subject.kind() == Scope.Kind.CONTRIBUTION)
                .map(Scope::id)
                .toList();
        if (!ids.isEmpty()) {
            entityManager
                    .createQuery("select c from Contribution c where c.id in :ids", Contribution.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(contribution -> contributions.put(contribution.id(), contribution));
        }
        Map<Long, Commitment> commitments = commitments(hits);
        return hits.stream()
                .filter(hit -> processes.containsKey(hit.processId())
                        && processes.get(hit.processId()).isPublic())
                .map(hit -> found(
                        hit,
                        processes.get(hit.processId()),
                        contributions.get(hit.subject().id()),
                        commitments.get(hit.subject().id()),
                        language))
                .filter(found -> found != null)
                .toList();
    }

    private static Map<Long, Commitment> commitments(List<Search.Hit> hits) {
        List<Long> ids = hits.stream()
                .map(Search.Hit::subject)
                .filter(subject -> subject.kind() == Scope.Kind.COMMITMENT)
                .map(Scope::id)
                .toList();
        Map<Long, Commitment> commitments = new HashMap<>();
        if (!ids.isEmpty()) {
            Commitment.<Commitment>list("id in ?1", ids).forEach(one -> commitments.put(one.id(), one));
        }
        return commitments;
    }

    private static Found found(
            Search.Hit hit, Process process, Contribution contribution, Commitment commitment, Language language) {
        if (hit.subject().kind() == Scope.Kind.PROCESS) {
            String summary = process.summary().in(language).text();
            return new Found(hit, process.address(), Excerpt.ofMarkdown(summary, EXCERPT), process);
        }
        if (hit.subject().kind() == Scope.Kind.COMMITMENT) {
            return new Found(hit, commitment.address(), "", process);
        }
        if (contribution == null || !contribution.isPublished()) {
            return null;
        }
        // a comment has no title: what is shown as one is its beginning already
        String text = contribution.words().getOrDefault("problem", "");
        return new Found(hit, contribution.address(), Excerpt.ofMarkdown(text, EXCERPT), process);
    }
}
