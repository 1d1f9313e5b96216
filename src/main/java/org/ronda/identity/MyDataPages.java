package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** What is kept about me: reading it, taking it along, putting it right. */
@Path("/me/data")
class MyDataPages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance my_data(
                Participant me,
                Map<HouseText.Kind, Integer> consents,
                String console,
                ZoneId zone,
                LanguageInput input,
                Errors errors);
    }

    @Inject
    Download download;

    @Inject
    Consents consents;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @ConfigProperty(name = "ronda.oidc.public-url")
    Optional<String> provider;

    @GET
    public TemplateInstance show() {
        return show(LanguageInput.of(viewer.required()), Errors.NONE);
    }

    @GET
    @Path("download")
    @Produces("application/zip")
    @Limited(times = 10, perSeconds = 3600, act = "download my data")
    public Response download() {
        long me = viewer.required().id();
        StreamingOutput file = out -> download.write(me, out);
        return Response.ok(file)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"ronda-" + viewer.required().code() + ".zip\"")
                .build();
    }

    @POST
    @Path("language")
    public Response speak(@BeanParam LanguageInput input) {
        long me = viewer.required().id();
        return forms.post(
                input,
                () -> {
                    Language chosen = Language.of(input.language())
                            .orElseThrow(() -> Refused.invalid(
                                    "language", language -> words(language).chooseLanguage()));
                    Participant.<Participant>findById(me).speak(chosen);
                    return URI.create("/me/data?lang=" + chosen.tag());
                },
                errors -> show(input, errors));
    }

    private TemplateInstance show(LanguageInput input, Errors errors) {
        Participant me = viewer.required();
        page.titled(words(page.language()).title())
                .in("me")
                .crumb(words(page.language()).mine(), "/me");
        page.crumb(words(page.language()).title());
        return Templates.my_data(me, consents.latest(me.id()), console(), zone, input, errors);
    }

    /** Where name, e-mail address and password are changed; null in the demonstration, whose people are made up. */
    private String console() {
        return provider.filter(url -> !isDemo && !url.isBlank())
                .map(url -> url + "/account")
                .orElse(null);
    }

    static OwnMessages words(Language language) {
        return Wording.of(OwnMessages.class, language);
    }
}
