package org.ronda.proposal;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.util.Optional;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;
import org.ronda.kernel.OwnCookie;

/**
 * The number that a visitor's random order comes from. Who is signed in has one of their own; anybody else has the
 * day's, so that the page can be cached, until they ask for an order of their own, which a cookie then keeps.
 */
@ApplicationScoped
class RandomOrder {
    /** Spreads numbers that follow each other over all orders. */
    private static final long GOLDEN = 2_654_435_761L;

    private static final int DAY = 86_400;
    private static final int KEPT = 90 * DAY;
    private static final long LARGEST = 1_000_000_000_000_000L;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    CurrentVertxRequest request;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    long seed() {
        if (viewer.isSignedIn()) {
            return viewer.id() * GOLDEN;
        }
        return ofCookie().orElseGet(() -> now.instant().getEpochSecond() / DAY * GOLDEN);
    }

    /** The cookie to set when somebody who has none asks for an order of their own. */
    Optional<NewCookie> asked(ProposalQuery query) {
        boolean isNew =
                query.isRandomAsked() && !viewer.isSignedIn() && ofCookie().isEmpty();
        return isNew ? Optional.of(cookie().with(String.valueOf(RANDOM.nextLong(LARGEST)), KEPT)) : Optional.empty();
    }

    private Optional<Long> ofCookie() {
        return Optional.ofNullable(request.getCurrent().request().getCookie(cookie().name()))
                .map(Cookie::getValue)
                .filter(value -> value.matches("\\d{1,15}"))
                .map(Long::valueOf);
    }

    private OwnCookie cookie() {
        return OwnCookie.of("seed", request.getCurrent().request().scheme());
    }
}
