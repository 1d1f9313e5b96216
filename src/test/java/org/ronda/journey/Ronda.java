package org.ronda.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ronda.Application;
import org.ronda.TestDatabase;

/**
 * The packaged application, started as anybody would start it, on a free port with an empty data folder; on a PostgreSQL
 * of its own where it was built for that.
 */
final class Ronda {
    private static Ronda running;

    private final int port;
    private final Application application;

    private Ronda(Path data, Map<String, String> settings) {
        port = Application.freePort();
        Map<String, String> all = new HashMap<>();
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        all.put("RONDA_DATA_DIR", data.toString());
        all.put("RONDA_DEMO", "true");
        new TestDatabase()
                .start()
                .forEach((setting, value) -> all.put(setting.toUpperCase().replaceAll("\\W", "_"), value));
        all.putAll(settings);
        application = new Application(
                Application.jar("target/quarkus-app/quarkus-run.jar"),
                all,
                Path.of("target", "journey-application-" + port + ".log"),
                URI.create(here() + "/"),
                Duration.ofSeconds(90));
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

    /** Ends it as a service manager would. */
    void stop() {
        application.stop();
    }
}
