package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Sends what is in the outbox, for tests of every room: the timer is off in them. */
public final class Posting {
    private Posting() {}

    public static void deliver() {
        Arc.container().instance(Post.class).get().deliver();
    }

    /** Nothing is waiting any more. */
    public static void nothing() {
        QuarkusTransaction.requiringNew().run(() -> OutgoingMail.deleteAll());
    }
}
