package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;

/** What somebody else sent for an organisation that the viewer speaks for too. */
@ApplicationScoped
class ConfirmationAwaiting implements Awaiting {
    @Inject
    Confirming confirming;

    @Inject
    Supporters supporters;

    @Inject
    Viewer viewer;

    @Override
    public List<Awaited> awaited(Language language) {
        long waiting = confirming.waiting(viewer.id()).stream()
                        .filter(one -> !one.isOwn())
                        .count()
                + supporters.wishes(viewer.id()).stream()
                        .filter(one -> !one.isOwn())
                        .count();
        return waiting == 0
                ? List.of()
                : List.of(new Awaited(
                        Confirming.words(language).awaitingConfirmations((int) waiting), "/me/confirmations"));
    }
}
