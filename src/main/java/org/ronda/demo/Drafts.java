package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.comment.Quote;
import org.ronda.commitment.Adopting;
import org.ronda.commitment.Answering;
import org.ronda.commitment.Arranging;
import org.ronda.commitment.Clause;
import org.ronda.commitment.ClauseText;
import org.ronda.commitment.Commitment;
import org.ronda.commitment.CommitmentVersion;
import org.ronda.commitment.Drafting;
import org.ronda.commitment.OgpValue;
import org.ronda.commitment.Preparing;
import org.ronda.commitment.Releasing;
import org.ronda.contribution.Sitting;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.process.Process;

/** The draft commitments of a made-up city, written by its moderator, and what its people say about them in two rounds. */
@ApplicationScoped
class Drafts {
    /**
     * @param groups the titles of those that it began with
     * @param summary what changed in the second version; empty where there is none
     */
    private record Sketch(
            String title,
            List<String> groups,
            Map<String, String> first,
            Map<String, String> second,
            StringBuilder summary) {}

    private static final List<Sketch> SKETCHES = sketches();

    /** A comment, with the draft that it is about and the line that it came from. */
    private record Said(String draft, String[] remark, Comment comment) {}

    private final List<Said> said = new ArrayList<>();

    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    Releasing releasing;

    @Inject
    Preparing preparing;

    @Inject
    Adopting adopting;

    @Inject
    Answering answering;

    @Inject
    Amendments amendments;

    @Inject
    Commenting commenting;

    @Inject
    City city;

    /**
     * Begins them all and publishes their first versions.
     *
     * @param groups the codes of groups by their titles
     */
    List<Commitment> begin(Process process, Map<String, String> groups, int day, long by) {
        return Now.during(city.day(day), () -> {
            List<Commitment> drafts = new ArrayList<>();
            for (Sketch sketch : SKETCHES) {
                Commitment begun = drafting.begin(
                        process.id(),
                        sketch.title(),
                        Language.ES,
                        sketch.groups().stream().map(groups::get).toList(),
                        by);
                drafting.state(begun.code(), facts(), null, 0, by);
                sketch.first().forEach((key, words) -> write(begun, key, words, by));
                publish(begun, "", by);
                drafts.add(begun);
            }
            return drafts;
        });
    }

    /** From the next month on, by the office that has the data. */
    private CommitmentVersion.Facts facts() {
        return new CommitmentVersion.Facts(
                city.dataOffice().id(),
                city.date(60),
                city.date(600),
                EnumSet.of(OgpValue.ACCESS_TO_INFORMATION, OgpValue.CIVIC_PARTICIPATION));
    }

    /** Publishes the second version of those that have one, and begins the third, which is expected some day. */
    void revise(List<Commitment> drafts, int day, int expected, long by) {
        for (int i = 0; i < drafts.size(); i++) {
            Sketch sketch = SKETCHES.get(i);
            Commitment draft = drafts.get(i);
            if (!sketch.second().isEmpty()) {
                Now.during(city.day(day), () -> {
                    drafting.beginVersion(draft.code(), by);
                    Sitting sitting = amendments.decide(draft, day - 2, by);
                    sketch.second().forEach((key, words) -> write(draft, key, words, by));
                    answer(sitting, by);
                    publish(draft, sketch.summary().toString(), by);
                    CommitmentVersion third = drafting.beginVersion(draft.code(), by);
                    drafting.state(draft.code(), third.facts(), city.date(expected), third.version(), by);
                    return null;
                });
            }
        }
    }

    /** Says which drafts a round has, before it opens. */
    void choose(Process process, int round, List<Commitment> drafts, int day, long by) {
        Now.during(city.day(day), () -> {
            List<String> codes = drafts.stream().map(Commitment::code).toList();
            preparing.choose(process.slug(), round, codes, "", 0, by);
            return null;
        });
    }

