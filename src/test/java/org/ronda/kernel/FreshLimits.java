package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import java.time.Duration;

/** All tests come from one address, which together is more than one visitor may do in ten minutes. */
public final class FreshLimits {
    private FreshLimits() {}

    /** As if that participant had said so many things that nothing more is taken for now. */
    public static void spentSaying(long participant) {
        Limits limits =
                ClientProxy.unwrap(Arc.container().instance(Limits.class).get());
        while (limits.allows("say p" + participant, 300, Duration.ofMinutes(10))) {
            // until nothing is left
        }
    }

    public static void forEverybody() {
        ClientProxy.unwrap(Arc.container().instance(Limits.class).get()).buckets.clear();
    }
}
