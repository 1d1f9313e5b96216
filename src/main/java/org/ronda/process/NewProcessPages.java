package org.ronda.process;

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
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Now;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** Beginning a process: first from what, then its title and its first day. */
@Path("/setup/new")
class NewProcessPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance choose(boolean hasOthers);

        static native TemplateInstance begin(NewProcessInput input, Errors errors, List<Option> others);
    }

    /** A week more than the notice that has to be given. */
    private static final Duration AHEAD = Process.NOTICE.plusDays(7);

    @Inject
    Administration administration;

    @Inject
    Beginning beginning;

    @Inject
    Processes processes;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance begin(@RestQuery String from, @RestQuery String of) {
        creator();
        if (kept.isThere()) {
            return form(kept.as(NewProcessInput.class).orElseThrow(), Errors.NONE);
        }
        if (from == null) {
            titled();
            return Templates.choose(!processes.mine().isEmpty());
        }
        if (!List.of("blank", "template", "copy").contains(from)) {
            throw new NotFoundException();
        }
        String start = Dates.local(
                now.instant().plus(AHEAD).atZone(zone).with(LocalTime.of(9, 0)).toInstant(), zone);
        return form(new NewProcessInput(from, of, "", "", start), Errors.NONE);
    }

    @POST
    public Response create(@BeanParam NewProcessInput input, @RestForm String nonce) {
        Participant creator = creator();
        return forms.post(
                input,
                nonce,
                creator.id(),
                () -> URI.create("/setup/"
                        + beginning.begin(input, page.language(), creator.id()).slug()),
                errors -> form(input, errors));
    }

    /** Who may not create processes finds nothing here. */
    private Participant creator() {
        Participant creator = viewer.writing();
        if (!administration.mayCreate()) {
            throw new NotFoundException();
        }
        return creator;
    }

    private TemplateInstance form(NewProcessInput input, Errors errors) {
        titled();
        List<Option> others = processes.mine().stream()
                .map(process -> new Option(
                        process.slug(), process.title().in(page.language()).text()))
                .toList();
        return Templates.begin(input, errors, others);
    }

    private void titled() {
        SetupMessages words = administration.words();
        page.titled(words.newProcess())
                .in("setup")
                .crumb(words.setup(), "/setup")
                .crumb(words.newProcess());
    }
}