    /** What is said in a round, one comment after the other, some of which others agree with. */
    void talk(List<Commitment> drafts, int round, int day, Duration apart) {
        List<String[]> lines = Script.lines("comentarios_borradores.txt").stream()
                .filter(line -> line.startsWith(round + "."))
                .map(Script::split)
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] place = lines.get(i)[0].split("[. ]");
            String draft = drafts.get(Integer.parseInt(place[1]) - 1).code();
            String[] remark = lines.get(i);
            int nth = i;
            Comment comment = Now.during(
                    city.day(day).plus(apart.multipliedBy(i)),
                    () -> QuarkusTransaction.requiringNew()
                            .call(() -> say("clause:" + draft + "." + place[2], remark, nth)));
            said.add(new Said(draft, remark, comment));
        }
    }

    /** What was said about the first draft in its first round is taken into its second version, or not, or carried to the next. */
    private void answer(Sitting sitting, long by) {
        for (Said one : said) {
            String[] remark = one.remark();
            String decision = remark.length > 4 ? remark[4] : "";
            if (!remark[0].startsWith("1.1 ")) {
                continue;
            } else if (decision.isEmpty()) {
                answering.carry(one.comment().code(), "Se sigue conversando en la segunda ronda.", Language.ES, by);
            } else if (decision.equals("no")) {
                adopting.decide(one.comment().code(), "not_taken", "", "", remark[5], sitting, by);
            } else {
                String key = remark[0].split("[. ]")[2];
                String words = drafting.text(one.draft(), key).orElseThrow().words();
                adopting.decide(one.comment().code(), "take", words, decision, remark[5], sitting, by);
            }
        }
    }

    private Comment say(String on, String[] remark, int nth) {
        Comment said = commenting.say(on, remark[1], new Quote(remark[2], ""), remark[3], neighbour(nth), Language.ES);
        for (int i = 1; i <= nth * 7 % 5; i++) {
            commenting.react(said.code(), 1, neighbour(nth + i));
        }
        return said;
    }

    private Participant neighbour(int nth) {
        // steps that meet all of them
        return city.person(3 + nth * 7 % 40);
    }

    private void publish(Commitment draft, String summary, long by) {
        releasing.publish(draft.code(), drafting.seen(draft.code()), summary, by);
    }

    private void write(Commitment draft, String key, String words, long by) {
        String name = key;
        if (words.isEmpty()) {
            arranging.remove(
                    draft.code(),
                    key,
                    drafting.text(draft.code(), key).orElseThrow().revision(),
                    by);
            return;
        }
        if (drafting.text(draft.code(), key).isEmpty()) {
            String last = drafting.text(draft.code(), "milestone-2").isPresent() ? "milestone-2" : "milestone";
            name = arranging.add(draft.code(), last, Clause.Kind.MILESTONE, by);
        }
        int revision = drafting.text(draft.code(), name).orElseThrow().revision();
        drafting.save(draft.code(), name, new ClauseText.Wording("", words, ""), revision, by);
    }

    private static List<Sketch> sketches() {
        List<Sketch> sketches = new ArrayList<>();
        for (String line : Script.lines("borradores.txt")) {
            if (line.startsWith("=")) {
                sketches.add(new Sketch(
                        line.substring(1).strip(),
                        new ArrayList<>(),
                        new LinkedHashMap<>(),
                        new LinkedHashMap<>(),
                        new StringBuilder()));
                continue;
            }
            Sketch sketch = sketches.get(sketches.size() - 1);
            if (line.startsWith("!")) {
                sketch.summary().append(line.substring(1).strip());
            } else if (line.startsWith("<")) {
                sketch.groups().add(line.substring(1).strip());
            } else {
                String[] parts = Script.split(line);
                boolean isSecond = parts[0].startsWith("2 ");
                (isSecond ? sketch.second() : sketch.first())
                        .put(isSecond ? parts[0].substring(2) : parts[0], parts[1]);
            }
        }
        return sketches;
    }
}
