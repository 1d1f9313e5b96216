package org.ronda.contribution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;
import org.ronda.process.Timeline;

/**
 * A group as its page shows it.
 *
 * @param maker the public name of who made it, or empty
 * @param authors in whose name the comments among its members were said, by their ids
 * @param mine the ids of the members that are the viewer's to take out
 */
record GroupView(
        SimilarityGroup group,
        Timeline timeline,
        String maker,
        Slice<Contribution> members,
        Map<Long, String> authors,
        Set<Long> mine,
        int there,
        int gone,
        GroupReading.Voices voices,
        boolean isTeam,
        Errors errors) {
    public Process process() {
        return timeline.process();
    }

    /** Whether the viewer changes it: the team, while the process is no archive. */
    public boolean mayChange() {
        return isTeam && !process().isArchived() && !group.isDissolved();
    }

    public boolean isMine(Contribution member) {
        return mine.contains(member.id());
    }

    public String author(Contribution member) {
        return authors.getOrDefault(member.id(), "");
    }

    /** Those that have a card of their own in the room of proposals. */
    public List<Long> proposals() {
        return members.items().stream()
                .filter(one -> one.kind() != Contribution.Kind.COMMENT)
                .map(Contribution::id)
                .toList();
    }

    public boolean isTallyPublic(Contribution member) {
        return member.phaseId() != null
                && timeline.of(member.phaseId().longValue())
                        .map(stage -> stage.isTallyPublic())
                        .orElse(false);
    }
}
