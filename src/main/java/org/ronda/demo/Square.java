package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.kernel.Now;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** A process from its first day to its decision: the proposals for a new square, what was made of them and why. */
@ApplicationScoped
class Square {
    private static final Duration FROZEN_AFTER = Duration.ofMinutes(1);

    @Inject
    City city;

    @Inject
    Commenting commenting;

    @Inject
    Proposing proposing;

    void tell() {
        Process process = Now.during(
                city.day(-115),
                () -> city.withTopics(city.create("plaza-del-encuentro", "square", Influence.COLLABORATE)));
        Phase proposals = Now.during(
                city.day(-115),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("square.proposals.title"),
                        City.text("square.proposals.ask"),
                        Contract.between(city.evening(-98), city.evening(-80))
                                .limited(new Contract.Limits(3, null, 2_000))
                                .allowing(City.all())));
        city.publish(process, -114);
        city.write(proposals, "plaza.txt", -95, 3, 6, 3);
        takenBack(proposals);
        city.freeze(city.evening(-80).plus(FROZEN_AFTER));
        city.news(process, "square.news.1", -79);
        city.news(process, "square.news.2", -40);
    }

    /** What is not there any more has left its mark: hidden by a moderator, or withdrawn by who wrote it. */
    private void takenBack(Phase phase) {
        Proposal about = city.first(phase);
        Comment hidden =
                city.say(about, city.person(5), "El que propuso esto no pisó una plaza en su vida, inútil.", -92);
        city.decide(hidden, "hide", "respect", "inútil", "Insulta a quien escribió, en vez de discutir la idea.", -91);
        Comment regretted = city.say(about, city.person(8), "Yo vi el plano y no decía nada de esto.", -92);
        Now.during(city.day(-90), () -> commenting.withdraw(regretted.code(), city.person(8)));
        Proposal given = Now.during(
                city.day(-91),
                () -> proposing.publish(
                        phase,
                        "Una fuente con luces",
                        "A la noche la plaza se ve triste.",
                        "Una fuente que cambie de color.",
                        List.of(),
                        "norte",
                        "",
                        city.person(10)));
        Now.during(city.day(-88), () -> proposing.withdraw(given.code(), city.person(10)));
    }
}
