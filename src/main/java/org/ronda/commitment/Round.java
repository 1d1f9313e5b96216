package org.ronda.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.ronda.process.PhaseTerms;
import org.ronda.process.Process;
import org.ronda.process.Stage;

/**
 * A round: a phase of a process in which drafts are commented on, with its number among these. Window, terms, limits and
 * answers are the phase's; a round has no clock of its own.
 *
 * @param n from 1, in the order of the phases
 * @param next the one that follows, or null where this is the last one
 * @param chosen the ids of the drafts that the team chose; none where every public draft is in it
 * @param revision counts changes of that choice, from 0
 */
record Round(Process process, Stage stage, int n, Stage next, Set<Long> chosen, int revision) {
    public String address() {
        return process.address() + "/rounds/" + n;
    }

    public boolean isLast() {
        return next == null;
    }

    public boolean isChosen() {
        return !chosen.isEmpty();
    }

    /** Whether input opened, at whatever time, and may have been suspended since. */
    public boolean hasOpened() {
        return !stage.now().isBefore(openedAt());
    }

    /** When its input opens or opened for the first time; a phase that is reopened has other terms then. */
    Instant openedAt() {
        List<PhaseTerms> history = stage.history();
        for (int i = 0; i + 1 < history.size(); i++) {
            Instant opens = history.get(i).contract().opensAt();
            if (opens.isBefore(history.get(i + 1).effectiveAt())) {
                return opens;
            }
        }
        return history.get(history.size() - 1).contract().opensAt();
    }

    /** Whether a draft with these public versions is in it: chosen, and public before its input ends. */
    boolean has(Commitment commitment, List<CommitmentVersion> versions) {
        return (chosen.isEmpty() || chosen.contains(commitment.id()))
                && !versions.isEmpty()
                && versions.get(0).publishedAt().isBefore(stage.contract().endsAt());
    }

    /**
     * The version that was public when input opened, or the first one after that. Publications are never changed, so what
     * a round began with is known at any time without writing it down.
     */
    CommitmentVersion base(List<CommitmentVersion> versions) {
        return last(versions, openedAt());
    }

    /** The version that is commented on in it, or was last. */
    CommitmentVersion read(List<CommitmentVersion> versions) {
        return last(versions, stage.contract().endsAt());
    }

    private static CommitmentVersion last(List<CommitmentVersion> versions, Instant before) {
        return versions.stream()
                .filter(version -> version.publishedAt().isBefore(before))
                .reduce((one, later) -> later)
                .orElse(versions.get(0));
    }

    /** Whether a version became public after its input opened and before that of the next one does: what it changed. */
    boolean brought(CommitmentVersion version) {
        return version.n() > 1
                && !version.publishedAt().isBefore(openedAt())
                && (next == null
                        || version.publishedAt().isBefore(next.contract().opensAt()));
    }
}
