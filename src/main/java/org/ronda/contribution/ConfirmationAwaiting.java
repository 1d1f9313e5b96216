package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Slice;

/** What somebody else sent, or asked to support, for an organisation that the viewer speaks for too. */
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
        List<Awaited> awaited = new ArrayList<>();
        long waiting = confirming.waiting(viewer.id()).stream()
                .filter(one -> !one.isOwn())
                .count();
        if (waiting > 0) {
            awaited.add(
                    new Awaited(Confirming.words(language).awaitingConfirmations((int) waiting), "/me/confirmations"));
        }
        Slice<Supporters.Wish> wishes = supporters.wishes(viewer.id(), true, null, Slice.LARGEST);
        if (!wishes.isEmpty()) {
            awaited.add(new Awaited(
                    Confirming.words(language).awaitingSupports(wishes.items().size(), wishes.next() != null),
                    "/me/confirmations#supports"));
        }
        return awaited;
    }
}
