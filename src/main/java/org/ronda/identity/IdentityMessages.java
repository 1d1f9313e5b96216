package org.ronda.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of signing in and of being refused. */
@MessageBundle("identity")
public interface IdentityMessages {
    @Message
    String blocked(String reason, String until);
}
