package org.ronda.commitment;

import java.util.List;
import java.util.Optional;
import org.ronda.process.Process;

/**
 * A draft commitment that is public, as whoever looks reaches it.
 *
 * @param present the version that is read and commented on now
 * @param versions those that are or were public, the first first
 */
record Draft(Process process, Commitment commitment, Edition present, List<CommitmentVersion> versions) {
    public boolean hasEarlier() {
        return versions.size() > 1;
    }

    /** The version before the present one. */
    public CommitmentVersion previous() {
        return versions.get(versions.size() - 2);
    }

    Optional<CommitmentVersion> version(int n) {
        return versions.stream().filter(version -> version.n() == n).findFirst();
    }
}
