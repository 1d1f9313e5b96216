package org.ronda.commitment;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/** Who writes the drafts of a process, and sees what is not public yet: its moderators and administrators. */
@ApplicationScoped
@Unremovable
class Team {
    @Inject
    Standing standing;

    @Inject
    Processes processes;

    /** Whether whoever looks is part of it. */
    boolean has(long processId) {
        return standing.isOfTeam(processId);
    }

    /** The process, for whoever looks if they are part of its team; for anybody else it is not there. */
    Process process(String slug) {
        Process process = processes.reach(slug);
        if (!has(process.id())) {
            throw new NotFoundException();
        }
        return process;
    }

    boolean isIn(long processId, long participantId, Instant at) {
        return ProcessRole.isOfTeam(processId, participantId, at);
    }

    /** In the transaction that writes: nothing is there for anybody else, and an archive is not changed. */
    void require(Process process, long participantId, Instant at) {
        if (!isIn(process.id(), participantId, at)) {
            throw new NotFoundException();
        }
        if (process.isArchived()) {
            throw Drafting.conflict(CommitmentMessages::archived);
        }
    }
}
