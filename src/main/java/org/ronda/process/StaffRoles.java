package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ronda.identity.StaffOf;

/** Whoever sets up or moderates some process has a desk. */
@ApplicationScoped
class StaffRoles implements StaffOf {
    @Inject
    Standing standing;

    @Override
    public boolean isStaff(long participantId) {
        return standing.processIds().stream().anyMatch(standing::worksIn);
    }
}
