package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Page;

/** A post of a process. */
@Path("/processes/{slug}/news")
class NewsPages {
    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance news(Process process, ProcessNews news);
    }

    @Inject
    Processes processes;

    @Inject
    Page page;

    @GET
    @Path("{code}")
    public TemplateInstance show(@RestPath String slug, @RestPath String code) {
        Process process = processes.reach(slug);
        ProcessNews news = ProcessNews.byCode(process.id(), code).orElseThrow(NotFoundException::new);
        String title = news.title().in(page.language()).text();
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title)
                .shared(Excerpt.ofMarkdown(news.body().in(page.language()).text(), 160))
                .feed(process.address() + "/feed.atom");
        return Templates.news(process, news);
    }
}
