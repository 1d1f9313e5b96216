package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Language;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** Applying for an organisation. */
@Path("/organisations/new")
class ApplyPages {
    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance apply(ApplicationInput input, Errors errors, List<Option> forms);
    }

    @Inject
    Applying applying;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask() {
        viewer.required();
        return show(kept.as(ApplicationInput.class).orElse(ApplicationInput.BLANK), Errors.NONE);
    }

    @POST
    @Limited(times = 10, perSeconds = 3600, act = "apply")
    public Response apply(@BeanParam ApplicationInput input, @RestForm String nonce) {
        Participant applicant = viewer.writing();
        return forms.post(
                input,
                nonce,
                applicant.id(),
                () -> URI.create(applying.apply(input, applicant.id()).address()),
                errors -> show(input, errors));
    }

    private TemplateInstance show(ApplicationInput input, Errors errors) {
        OrganisationMessages words = Applying.words(page.language());
        page.titled(words.applyTitle())
                .in("organisations")
                .crumb(words.organisations(), "/organisations")
                .crumb(words.applyTitle());
        return Templates.apply(input, errors, legalForms(page.language()));
    }

    static List<Option> legalForms(Language language) {
        return Arrays.stream(Organisation.Legal.values())
                .map(one -> new Option(one.name(), legal(one, language)))
                .toList();
    }

    static String legal(Organisation.Legal legal, Language language) {
        OrganisationMessages words = Applying.words(language);
        return switch (legal) {
            case REGISTERED -> words.legalRegistered();
            case IN_PROCESS -> words.legalInProcess();
            case NONE -> words.legalNone();
        };
    }
}
