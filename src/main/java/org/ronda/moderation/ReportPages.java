package org.ronda.moderation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** Telling the moderators that a contribution breaks a rule. */
@Path("/report/{code}")
class ReportPages {
    @CheckedTemplate(basePath = "moderation")
    static class Templates {
        static native TemplateInstance report(
                Contribution contribution, ReportInput input, Errors errors, List<Option> rules);
    }

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
    public TemplateInstance ask(@RestPath String code) {
        Contribution contribution = moderating.reportable(code);
        viewer.required();
        return show(contribution, kept.as(ReportInput.class).orElse(ReportInput.BLANK), Errors.NONE);
    }

    @POST
    @Limited(times = 30, perSeconds = 3600, act = "report")
    public Response report(@RestPath String code, @BeanParam ReportInput input, @RestForm String nonce) {
        Participant reporter = viewer.writing();
        Contribution contribution = moderating.reportable(code);
        return forms.post(
                input,
                nonce,
                reporter.id(),
                () -> URI.create("/receipts/" + moderating.report(code, input, reporter)),
                errors -> show(contribution, input, errors));
    }

    private TemplateInstance show(Contribution contribution, ReportInput input, Errors errors) {
        ModerationMessages words = Moderating.words(page.language());
        page.titled(words.reportTitle()).in("processes").crumb(contribution.headline(), contribution.address());
        page.crumb(words.reportTitle());
        return Templates.report(contribution, input, errors, Rule.options(page.language()));
    }
}
