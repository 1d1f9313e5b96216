package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key that session cookies are encrypted with, the same after a restart and on every node: the configured one; else,
 * where the database is a file, one made once and kept beside it; else one derived from the database's password, which
 * all nodes know.
 */
@Singleton
class SessionKey {
    @ConfigProperty(name = "quarkus.http.auth.session.encryption-key")
    Optional<String> configured;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.password")
    Optional<String> password;

    @ConfigProperty(name = "ronda.data-dir")
    Path dataDir;

    @Inject
    SessionKey() {}

    String get() {
        return configured.orElseGet(() -> database.startsWith("jdbc:h2:file:") ? kept() : derived());
    }

    private String kept() {
        Path file = dataDir.resolve("session.key");
        try {
            Files.createDirectories(dataDir);
            try {
                Files.writeString(file, random(), StandardOpenOption.CREATE_NEW);
                file.toFile().setReadable(false, false);
                file.toFile().setReadable(true, true);
            } catch (FileAlreadyExistsException earlier) {
                // made at an earlier start, so that whoever was signed in then still is
            }
            return Files.readString(file).strip();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the data folder " + dataDir + " cannot be written", unwritable);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String derived() {
        try {
            byte[] secret = ("ronda session key " + password.orElse("")).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
