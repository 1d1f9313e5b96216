package org.ronda.moderation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;

/** A decision: by which rule and why, and how whom it concerns asks for a second look. */
@Path("/moderation/{code}")
class DecisionPages {
    @CheckedTemplate(basePath = "moderation")
    static class Templates {
        static native TemplateInstance decision(DecisionView view, Plea plea, Errors errors);
    }

    @Inject
    Decisions decisions;

    @Inject
    Moderating moderating;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance decision(@RestPath String code) {
        return show(decisions.reach(code), kept.as(Plea.class).orElse(Plea.BLANK), Errors.NONE);
    }

    /** Where signing in leads back to. */
    @GET
    @Path("second-look")
    public TemplateInstance askAgain(@RestPath String code) {
        return decision(code);
    }

    @POST
    @Path("second-look")
    public Response ask(@RestPath String code, @BeanParam Plea plea, @RestForm String nonce) {
        Participant concerned = viewer.required();
        if (!decisions.reach(code).isConcerned()) {
            throw new NotFoundException();
        }
        return forms.post(
                plea,
                nonce,
                concerned.id(),
                () -> {
                    moderating.askLook(code, plea, concerned);
                    return URI.create("/moderation/" + code);
                },
                errors -> show(decisions.reach(code), plea, errors));
    }

    private TemplateInstance show(DecisionView view, Plea plea, Errors errors) {
        page.titled(view.decision().kind().in(page.language()))
                .in("processes")
                .crumb(
                        view.process().title().in(page.language()).text(),
                        view.process().address())
                .crumb(view.decision().code());
        return Templates.decision(view, plea, errors);
    }
}
