package org.ronda.process;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.process.VoiceWorlds.World;

/** A list of 100,000 codes: how long it takes to read it and to keep its keys, and how much memory. Prints, asserts nothing. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CodesBenchmark {
    private static final int TIMES = 7;

    @Inject
    VoiceWorlds worlds;

    @Inject
    CodeLists codeLists;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    @Test
    void aHundredThousandRows() {
        World world = worlds.open(Eligibility.CODES, 1);
        byte[] file = IntStream.range(0, CodeFile.MOST_ROWS)
                .mapToObj(n -> String.format(Locale.ROOT, "RONDA-%04X-%04X-7Q", n % 9973, n))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        System.out.printf(
                "%s, Java %s, %d processors, load %.1f, %,d bytes%n",
                database,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                file.length);
        List<Long> reading = new ArrayList<>();
        List<Long> keeping = new ArrayList<>();
        long held = 0;
        for (int i = 0; i < TIMES; i++) {
            long before = used();
            long began = System.nanoTime();
            CodeFile.Content content = codeLists.read(world.id(), file);
            reading.add(System.nanoTime() - began);
            held = used() - before;
            began = System.nanoTime();
            CodeList list = codeLists.upload(world.id(), content, worlds.mora());
            keeping.add(System.nanoTime() - began);
            if (list.given() != CodeFile.MOST_ROWS) {
                throw new AssertionError(list.given() + " of " + CodeFile.MOST_ROWS);
            }
        }
        print("reading, with a key for each", reading);
        print("keeping, in place of the earlier preview", keeping);
        System.out.printf("held between the two: %,d KB%n", held / 1024);
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                "%s: %d ms (%d-%d) of %d runs%n",
                what,
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get(0) / 1_000_000,
                sorted.get(sorted.size() - 1) / 1_000_000,
                sorted.size());
    }
}
