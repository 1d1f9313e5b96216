package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** For whom I speak, for whom I am asked to, and what I applied for. */
@Path("/me/mandates")
class MandatePages {
    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance mandates(
                List<OrganisationReading.Own> mandates,
                List<Organisation> applications,
                Instant now,
                Errors errors,
                ZoneId zone);
    }

    @Inject
    OrganisationReading reading;

    @Inject
    Mandating mandating;

    @Inject
    Forms forms;

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
        return show(viewer.required(), Errors.NONE);
    }

    @POST
    @Path("{code}/acceptance")
    public Response accept(@RestPath String code, @RestForm String nonce) {
        return act(viewer.writing(), "accept", code, nonce, mandating::accept);
    }

    @POST
    @Path("{code}/refusal")
    public Response decline(@RestPath String code, @RestForm String nonce) {
        return act(viewer.required(), "decline", code, nonce, mandating::decline);
    }

    /** Leaving is like taking back: a block keeps nobody from it. */
    @POST
    @Path("{code}/end")
    public Response leave(@RestPath String code, @RestForm String nonce) {
        return act(viewer.required(), "leave", code, nonce, mandating::revoke);
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    private interface Done {
        void by(String code, long person);
    }

    private Response act(Participant me, String what, String code, String nonce, Done done) {
        OrganisationReading.own(me, code);
        return forms.post(
                new Act(what, code),
                nonce,
                me.id(),
                () -> {
                    done.by(code, me.id());
                    return URI.create("/me/mandates");
                },
                errors -> show(me, errors));
    }

    private TemplateInstance show(Participant me, Errors errors) {
        page.titled(Applying.words(page.language()).mandatesTitle()).in("me");
        return Templates.mandates(
                reading.mandates(me, page.language()), Organisation.appliedForBy(me.id()), now.instant(), errors, zone);
    }
}
