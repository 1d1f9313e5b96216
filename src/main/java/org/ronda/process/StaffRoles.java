package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ronda.identity.StaffOf;

/** Whoever moderates some process has a desk. */
@ApplicationScoped
class StaffRoles implements StaffOf {
    @Inject
    Standing standing;

    @Override
    public boolean isStaff(long participantId) {
        return standing.processIds().stream().anyMatch(process -> standing.is(process, Role.MODERATOR));
    }
}
