package org.ronda.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/**
 * No more digests, without signing in: by the button of a mail program (RFC 8058), or by the one on the page that the
 * link in the mail leads to. Looking changes nothing, as links are looked at by machines, too.
 */
@Path("/unsubscribe/{token}")
class LeavingPages {
    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance leave(boolean isDone);
    }

    @Inject
    Leaving leaving;

    @Inject
    Readers readers;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask(@RestPath String token) {
        leaving.reader(token);
        return shown(false);
    }

    @POST
    public TemplateInstance leave(@RestPath String token) {
        readers.choose(leaving.reader(token).id(), false);
        return shown(true);
    }

    private TemplateInstance shown(boolean isDone) {
        page.titled(Wording.of(NotificationMessages.class, page.language()).leaveTitle());
        return Templates.leave(isDone);
    }
}
