package org.ronda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A program of its own, started as anybody would start it, that answers at an address. */
public final class Application {
    private final Process process;
    private final Path log;

    /**
     * Starts it and waits until it answers.
     *
     * @param ready the address that answers with 200 when it is there
     */
    public Application(List<String> command, Map<String, String> settings, Path log, URI ready, Duration patience) {
        this.log = log;
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
        await(ready, patience);
    }

    /** A jar on this Java, as README.md starts it. */
    public static List<String> jar(String path) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                path);
    }

    public static int freePort() {
        while (true) {
            // below those that connections to elsewhere are given, which may take it until it is used
            try (ServerSocket free =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 32_000))) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }

    /** Ends it as a service manager would. */
    public void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("it does not end: see " + log);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it in the middle of whatever it does. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Has it stay where it is: it takes what comes, and answers nothing. */
    public void freeze() {
        signal("-STOP");
    }

    /** Has it go on. */
    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        List<String> command = new ArrayList<>(List.of("kill", name, String.valueOf(process.pid())));
        process.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException(command + " was refused");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(URI ready, Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("it ended: see " + log);
            }
            try {
                HttpURLConnection home = (HttpURLConnection) ready.toURL().openConnection();
                if (home.getResponseCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // asked again below
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("no answer within " + patience.toSeconds() + " seconds: see " + log);
    }
}
