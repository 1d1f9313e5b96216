package org.ronda.identity;

import java.util.Locale;

/** What somebody may do on the whole platform. Roles within one process are kept by room {@code process}. */
public enum PlatformRole {
    /** May create processes, and becomes process administrator of each. */
    PROCESS_CREATOR,
    /** Looks after the platform itself. */
    ADMINISTRATOR;

    /** The name of this role at the identity provider. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
