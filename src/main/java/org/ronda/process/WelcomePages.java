package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Consents;
import org.ronda.identity.HouseText;
import org.ronda.identity.LocalPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.KeptForm;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Page;

/** The one page before the first contribution, and before the next one after the rules have changed. */
@Path("/welcome")
class WelcomePages {
    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance welcome(Welcome welcome, WelcomeInput input, Errors errors, ZoneId zone);
    }

    /**
     * What is asked.
     *
     * @param texts what is to be accepted
     * @param process which asks for an age or a name of one's own, or null
     * @param isAgeAsked whether its minimum age is to be confirmed
     * @param isNameAsked whether the name is to be confirmed as one's own
     * @param isAnew whether earlier versions were accepted before
     * @param isKept whether what was typed waits
     */
    record Welcome(
            String name,
            List<HouseText> texts,
            Process process,
            boolean isAgeAsked,
            boolean isNameAsked,
            boolean isAnew,
            boolean isKept) {
        public boolean isNothing() {
            return texts.isEmpty() && !isAgeAsked && !isNameAsked;
        }

        /** Whether the process takes no chosen name. */
        public boolean isNameOwn() {
            return process != null && process.asksOwnNames();
        }
    }

    @Inject
    Admission admission;

    @Inject
    Consents consents;

    @Inject
    Processes processes;

    @Inject
    KeptForms keptForms;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance welcome(@RestQuery String process, @RestQuery String to) {
        WelcomeInput input = new WelcomeInput(
                null, null, null, null, process, LocalPath.of(to).path());
        return show(viewer.required(), input, Errors.NONE);
    }

    @POST
    public Response accept(@BeanParam WelcomeInput input, @RestForm String nonce) {
        Participant me = viewer.required();
        return forms.post(
                input,
                nonce,
                me.id(),
                () -> {
                    admission.admit(input, process(input).orElse(null), me.id());
                    return back(input);
                },
                errors -> show(me, input, errors));
    }

    /** To the form that is kept, or else to where it was sent from. */
    private URI back(WelcomeInput input) {
        return URI.create(LocalPath.of(keptForms.current().map(KeptForm::path).orElse(input.to()))
                .path());
    }

    private Optional<Process> process(WelcomeInput input) {
        return Process.<Process>find("slug", input.process())
                .firstResultOptional()
                .filter(processes::isReached);
    }

    private TemplateInstance show(Participant me, WelcomeInput input, Errors errors) {
        Process process = process(input).orElse(null);
        Welcome welcome = new Welcome(
                me.name(),
                admission.missing(me.id()).stream().map(HouseText::present).toList(),
                process,
                process != null && admission.lacksAge(process, me.id()),
                process != null && admission.lacksName(process, me.id()),
                !consents.latest(me.id()).isEmpty(),
                keptForms.current().isPresent());
        ProcessMessages words = ProcessSetup.words(page.language());
        page.titled(welcome.isAnew() ? words.welcomeAgain() : words.welcome());
        return Templates.welcome(welcome, input, errors, zone);
    }
}
