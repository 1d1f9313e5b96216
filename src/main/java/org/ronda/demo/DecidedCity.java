package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.ronda.kernel.Now;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;

/**
 * After the decision: nothing is open. One process has ended, its results are fixed and its decision is told in its
 * news; an older one is in the archive.
 */
@ApplicationScoped
class DecidedCity {
    @Inject
    City city;

    @Inject
    Square square;

    void build(Instant today) {
        city.found(today);
        library();
        square.tell();
    }

    private void library() {
        Process process =
                Now.during(city.day(-119), () -> city.create("nombre-de-la-biblioteca", "library", Influence.EMPOWER));
        Phase names = Now.during(
                city.day(-119),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("library.proposals.title"),
                        City.text("library.proposals.ask"),
                        Contract.between(city.evening(-104), city.evening(-100))
                                .limited(new Contract.Limits(1, 1, 1_000))
                                .allowing(City.all())));
        city.publish(process, -119);
        city.write(names, "biblioteca.txt", -103, 1, 12, 2);
        city.freeze(city.evening(-100).plus(Duration.ofMinutes(1)));
        city.news(process, "library.news.1", -96);
        city.archive(process, "La biblioteca abrió con su nombre y no queda nada por responder.", -60);
    }
}
