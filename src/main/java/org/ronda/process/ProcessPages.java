package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Wording;

/** The list of processes, a process with its timeline, and a phase. */
@Path("/processes")
class ProcessPages {
    private static final int PAGE = 20;

    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance index(
                List<ProcessCard> current, List<ProcessCard> mine, boolean isArchive, Cursor next);

        static native TemplateInstance show(
                Course course, DecisionBodies.Body decides, List<ProcessNews> news, List<ProcessReading> readings);

        static native TemplateInstance phase(Course course, Stage stage, List<Option> contract);
    }

    private static final int NEWS = 5;

    @Inject
    Processes processes;

    @Inject
    Cards cards;

    @Inject
    DecisionBodies decisionBodies;

    @Inject
    Page page;

    @GET
    public TemplateInstance index(@RestQuery boolean archived, @RestQuery String cursor) {
        page.titled(words().processes()).in("processes");
        List<ProcessCard> mine = cards.of(processes.mine()).stream()
                .filter(card -> !card.process().isPublic())
                .toList();
        Cursor after = Cursor.parse(cursor, 2);
        Slice<Process> slice = archived ? processes.archived(after, PAGE) : processes.current(after, PAGE);
        boolean isFirst = !archived && after == null;
        return Templates.index(cards.of(slice.items()), isFirst ? mine : List.of(), archived, slice.next());
    }

    @GET
    @Path("{slug}")
    @Compressed
    public Object show(@RestPath String slug) {
        Optional<Process> reached = processes.reached(slug);
        if (reached.isEmpty()) {
            String present = processes.present(slug).orElseThrow(NotFoundException::new);
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create("/processes/" + present))
                    .build();
        }
        Process process = reached.get();
        String title = process.title().in(page.language()).text();
        page.titled(title)
                .in("processes")
                .crumb(words().processes(), "/processes")
                .crumb(title)
                .shared(process.summary().in(page.language()).text())
                .feed(process.address() + "/feed.atom");
        return Templates.show(
                processes.course(process),
                decisionBodies.of(process).orElse(null),
                ProcessNews.latest(process.id(), NEWS),
                ProcessReading.of(process.id()));
    }

    @GET
    @Path("{slug}/phases/{code}")
    public TemplateInstance phase(@RestPath String slug, @RestPath String code) {
        Process process = processes.reach(slug);
        Course course = processes.course(process);
        Stage stage = course.timeline().of(code).orElseThrow(NotFoundException::new);
        String title = stage.phase().title().in(page.language()).text();
        page.titled(words().phaseTitled(title))
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title);
        return Templates.phase(
                course,
                stage,
                ContractInWords.of(stage.phase().kind(), stage.contract(), process.zone(), page.language()));
    }

    private ProcessMessages words() {
        return Wording.of(ProcessMessages.class, page.language());
    }
}
