package org.ronda.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;

/**
 * The figures of docs/performance.md. No part of the tests: its name is asked for, and it asserts that pages came,
 * never how fast.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FiguresBenchmark {
    private static final int WARM_UP = 60;
    private static final int MEASURED = 101;

    @TestHTTPResource("/")
    URI home;

    private final HttpClient browser = HttpClient.newHttpClient();

    @Test
    void theFigures() throws Exception {
        say("Java %s, %d processors, load %.1f", Runtime.version(), processors(), load());
        LargeWorld.SMALL.build();
        // the home page is one for all processes, so it is met before and after
        long[] homeBefore = new long[MEASURED];
        for (int i = -5 * WARM_UP; i < MEASURED; i++) {
            long nanos = nanos("/");
            if (i >= 0) {
                homeBefore[i] = nanos;
            }
        }
        LargeWorld.LARGE.build();
        say("| page | 100: median (10-90 %%) ms | 10,000: median (10-90 %%) ms | ratio |");
        say("|---|---|---|---|");
        Map<String, String> few = MainPages.of(LargeWorld.SMALL);
        MainPages.of(LargeWorld.LARGE).forEach((name, path) -> measure(name, few.get(name), path, homeBefore));
        say("load at the end %.1f", load());
    }

    /** In turns, so that what else the machine does meets both alike. */
    private void measure(String name, String fewPath, String manyPath, long[] homeBefore) {
        long[] few = new long[MEASURED];
        long[] many = new long[MEASURED];
        for (int i = -WARM_UP; i < MEASURED; i++) {
            FreshLimits.forEverybody();
            long ofFew = nanos(fewPath);
            long ofMany = nanos(manyPath);
            if (i >= 0) {
                few[i] = ofFew;
                many[i] = ofMany;
            }
        }
        if (fewPath.equals("/")) {
            few = homeBefore;
        }
        say("| %s | %s | %s | %.2f |", name, spread(few), spread(many), (double) median(many) / median(few));
    }

    private long nanos(String path) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = browser.send(
                    HttpRequest.newBuilder(home.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            assertTrue(answer.statusCode() == 200 || answer.statusCode() == 303, path + ": " + answer.statusCode());
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

    private static long median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
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
