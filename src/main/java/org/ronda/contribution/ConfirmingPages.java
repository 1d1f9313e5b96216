package org.ronda.contribution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** What waits for a second person to confirm it, for who may. */
@Path("/me/confirmations")
class ConfirmingPages {
    @CheckedTemplate(basePath = "contribution")
    static class Templates {
        static native TemplateInstance confirmations(
                List<Confirming.Waiting> waiting,
                Slice<Supporters.Wish> wishes,
                List<Confirming.Comments> returned,
                Errors errors);
    }

    @Inject
    Confirming confirming;

    @Inject
    Supporters supporters;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance waiting(@RestQuery String cursor) {
        return show(viewer.required(), Cursor.parse(cursor, 1), Errors.NONE);
    }

    @POST
    @Path("{code}")
    public Response confirm(@RestPath String code, @RestForm String version, @RestForm String nonce) {
        Long seen = version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
        Participant second = viewer.writing();
        confirming.reach(code, second.id());
        return forms.post(
                new Act("confirm " + seen, code),
                nonce,
                second.id(),
                () -> URI.create("/receipts/" + confirming.confirm(code, seen, second.id())),
                errors -> show(second, null, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    /** @param from where the supports that wait begin, or null */
    private TemplateInstance show(Participant person, Cursor from, Errors errors) {
        page.titled(Confirming.words(page.language()).confirmationsTitle()).in("me");
        return Templates.confirmations(
                confirming.waiting(person.id()),
                supporters.wishes(person.id(), false, from, Slice.LARGEST),
                confirming.returned(person.id()),
                errors);
    }
}
