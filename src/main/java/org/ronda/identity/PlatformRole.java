package org.ronda.identity;

/** What somebody may do on the whole platform. Roles within one process are kept by room {@code process}. */
public enum PlatformRole {
    /** May create processes, and becomes process administrator of each. */
    PROCESS_CREATOR,
    /** Looks after the platform itself. */
    ADMINISTRATOR
}
