package org.ronda.contribution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;
import org.ronda.kernel.Translated;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** A sitting, and what was decided then. */
@Path("/sittings/{code}")
class SittingPages {
    @CheckedTemplate(basePath = "contribution")
    static class Templates {
        static native TemplateInstance sitting(
                Process process, Sitting sitting, Translated body, List<Sittings.Decided> decided);
    }

    @Inject
    Sittings sittings;

    @Inject
    Processes processes;

    @Inject
    Page page;

    @GET
    public TemplateInstance show(@RestPath String code) {
        Sitting sitting = Sitting.byCode(code).orElseThrow(NotFoundException::new);
        Process process = Process.findById(sitting.processId());
        if (!processes.isReached(process)) {
            throw new NotFoundException();
        }
        ContributionMessages words = Sittings.words(page.language());
        page.titled(words.sittingTitle(sitting.code()))
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.sittings(), process.address() + "/sittings")
                .crumb(sitting.code());
        return Templates.sitting(process, sitting, sittings.body(sitting), sittings.decided(sitting));
    }
}
