package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.ronda.board.Deciding;
import org.ronda.identity.Duties;

/** Who has a role in a process, and who speaks for a board that decides one. */
@ApplicationScoped
class ProcessDuties implements Duties {
    @Inject
    DecisionBodies bodies;

    @Inject
    Deciding deciding;

    @Override
    public Set<Long> holders(Instant at) {
        Set<Long> holders = new HashSet<>(ProcessRole.holders(at));
        holders.addAll(deciding.people(bodies.boards(), at));
        return holders;
    }
}
