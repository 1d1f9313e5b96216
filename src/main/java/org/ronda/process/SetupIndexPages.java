package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Page;

/** The processes that somebody sets up. */
@Path("/setup")
class SetupIndexPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance index(
                List<Process> drafts, List<Process> published, List<Process> archived, boolean mayCreate);
    }

    @Inject
    Administration administration;

    @Inject
    Processes processes;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance index() {
        viewer.writing();
        List<Process> mine = processes.mine();
        if (mine.isEmpty() && !administration.mayCreate()) {
            throw new NotFoundException();
        }
        page.titled(administration.words().setup()).in("setup");
        return Templates.index(
                mine.stream().filter(process -> !process.isPublic()).toList(),
                mine.stream()
                        .filter(process -> process.isPublic() && !process.isArchived())
                        .toList(),
                mine.stream().filter(Process::isArchived).toList(),
                administration.mayCreate());
    }
}
