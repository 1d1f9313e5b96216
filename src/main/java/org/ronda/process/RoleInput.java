package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * Whom to appoint.
 *
 * @param who a participant's code or public name
 */
record RoleInput(
        @RestForm @NotBlank @Size(max = 80) String who,
        @RestForm @NotBlank String role) {
    static final RoleInput BLANK = new RoleInput("", "MODERATOR");

    RoleInput {
        who = PlainText.line(who);
        role = role == null ? "" : role.strip();
    }
}
