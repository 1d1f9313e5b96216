package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.ronda.identity.Participant;
import org.ronda.kernel.Signing;

/** The link in each digest that ends them, for whoever has the mail; signed, so that it needs no session. */
@ApplicationScoped
class Leaving {
    private static final String WHAT = "digest:";

    @Inject
    Signing signing;

    String path(Participant participant) {
        return "/unsubscribe/" + participant.code() + "." + signing.of(WHAT + participant.code());
    }

    /** Whose link it is; what we did not sign does not exist. */
    Participant reader(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || !signing.isOf(WHAT + token.substring(0, dot), token.substring(dot + 1))) {
            throw new NotFoundException();
        }
        return Participant.byCode(token.substring(0, dot)).orElseThrow(NotFoundException::new);
    }
}
