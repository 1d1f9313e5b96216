package org.ronda.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<PlatformRole> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
