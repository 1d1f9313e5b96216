package org.ronda.identity;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.ronda.kernel.Language;

/**
 * What the identity provider says of somebody.
 *
 * @param subject its own, unchanging id
 * @param name the public name, or none where the account has none yet
 * @param email in small letters, so that it is looked up as it is; capitals make no other mailbox
 */
record Account(String subject, Optional<String> name, Language language, String email, boolean isEmailVerified) {
    private static final int LONGEST_NAME = 80;

    Account {
        email = email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    static Account of(JsonWebToken token) {
        String name = token.getClaim("public_name");
        String locale = token.getClaim("locale");
        return new Account(
                token.getSubject(),
                Optional.ofNullable(name)
                        .map(String::strip)
                        .filter(said -> !said.isEmpty() && said.length() <= LONGEST_NAME),
                Language.of(locale).orElse(Language.ES),
                token.getClaim("email"),
                "true".equals(Objects.toString(token.getClaim("email_verified"))));
    }

    static Account of(Persona persona) {
        return new Account(persona.username(), Optional.of(persona.publicName()), Language.ES, null, false);
    }
}
