package org.ronda.identity;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** Whom to invite, and to what: the key of a role, or nothing for somebody who only takes part. */
record InvitationInput(
        @RestForm @NotBlank @Email @Size(max = 255) String email,
        @RestForm @NotBlank @Size(min = 2, max = 80) String publicName,
        @RestForm String role) {
    static final InvitationInput BLANK = new InvitationInput("", "", "");

    InvitationInput {
        email = PlainText.line(email);
        publicName = PlainText.line(publicName);
    }
}
