package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;
import org.ronda.process.Topic;

/** What I said, of whatever kind, with the state of each; drafts first. */
@Path("/me")
class MyPages {
    private static final int DRAFTS = 100;
    private static final int PAGE = 30;
    private static final String WRITTEN = " c.id in (select a.contributionId from CoAuthor a"
            + " where a.participantId = :me and a.state = :accepted)";

    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance mine(
                List<Proposal> drafts,
                Slice<Contribution> sent,
                Map<Long, Process> processes,
                Map<Long, List<Topic>> cameOf);
    }

    @Inject
    EntityManager entityManager;

    @Inject
    TopicReading topicReading;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance mine(@RestQuery String cursor) {
        long me = viewer.required().id();
        Cursor after = Cursor.parse(cursor, 1);
        page.titled(Proposing.words(page.language()).mine()).in("me");
        Slice<Contribution> sent = sent(me, after);
        List<Long> entries = sent.items().stream()
                .filter(one -> one.kind() == Contribution.Kind.TOPIC_ENTRY)
                .map(Contribution::id)
                .toList();
        List<Proposal> drafts = after == null ? drafts(me) : List.of();
        return Templates.mine(drafts, sent, processes(drafts, sent), topicReading.cameOf(entries));
    }

    private static Map<Long, Process> processes(List<Proposal> drafts, Slice<Contribution> sent) {
        Set<Long> ids = Stream.concat(drafts.stream(), sent.items().stream())
                .map(Contribution::processId)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : Process.<Process>list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(Process::id, Function.identity()));
    }

    private List<Proposal> drafts(long me) {
        return entityManager
                .createQuery(
                        "select c from Proposal c where c.state = :draft and" + WRITTEN + " order by c.id desc",
                        Proposal.class)
                .setParameter("me", me)
                .setParameter("accepted", CoAuthor.State.ACCEPTED)
                .setParameter("draft", Contribution.State.DRAFT)
                .setMaxResults(DRAFTS)
                .getResultList();
    }

    private Slice<Contribution> sent(long me, Cursor after) {
        List<Contribution> rows = entityManager
                .createQuery(
                        "select c from Contribution c where (c.state <> :draft or c.kind = :amendment)"
                                + " and c.id < :before and" + WRITTEN
                                + " order by c.id desc",
                        Contribution.class)
                .setParameter("me", me)
                .setParameter("accepted", CoAuthor.State.ACCEPTED)
                .setParameter("draft", Contribution.State.DRAFT)
                // what nobody confirmed in time is its author's again, and kept nowhere else
                .setParameter("amendment", Contribution.Kind.AMENDMENT)
                .setParameter("before", after == null ? Long.MAX_VALUE : after.number(0))
                .setMaxResults(PAGE + 1)
                .getResultList();
        return Slice.of(rows, PAGE, one -> Cursor.of(one.id()));
    }
}
