package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Wording;

/** The posts of a process, and each with what it said before it was corrected. */
@Path("/processes/{slug}/news")
class NewsPages {
    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance news(Process process, ProcessNews news, List<NewsRevision> revisions);

        static native TemplateInstance allNews(Process process, Slice<ProcessNews> news);
    }

    private static final int PAGE = 20;

    @Inject
    Processes processes;

    @Inject
    Page page;

    @GET
    public TemplateInstance list(@RestPath String slug, @RestQuery String cursor) {
        Process process = processes.reach(slug);
        String title = Wording.of(SetupMessages.class, page.language()).news();
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title)
                .feed(process.address() + "/feed.atom");
        return Templates.allNews(process, ProcessNews.page(process.id(), Cursor.parse(cursor, 2), PAGE));
    }

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
        return Templates.news(process, news, NewsRevision.of(news, page.language()));
    }
}
