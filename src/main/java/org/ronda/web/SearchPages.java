package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.process.Process;
import org.ronda.search.Search;

/** One box that finds processes, proposals and comments. */
@Path("/search")
class SearchPages {
    private static final int PAGE = 20;

    /** Something found, with its address. */
    record Found(Search.Hit hit, String address, String process) {
        public boolean isProcess() {
            return hit.kind().equals("process");
        }

        public boolean isProposal() {
            return hit.kind().equals("proposal");
        }

        public boolean isEntry() {
            return hit.kind().equals("entry");
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance search(String query, List<Found> found, Cursor next);
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Search search;

    @Inject
    Page page;

    @GET
    @Limited(times = 60, perSeconds = 60)
    public TemplateInstance search(@RestQuery String q, @RestQuery String cursor) {
        page.titled(Wording.of(WebMessages.class, page.language()).search());
        String query = q == null ? "" : q.strip();
        List<Search.Hit> hits = search.find(query, null, null, Cursor.parse(cursor, 3), PAGE + 1);
        boolean hasMore = hits.size() > PAGE;
        List<Search.Hit> shown = hasMore ? hits.subList(0, PAGE) : hits;
        return Templates.search(
                query, found(shown), hasMore ? shown.get(PAGE - 1).cursor() : null);
    }

    /** Addresses and processes of all hits, in two statements. */
    private List<Found> found(List<Search.Hit> hits) {
        Map<Long, Process> processes = new HashMap<>();
        Map<Scope, String> addresses = new HashMap<>();
        List<Long> processIds = hits.stream()
                .map(Search.Hit::processId)
                .filter(id -> id != null)
                .distinct()
                .toList();
        if (!processIds.isEmpty()) {
            Process.<Process>list("id in ?1", processIds).forEach(process -> {
                processes.put(process.id(), process);
                addresses.put(process.scope(), process.address());
            });
        }
        List<Long> contributions = hits.stream()
                .map(Search.Hit::subject)
                .filter(subject -> subject.kind() == Scope.Kind.CONTRIBUTION)
                .map(Scope::id)
                .toList();
        if (!contributions.isEmpty()) {
            entityManager
                    .createQuery("select c from Contribution c where c.id in :ids", Contribution.class)
                    .setParameter("ids", contributions)
                    .getResultList()
                    .forEach(contribution -> addresses.put(contribution.scope(), contribution.address()));
        }
        return hits.stream()
                .filter(hit -> addresses.containsKey(hit.subject()))
                .filter(hit -> hit.processId() == null
                        || processes.containsKey(hit.processId())
                                && processes.get(hit.processId()).isPublic())
                .map(hit -> new Found(
                        hit,
                        addresses.get(hit.subject()),
                        hit.processId() == null
                                ? ""
                                : processes
                                        .get(hit.processId())
                                        .title()
                                        .in(page.language())
                                        .text()))
                .toList();
    }
}
