package org.ronda.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.comment.Commenting;
import org.ronda.comment.Quote;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Words;
import org.ronda.ledger.Ledger;

/**
 * A draft of 200 clauses with 10,000 comments on words of it: how long its page takes, and how long its next version, which
 * carries all of them. No part of the tests: its name is asked for, and it asserts that pages came, never how fast.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class DraftBenchmark {
    private static final int CLAUSES = 200;
    private static final int COMMENTS = 10_000;
    private static final int BATCH = 100;

    @TestHTTPResource("/")
    URI home;

    @Inject
    DraftWorld world;

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Random random = new Random(7);

    @Test
    void theFigures() {
        say("Java %s, %d processors, load %.1f", Runtime.version(), processors(), load());
        DraftWorld.Draft small = world.open();
        EditedDraft edited = new EditedDraft(7, CLAUSES - 1, 120);
        DraftWorld.Draft large = large(small, edited);
        comment(large);
        say("| page | 2 clauses: median (10-90 %%) ms | 200 clauses, 10,000 comments: median (10-90 %%) ms |");
        say("|---|---|---|");
        measure("a draft", small.address(), large.address());
        measure(
                "with the thread of a clause and marks",
                small.address() + "?clause=action&marks=all",
                large.address() + "?clause=other-3&marks=all");
        for (int n = 0; n < 5; n++) {
            rewrite(large, n % 2 == 0 ? edited.fresh : edited.old);
            long start = System.nanoTime();
            releasing.publish(large.code(), drafting.seen(large.code()), "Otras palabras.", large.moderator());
            say("publication %d: %.2f s", n + 1, (System.nanoTime() - start) / 1e9);
            ledger.drain();
        }
        say("load at the end %.1f", load());
    }

    private DraftWorld.Draft large(DraftWorld.Draft beside, EditedDraft edited) {
        List<Piece> pieces = edited.old.stream()
                .map(clause -> new Piece(
                        "OTHER", "Cláusula " + clause.key, clause.unit().words(), ""))
                .toList();
        String code = drafting.begin(
                        beside.processId(), new WholeInput("Un borrador largo", "es", pieces), beside.moderator())
                .code();
        releasing.publish(code, drafting.seen(code), "", beside.moderator());
        return new DraftWorld.Draft(code, beside.processId(), beside.slug(), beside.moderator());
    }

    /** As many comments, each on some words of some clause, by forty people. */
    private void comment(DraftWorld.Draft draft) {
        List<Participant> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            people.add(Newcomer.admitted().row());
        }
        for (int from = 0; from < COMMENTS; from += BATCH) {
            int first = from;
            FreshLimits.forEverybody();
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = first; i < first + BATCH; i++) {
                    String key = i % (CLAUSES - 1) == 0 ? "other" : "other-" + (i % (CLAUSES - 1) + 1);
                    commenting.say(
                            "clause:" + draft.code() + "." + key,
                            "",
                            new Quote(
                                    some(drafting.present(draft.code(), key)
                                            .orElseThrow()
                                            .words()),
                                    ""),
                            "Un comentario, el " + i + ".",
                            people.get(i % people.size()),
                            Language.ES);
                }
            });
            ledger.drain();
        }
    }

    private String some(String words) {
        List<Words.Word> all = Words.of(words);
        int start = random.nextInt(all.size());
        int end = Math.min(all.size() - 1, start + 2 + random.nextInt(8));
        return words.substring(all.get(start).start(), all.get(end).end());
    }

    private void rewrite(DraftWorld.Draft draft, List<EditedDraft.Clause> clauses) {
        drafting.beginVersion(draft.code(), draft.moderator());
        for (int i = 0; i < CLAUSES - 1; i++) {
            String key = i == 0 ? "other" : "other-" + (i + 1);
            String name = "c" + i;
            clauses.stream()
                    .filter(clause -> clause.key.equals(name))
                    .map(clause -> clause.unit().words())
                    .filter(words -> !words.isBlank())
                    .findFirst()
                    .ifPresent(words -> world.write(draft, key, words));
        }
    }

    private void measure(String name, String smallPath, String largePath) {
        long[] few = new long[41];
        long[] many = new long[41];
        for (int i = -30; i < few.length; i++) {
            FreshLimits.forEverybody();
            long ofFew = nanos(smallPath);
            long ofMany = nanos(largePath);
            if (i >= 0) {
                few[i] = ofFew;
                many[i] = ofMany;
            }
        }
        say("| %s | %s | %s |", name, spread(few), spread(many));
    }

    private long nanos(String path) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(home.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            assertEquals(200, answer.statusCode(), path);
            return nanos;
        } catch (Exception broken) {
            throw new AssertionError(path, broken);
        }
    }

    private static String spread(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f-%.1f)",
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length / 10] / 1e6,
                sorted[sorted.length * 9 / 10] / 1e6);
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
