package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Supporters;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;

/** All organisations that support a proposal. */
@Path("/proposals/{code}/organisations")
class OrganisationSupportersPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance organisations(
                Proposal proposal, Process process, Slice<Supporters.Supporter> supporters);
    }

    @Inject
    ProposalReading reading;

    @Inject
    Supporters supporters;

    @Inject
    Page page;

    @GET
    public TemplateInstance list(@RestPath String code, @RestQuery String cursor) {
        ProposalView view = reading.counted(code);
        Proposal proposal = view.proposal();
        page.titled(Proposing.words(page.language()).organisationsTitle())
                .in("processes")
                .crumb(
                        view.process().title().in(page.language()).text(),
                        view.process().address())
                .crumb(proposal.title(), proposal.address());
        return Templates.organisations(proposal, view.process(), supporters.of(proposal, cursor, Supporters.PAGE));
    }
}
