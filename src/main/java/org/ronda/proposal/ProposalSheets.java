package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ronda.contribution.Names;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.process.District;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Topic;

/** Makes the form of a proposal, new or not, with everything that it offers to choose from. */
@ApplicationScoped
class ProposalSheets {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance edit(Sheet sheet, Errors errors);
    }

    @Inject
    Processes processes;

    @Inject
    Proposing proposing;

    @Inject
    ProposalReading reading;

    @Inject
    Names names;

    @Inject
    Page page;

    @Inject
    Now now;

    Sheet of(Process process, Stage stage, Proposal proposal, ProposalInput input, Map<String, String> theirs) {
        List<Topic> topics = Topic.offeredIn(stage.phase());
        return new Sheet(
                process,
                stage,
                proposal,
                input,
                topics,
                District.all(),
                names.offered(process.id(), () -> topics.stream().map(Topic::id).toList()),
                proposal == null ? List.of() : reading.files(proposal),
                isInPlace(proposal),
                theirs);
    }

    private boolean isInPlace(Proposal proposal) {
        return proposal != null
                && (proposal.isUnconfirmed()
                        || proposal.isPublished() && proposing.isInEditWindow(proposal, now.instant()));
    }

    Stage stage(Process process, Proposal proposal) {
        return processes.timeline(process).of(proposal.phaseId()).orElseThrow();
    }

    /** The page of the form. */
    TemplateInstance page(
            Process process,
            Stage stage,
            Proposal proposal,
            ProposalInput input,
            Errors errors,
            Map<String, String> theirs) {
        String title = proposal != null && !proposal.isDraft()
                ? words().edit()
                : stage.phase().isTopics() ? words().writeEntry() : words().write();
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title);
        return Templates.edit(of(process, stage, proposal, input, theirs), errors);
    }

    private ProposalMessages words() {
        return Proposing.words(page.language());
    }
}
