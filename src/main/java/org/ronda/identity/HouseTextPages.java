package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;

/** Where the platform's administrators write the texts of the house; nobody else knows of it. */
@Path("/administration/pages")
class HouseTextPages {
    /** What was typed, as it will be read, in one language. */
    record Preview(Language language, List<Chapter> chapters) {}

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance house_texts(List<HouseText> texts, ZoneId zone);

        static native TemplateInstance house_text(
                HouseText.Kind kind, HouseTextInput input, HouseText theirs, Errors errors, List<Preview> preview);
    }

    @Inject
    HouseTexts texts;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance all() {
        viewer.administrator();
        page.titled(words().texts());
        return Templates.house_texts(
                Arrays.stream(HouseText.Kind.values()).map(HouseText::present).toList(), zone);
    }

    @GET
    @Path("{key}")
    public TemplateInstance edit(@RestPath String key) {
        viewer.administrator();
        HouseText.Kind kind = HouseText.Kind.named(key);
        HouseTextInput input =
                kept.as(HouseTextInput.class).orElseGet(() -> HouseTextInput.of(HouseText.present(kind)));
        return show(kind, input, Errors.NONE, List.of());
    }

    /** @param then {@code preview} to see it first; nothing is kept then */
    @POST
    @Path("{key}")
    @Compressed
    public Object publish(
            @RestPath String key, @BeanParam HouseTextInput input, @RestForm String nonce, @RestForm String then) {
        viewer.administrator();
        HouseText.Kind kind = HouseText.Kind.named(key);
        if ("preview".equals(then)) {
            return show(kind, input, Errors.NONE, preview(input));
        }
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    texts.publish(kind, input.seen(), input.words(), viewer.id());
                    return URI.create(kind.address());
                },
                errors -> show(kind, input, errors, List.of()));
    }

    private static List<Preview> preview(HouseTextInput input) {
        return Arrays.stream(Language.values())
                .map(language -> new Preview(language, Chapter.of(input.in(language))))
                .toList();
    }

    private TemplateInstance show(HouseText.Kind kind, HouseTextInput input, Errors errors, List<Preview> preview) {
        String title = kind.in(page.language());
        page.titled(words().edit(title))
                .crumb(words().texts(), "/administration/pages")
                .crumb(title);
        HouseText present = HouseText.present(kind);
        HouseText theirs = errors.isConflict() && present.n() != input.seen() ? present : null;
        return Templates.house_text(kind, input, theirs, errors, preview);
    }

    private HouseMessages words() {
        return HouseTexts.words(page.language());
    }
}
