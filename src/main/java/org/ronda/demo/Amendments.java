package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ronda.commitment.Adopting;
import org.ronda.commitment.Amending;
import org.ronda.commitment.Amendment;
import org.ronda.commitment.Answering;
import org.ronda.commitment.Commitment;
import org.ronda.commitment.Drafting;
import org.ronda.contribution.Sitting;
import org.ronda.contribution.SittingInput;
import org.ronda.contribution.Sittings;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** The changes that people of a made-up city propose to its drafts, and what its board decided about them. */
@ApplicationScoped
class Amendments {
    /** A line of the script, with the amendment that it became. */
    private record Proposed(String[] line, Amendment amendment) {
        String decision() {
            return line.length > 6 ? line[6] : "";
        }
    }

    @Inject
    Amending amending;

    @Inject
    Adopting adopting;

    @Inject
    Answering answering;

    @Inject
    Drafting drafting;

    @Inject
    Sittings sittings;

    @Inject
    Supporting supporting;

    @Inject
    City city;

    private final List<Proposed> first = new ArrayList<>();

    /** Proposes what the script has for a round, one change after the other; others support some. */
    void propose(List<Commitment> drafts, int round, int day) {
        List<String[]> lines = Script.lines("enmiendas.txt").stream()
                .filter(line -> line.startsWith(round + "."))
                .map(Script::split)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            int nth = i;
            Now.during(
                    city.day(day).plus(Duration.ofHours(7).multipliedBy(i)),
                    () -> QuarkusTransaction.requiringNew().call(() -> propose(drafts, round, lines.get(nth), nth)));
        }
    }

    private Amendment propose(List<Commitment> drafts, int round, String[] line, int nth) {
        String[] place = line[0].split("[. ]");
        Commitment draft = drafts.get(Integer.parseInt(place[1]) - 1);
        String before = drafting.present(draft.code(), place[2]).orElseThrow().words();
        String words = line[1].equals("replace") ? before.replace(line[3], line[4]) : line[4];
        Participant author = neighbour(nth);
        Amendment amendment = amending.propose(draft.code(), place[2], line[1], line[2], words, line[5], author);
        for (int i = 1; i <= nth * 5 % 9; i++) {
            supporting.give(amendment, 1, neighbour(nth + i).id());
        }
        Proposed proposed = new Proposed(line, amendment);
        if (round == 1) {
            first.add(proposed);
        } else if (proposed.decision().equals("joined")) {
            amending.join(amendment, city.organisationCode(), city.person(2).id());
        } else if (proposed.decision().equals("withdraw")) {
            amending.withdraw(amendment.code(), author);
        }
        return amendment;
    }

    private Participant neighbour(int nth) {
        return city.person(5 + nth * 3 % 38);
    }

    /** Decides about those of the first round as the script says, in a sitting of the board. */
    Sitting decide(Commitment draft, int day, long by) {
        Sitting sitting = sittings.record(
                draft.processId(),
                new SittingInput(
                        city.date(day).toString(),
                        "VOTES",
                        "9",
                        "2",
                        "1",
                        "Dos organizaciones pidieron que quede escrito que querían diez días.",
                        ""),
                Language.ES,
                by);
        for (Proposed one : first) {
            String code = one.amendment().code();
            String[] line = one.line();
            switch (one.decision()) {
                case "change" -> {
                    String key = line[0].split("[. ]")[2];
                    String now = drafting.text(draft.code(), key).orElseThrow().words();
                    adopting.decide(code, "change", now.replace(line[3], line[7]), "ADAPTED", line[8], sitting, by);
                }
                case "carry" -> answering.carry(code, line[8], Language.ES, by);
                default -> adopting.decide(code, one.decision(), "", "", line[8], sitting, by);
            }
        }
        return sitting;
    }
}
