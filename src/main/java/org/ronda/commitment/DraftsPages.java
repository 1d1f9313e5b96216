package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** The draft commitments of a process, and a new one. */
@Path("/processes/{slug}/commitments")
class DraftsPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance index(
                Process process, Stage stage, List<CommitmentReading.Listed> drafts, boolean isTeam);

        static native TemplateInstance begin(Process process, BeginInput input, Errors errors);
    }

    @Inject
    CommitmentReading reading;

    @Inject
    Drafting drafting;

    @Inject
    Processes processes;

    @Inject
    Team team;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance index(@RestPath String slug) {
        Process process = processes.reach(slug);
        titled(process, words().drafts());
        return Templates.index(
                process,
                Rounds.stage(processes.timeline(process)).orElse(null),
                reading.of(process),
                team.has(process.id()) && !process.isArchived());
    }

    @GET
    @Path("new")
    public TemplateInstance askBegin(@RestPath String slug, @RestQuery String from) {
        viewer.writing();
        Process process = team.process(slug);
        Language first = process.languages().get(0);
        return form(process, kept.as(BeginInput.class).orElse(new BeginInput("", first.tag(), from)), Errors.NONE);
    }

    @POST
    public Response begin(@RestPath String slug, @BeanParam BeginInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Process process = team.process(slug);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> URI.create(drafting.begin(
                                        process.id(),
                                        input.title(),
                                        input.chosenLanguage(),
                                        Code.allIn(input.from()),
                                        by.id())
                                .address()
                        + "/work"),
                errors -> form(process, input, errors));
    }

    private TemplateInstance form(Process process, BeginInput input, Errors errors) {
        page.crumb(process.title().in(page.language()).text(), process.address());
        page.titled(words().begin())
                .in("processes")
                .crumb(words().drafts(), process.address() + "/commitments")
                .crumb(words().begin());
        return Templates.begin(process, input, errors);
    }

    private void titled(Process process, String title) {
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title);
    }

    private CommitmentMessages words() {
        return Drafting.words(page.language());
    }
}
