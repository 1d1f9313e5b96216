package org.ronda.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ronda.TestDatabase;

/**
 * The packaged application, started as anybody would start it, on a free port with an empty data folder; on a PostgreSQL
 * of its own where it was built for that.
 */
final class Ronda {
    private static Ronda running;

    private final int port;
    private final Process process;

    private Ronda(Path data, Map<String, String> settings) {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-jar",
                            "target/quarkus-app/quarkus-run.jar")
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile());
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            builder.environment().put("RONDA_DATA_DIR", data.toString());
            builder.environment().put("RONDA_DEMO", "true");
            new TestDatabase()
                    .start()
                    .forEach((setting, value) ->
                            builder.environment().put(setting.toUpperCase().replaceAll("\\W", "_"), value));
            builder.environment().putAll(settings);
            process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            awaitPage(process);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The address of the one application that all journeys share. */
    static synchronized String address() {
        if (running == null) {
            running = new Ronda(emptyFolder(), Map.of());
        }
        return "http://localhost:" + running.port;
    }

    /** One of its own, to be stopped and started again on the same data. */
    static Ronda on(Path data, Map<String, String> settings) {
        return new Ronda(data, settings);
    }

    /** Its own address. */
    String here() {
        return "http://localhost:" + port;
    }

    static Path emptyFolder() {
        try {
            return Files.createTempDirectory("ronda");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path log() {
        return Path.of("target", "journey-application-" + port + ".log");
    }

    /** Ends it as a service manager would. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the application does not end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitPage(Process process) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended: see " + log());
            }
            try {
                HttpURLConnection home = (HttpURLConnection)
                        URI.create("http://localhost:" + port + "/").toURL().openConnection();
                if (home.getResponseCode() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (IOException notYet) {
                pause();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        throw new IllegalStateException("the application did not answer within 90 seconds");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
