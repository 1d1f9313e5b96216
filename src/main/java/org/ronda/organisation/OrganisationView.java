package org.ronda.organisation;

import java.util.List;

/**
 * An organisation on its page.
 *
 * @param legal its legal personality in words
 * @param successor what it ended in, or null
 * @param merged those that ended in it
 * @param isHeld whether the viewer holds it
 */
record OrganisationView(
        Organisation organisation,
        String legal,
        List<OrganisationReading.Person> people,
        List<Interest> interests,
        Organisation successor,
        List<Organisation> merged,
        boolean isHeld,
        boolean isAdministrator) {
    public boolean mayEnd() {
        return organisation.isAccepted() && (isHeld || isAdministrator);
    }
}
