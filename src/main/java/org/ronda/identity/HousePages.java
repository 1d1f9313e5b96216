package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;

/** What the platform says of itself, as it is now and as it was. */
@Path("/pages/{key}")
class HousePages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance house(
                HouseText text, List<Chapter> chapters, List<HouseText> versions, ZoneId zone, boolean mayEdit);
    }

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance present(@RestPath String key) {
        HouseText.Kind kind = HouseText.Kind.named(key);
        List<HouseText> versions = HouseText.versions(kind);
        page.titled(kind.in(page.language()));
        return show(versions.get(0), versions);
    }

    @GET
    @Path("{n}")
    public TemplateInstance version(@RestPath String key, @RestPath String n) {
        HouseText.Kind kind = HouseText.Kind.named(key);
        List<HouseText> versions = HouseText.versions(kind);
        HouseText text = versions.stream()
                .filter(one -> String.valueOf(one.n()).equals(n))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        page.titled(HouseTexts.words(page.language()).titleOfVersion(kind.in(page.language()), text.n()))
                .crumb(kind.in(page.language()), kind.address())
                .crumb(HouseTexts.words(page.language()).version(text.n()));
        return show(text, versions);
    }

    private TemplateInstance show(HouseText text, List<HouseText> versions) {
        return Templates.house(
                text,
                Chapter.of(text.words().in(page.language()).text()),
                versions,
                zone,
                viewer.has(PlatformRole.ADMINISTRATOR));
    }
}
