package org.ronda.contribution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/** The groups of a process, and a new one. */
@Path("/processes/{slug}/groups")
class GroupsPages {
    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance index(Process process, Slice<GroupReading.Listed> groups, boolean isTeam);

        static native TemplateInstance begin(Process process, GroupInput input, Errors errors);
    }

    @Inject
    GroupReading reading;

    @Inject
    Grouping grouping;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance index(@RestPath String slug, @RestQuery String cursor) {
        Process process = processes.reach(slug);
        titled(process, words().groups());
        return Templates.index(
                process,
                reading.of(process, Cursor.parse(cursor, 1), GroupReading.PAGE),
                standing.isOfTeam(process.id()) && !process.isArchived());
    }

    @GET
    @Path("new")
    public TemplateInstance askMake(@RestPath String slug) {
        viewer.writing();
        Process process = own(slug);
        String first = process.languages().get(0).tag();
        return form(process, kept.as(GroupInput.class).orElse(new GroupInput("", "", first, "", null)), Errors.NONE);
    }

    @POST
    public Response make(@RestPath String slug, @BeanParam GroupInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Process process = own(slug);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> URI.create(grouping.make(process.id(), input, Code.allIn(input.codes()), by.id())
                                .address()
                        + "/members"),
                errors -> form(process, input, errors));
    }

    private Process own(String slug) {
        Process process = processes.reach(slug);
        if (!standing.isOfTeam(process.id())) {
            throw new NotFoundException();
        }
        return process;
    }

    private TemplateInstance form(Process process, GroupInput input, Errors errors) {
        titled(process, words().make());
        return Templates.begin(process, input, errors);
    }

    private void titled(Process process, String title) {
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address());
        if (!title.equals(words().groups())) {
            page.crumb(words().groups(), process.address() + "/groups");
        }
        page.crumb(title);
    }

    private GroupMessages words() {
        return Grouping.words(page.language());
    }
}
