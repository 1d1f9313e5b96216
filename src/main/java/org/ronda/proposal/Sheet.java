package org.ronda.proposal;

import java.util.List;
import java.util.Map;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Attachments;
import org.ronda.organisation.Organisation;
import org.ronda.process.District;
import org.ronda.process.Process;
import org.ronda.process.Stage;
import org.ronda.process.Topic;

/** What the form shows. */
record Sheet(
        Process process,
        Stage stage,
        Proposal proposal,
        ProposalInput input,
        List<Topic> topics,
        List<District> districts,
        List<Organisation> organisations,
        List<Attachment> files,
        boolean isInPlace,
        Map<String, String> theirs) {
    public boolean isNew() {
        return proposal == null;
    }

    public boolean isDraft() {
        return proposal == null || proposal.isDraft();
    }

    /** Whether there is a choice of names, or one was made that is no longer there. */
    public boolean hasNames() {
        return !organisations.isEmpty() || !input.name().isEmpty();
    }

    /** Whether who writes may not speak any more for the organisation that the draft names. */
    public boolean isNameLost() {
        return !input.name().isEmpty()
                && organisations.stream().noneMatch(one -> one.code().equals(input.name()));
    }

    /** Whether a second person has to confirm what is sent in the name that was chosen. */
    public boolean isTwoPerson() {
        return organisations.stream()
                .anyMatch(one -> one.isTwoPerson() && one.code().equals(input.name()));
    }

    /** Whether one more file fits. */
    public boolean mayAddFile() {
        return files.size() < Attachments.MOST;
    }

    public int mostFiles() {
        return Attachments.MOST;
    }

    /** Where the form of what is already saved stands. */
    public String editAddress() {
        return proposal.address() + "/edit";
    }

    public String action() {
        return proposal == null ? process.address() + "/proposals" : proposal.address();
    }

    /** The topics that were chosen. */
    public List<Topic> chosenTopics() {
        return topics.stream()
                .filter(topic -> input.topics().contains(topic.code()))
                .toList();
    }

    /** The district that was chosen, or null for the whole city. */
    public District chosenDistrict() {
        return districts.stream()
                .filter(district -> district.code().equals(input.district()))
                .findFirst()
                .orElse(null);
    }

    public String language() {
        return input.language();
    }
}
