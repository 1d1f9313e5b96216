package org.ronda.identity;

import java.util.Optional;
import java.util.Set;

/** The fictional people of the demonstration who can sign in. They exist in demo mode only. */
public enum Persona {
    RESIDENT("vecina", "Vera Ejemplo"),
    SECOND_RESIDENT("vecino", "Bruno Ejemplo"),
    ORGANISATION("organizacion", "Olga Ejemplo"),
    MODERATOR("moderacion", "Mora Ejemplo", PlatformRole.PROCESS_CREATOR),
    MONITORING_BODY("monitoreo", "Mateo Ejemplo"),
    RESPONDER("responde", "Renata Ejemplo"),
    ADMINISTRATOR("administracion", "Ada Ejemplo", PlatformRole.ADMINISTRATOR, PlatformRole.PROCESS_CREATOR);

    /** The password of them all: the demonstration has no secrets. */
    public static final String PASSWORD = "demo";

    private final String username;
    private final String publicName;
    private final Set<PlatformRole> roles;

    Persona(String username, String publicName, PlatformRole... roles) {
        this.username = username;
        this.publicName = publicName;
        this.roles = Set.of(roles);
    }

    /** Also the {@link Participant#subject()} of the participant. */
    public String username() {
        return username;
    }

    public String publicName() {
        return publicName;
    }

    public Set<PlatformRole> roles() {
        return roles;
    }

    static Optional<Persona> of(String username) {
        for (Persona persona : values()) {
            if (persona.username.equals(username)) {
                return Optional.of(persona);
            }
        }
        return Optional.empty();
    }
}
