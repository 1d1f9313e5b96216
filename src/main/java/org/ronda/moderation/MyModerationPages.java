package org.ronda.moderation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** What was decided about me and what I said, and what became of what I reported. */
@Path("/me/moderation")
class MyModerationPages {
    @CheckedTemplate(basePath = "moderation")
    static class Templates {
        static native TemplateInstance mine(
                List<Decision> decisions,
                List<Decisions.MyReport> reports,
                Instant blockedUntil,
                String reason,
                ZoneId zone);
    }

    @Inject
    Decisions decisions;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance mine() {
        Participant me = viewer.required();
        boolean isBlocked = me.isBlocked(now.instant());
        page.titled(Moderating.words(page.language()).mineTitle()).in("me");
        return Templates.mine(
                decisions.mine(me),
                decisions.reportsOf(me),
                isBlocked ? me.blockedUntil() : null,
                isBlocked ? me.blockedReason() : null,
                zone);
    }
}
