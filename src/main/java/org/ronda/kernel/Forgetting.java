package org.ronda.kernel;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes what was kept for a while only. Harmless on any number of nodes. */
@ApplicationScoped
class Forgetting {
    @Inject
    Answered answered;

    @Inject
    KeptForms keptForms;

    @Scheduled(every = "30m", delayed = "2m")
    void forget() {
        keptForms.forgetExpired();
        answered.forget();
    }
}
