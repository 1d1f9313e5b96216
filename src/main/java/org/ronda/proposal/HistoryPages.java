package org.ronda.proposal;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.ContributionVersion;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.process.Process;

/** The versions of a proposal with what each changed, and where a moderator sets right what was said of the latest. */
@Path("/proposals/{code}/history")
class HistoryPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance history(
                Proposal proposal,
                List<Revision> revisions,
                Integer next,
                Process process,
                boolean maySetRight,
                ChangeInput input,
                Errors errors);
    }

    @Inject
    ProposalReading reading;

    @Inject
    SettingRight settingRight;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    Now now;

    @GET
    public TemplateInstance history(@RestPath String code, @RestQuery Integer before) {
        ProposalView view = reading.view(code);
        if (!view.isReadable()) {
            throw new NotFoundException();
        }
        return shown(view, before, kept.as(ChangeInput.class).orElse(ChangeInput.BLANK), kept.errors());
    }

    @POST
    public Response setRight(@RestPath String code, @BeanParam ChangeInput input, @RestForm String nonce) {
        Participant moderator = viewer.writing();
        Proposal proposal = reading.everPublished(code);
        if (!settingRight.isFor(proposal, moderator, now.instant())) {
            throw new NotFoundException();
        }
        return forms.post(
                input,
                nonce,
                moderator.id(),
                () -> URI.create("/receipts/" + settingRight.set(code, input, moderator)),
                errors -> shown(reading.view(code), null, input, errors));
    }

    private TemplateInstance shown(ProposalView view, Integer before, ChangeInput input, Errors errors) {
        Proposal proposal = view.proposal();
        ProposalMessages words = Proposing.words(page.language());
        String title = view.isReadable() ? proposal.title() : proposal.code();
        page.titled(words.historyTitle(title))
                .in("processes")
                .crumb(title, proposal.address())
                .crumb(words.history());
        boolean maySetRight = proposal.isPublished()
                && proposal.wordsVersion() > 1
                && view.stage().isOpen()
                && viewer.participant()
                        .filter(somebody -> settingRight.isFor(proposal, somebody, now.instant()))
                        .isPresent();
        ContributionVersion.Page versions = ContributionVersion.page(proposal.id(), before);
        return Templates.history(
                proposal,
                view.isReadable() ? reading.revisions(proposal, versions) : List.of(),
                view.isReadable() ? versions.next() : null,
                view.process(),
                maySetRight,
                input,
                errors);
    }
}
