package org.ronda.proposal;

import java.util.List;
import java.util.stream.Collectors;
import org.ronda.contribution.Attachment;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Initials;
import org.ronda.ledger.Counts;
import org.ronda.process.District;
import org.ronda.process.Process;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;
import org.ronda.process.Topic;

/**
 * A proposal on its page, for one viewer.
 *
 * @param topics what it is about
 * @param cameOf the topics of the plan that came from it, for a topic entry
 * @param isMine whether the viewer wrote it
 * @param mayChange whether the viewer may put other words in its place or take it back, as far as it is theirs
 * @param isReadable whether this viewer reaches the words, or only the mark that is left
 * @param supportedMeaning the latest meaning that the viewer supports, or 0
 */
record ProposalView(
        Proposal proposal,
        Process process,
        Timeline timeline,
        Stage stage,
        List<Topic> topics,
        List<Topic> cameOf,
        District district,
        List<Author> by,
        Counts counts,
        int earlierSupports,
        boolean isMine,
        boolean mayChange,
        boolean isReadable,
        int supportedMeaning,
        List<Attachment> files,
        Errors errors) {
    /** Where a topic is told of with what it came from; null for one that was given with the process. */
    public String addressOf(Topic topic) {
        return topic.phaseId() == null
                ? null
                : timeline.of(topic.phaseId())
                        .map(drawn ->
                                process.address() + "/phases/" + drawn.phase().code() + "/topics#" + topic.code())
                        .orElse(null);
    }

    /** The code of the organisation that it was said for, or null. */
    public String organisation() {
        return proposal.isOfOrganisation() && !by.isEmpty() ? by.get(0).code() : null;
    }

    public boolean isOrganisation() {
        return proposal.isOfOrganisation();
    }

    /** Their names, with commas between; empty when erased. */
    public String authors() {
        return by.stream().map(Author::name).collect(Collectors.joining(", "));
    }

    /** Where all that was said in that name in this phase is listed. */
    public String addressOf(Author author) {
        return process.address() + "/proposals?phase=" + stage.phase().code() + "&author=" + author.code();
    }

    /** Two letters that stand for who said it. */
    public String initials() {
        return Initials.of(authors());
    }

    public boolean isSupported() {
        return supportedMeaning == proposal.meaning();
    }

    public boolean isToRenew() {
        return supportedMeaning > 0 && supportedMeaning < proposal.meaning();
    }

    public boolean maySupport() {
        return !isMine && proposal.isPublished() && stage.maySupport();
    }

    public boolean mayEdit() {
        return mayChange && (proposal.isDraft() || proposal.isPublished() && stage.mayPropose());
    }

    public boolean mayWithdraw() {
        return mayChange && !proposal.isDraft() && !proposal.isWithdrawn();
    }

    public ProposalView with(Errors wrong) {
        return new ProposalView(
                proposal,
                process,
                timeline,
                stage,
                topics,
                cameOf,
                district,
                by,
                counts,
                earlierSupports,
                isMine,
                mayChange,
                isReadable,
                supportedMeaning,
                files,
                wrong);
    }
}
