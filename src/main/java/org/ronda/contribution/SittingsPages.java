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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/** The sittings in which things were decided in a process, and recording one. */
@Path("/processes/{slug}/sittings")
class SittingsPages {
    @CheckedTemplate(basePath = "contribution")
    static class Templates {
        static native TemplateInstance sittings(Process process, List<Sitting> sittings, boolean isTeam);

        static native TemplateInstance newSitting(
                Process process, SittingInput input, List<Option> methods, Errors errors);
    }

    @Inject
    Sittings sittings;

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
    public TemplateInstance list(@RestPath String slug) {
        Process process = processes.reach(slug);
        titled(process).crumb(words().sittings());
        page.titled(words().sittings());
        return Templates.sittings(process, Sitting.of(process.id()), isTeam(process));
    }

    @GET
    @Path("new")
    public TemplateInstance ask(@RestPath String slug) {
        viewer.writing();
        Process process = own(slug);
        return form(process, kept.as(SittingInput.class).orElse(SittingInput.BLANK), Errors.NONE);
    }

    @POST
    public Response record(@RestPath String slug, @BeanParam SittingInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Process process = own(slug);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> URI.create(sittings.record(process.id(), input, page.language(), by.id())
                        .address()),
                errors -> form(process, input, errors));
    }

    private Process own(String slug) {
        Process process = processes.reach(slug);
        if (!isTeam(process)) {
            throw new NotFoundException();
        }
        return process;
    }

    private boolean isTeam(Process process) {
        return standing.isOfTeam(process.id());
    }

    private TemplateInstance form(Process process, SittingInput input, Errors errors) {
        titled(process)
                .crumb(words().sittings(), process.address() + "/sittings")
                .crumb(words().newSitting());
        page.titled(words().newSitting());
        return Templates.newSitting(
                process,
                input,
                List.of(
                        new Option(Sitting.Method.CONSENSUS.name(), words().byConsensus()),
                        new Option(Sitting.Method.VOTES.name(), words().byVotes())),
                errors);
    }

    private Page titled(Process process) {
        return page.in("processes").crumb(process.title().in(page.language()).text(), process.address());
    }

    private ContributionMessages words() {
        return Sittings.words(page.language());
    }
}
