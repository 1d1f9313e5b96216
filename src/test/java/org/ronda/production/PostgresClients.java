package org.ronda.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * PostgreSQL's own programs, as new as the server of the tests: those of the system, else, on Debian, unpacked into
 * {@code target} from the release that has them, with the libraries that they were built for. Nothing is installed.
 */
final class PostgresClients {
    private static final int VERSION = 18;
    private static final List<String> PROGRAMS = List.of("pg_dump", "pg_restore", "psql");

    private final Path folder;

    PostgresClients() {
        folder = installed().orElseGet(PostgresClients::unpacked);
    }

    /** Runs a program with these first on the path, and answers what it says; fails where it fails. */
    String run(Map<String, String> settings, String... command) {
        return runWith(settings, folder + ":" + System.getenv("PATH"), command);
    }

    private static Optional<Path> installed() {
        return Stream.concat(
                        Arrays.stream(Objects.requireNonNullElse(System.getenv("PATH"), "")
                                        .split(":"))
                                .map(Path::of),
                        Stream.of(Path.of("/usr/lib/postgresql/" + VERSION + "/bin")))
                .filter(PostgresClients::isNewEnough)
                .findFirst();
    }

    private static boolean isNewEnough(Path folder) {
        Path program = folder.resolve("pg_dump");
        if (!Files.isExecutable(program)) {
            return false;
        }
        String version = runWith(Map.of(), System.getenv("PATH"), program.toString(), "--version");
        return Integer.parseInt(version.replaceAll("(?s).*?(\\d+).*", "$1")) >= VERSION;
    }

    private static Path unpacked() {
        Path bin = Path.of("target", "postgresql-clients", "bin").toAbsolutePath();
        if (PROGRAMS.stream().allMatch(program -> Files.isExecutable(bin.resolve(program)))) {
            return bin;
        }
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            throw new IllegalStateException("no pg_dump of PostgreSQL " + VERSION
                    + " found: install its client programs, and put them on the path");
        }
        try {
            runWith(
                    Map.of(),
                    System.getenv("PATH"),
                    "bash",
                    "src/test/sh/postgresql-clients.sh",
                    String.valueOf(VERSION),
                    bin.getParent().toString());
        } catch (IllegalStateException unreachable) {
            throw new TestAbortedException(
                    "not tried: no pg_dump of PostgreSQL " + VERSION + " here, nor to be had", unreachable);
        }
        return bin;
    }

    private static String runWith(Map<String, String> settings, String path, String... command) {
        try {
            Path said = Files.createTempFile("said", null);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.environment().putAll(settings);
            builder.environment().put("PATH", path);
            Process process = builder.start();
            boolean hasEnded = process.waitFor(2, TimeUnit.MINUTES);
            String words = Files.readString(said).strip();
            if (!hasEnded || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + ": " + words);
            }
            return words;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
