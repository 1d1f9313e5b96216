package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** One box that finds processes, proposals, drafts and comments. */
@Path("/search")
class SearchPages {
    private static final int PAGE = 20;

    /** What was asked, as the form shows it again; {@code process} is null for everywhere. */
    record Asked(String query, String kind, Process process) {
        /** The query as it stands in an address. */
        public String inAddress() {
            return URLEncoder.encode(query, StandardCharsets.UTF_8);
        }

        public boolean isForAll() {
            return kind.isEmpty();
        }

        public boolean isForProcesses() {
            return kind.equals("process");
        }

        public boolean isForProposals() {
            return kind.equals("proposal");
        }

        public boolean isForEntries() {
            return kind.equals("entry");
        }

        public boolean isForAmendments() {
            return kind.equals("amendment");
        }

        public boolean isForCommitments() {
            return kind.equals("commitment");
        }

        public boolean isForComments() {
            return kind.equals("comment");
        }
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance search(Asked asked, Finding.Slice slice);
    }

    @Inject
    Finding finding;

    @Inject
    Processes processes;

    @Inject
    Page page;

    @GET
    @Limited(times = 60, perSeconds = 60)
    public TemplateInstance search(
            @RestQuery String q, @RestQuery String kind, @RestQuery String process, @RestQuery String cursor) {
        page.titled(Wording.of(WebMessages.class, page.language()).search());
        String chosen = kind != null && Finding.KINDS.contains(kind) ? kind : "";
        Process within = process == null || process.isBlank() ? null : processes.reach(process);
        Asked asked = new Asked(q == null ? "" : q.strip(), chosen, within);
        return Templates.search(
                asked,
                finding.find(asked.query(), within, chosen.isEmpty() ? null : chosen, cursor, PAGE, page.language()));
    }
}
