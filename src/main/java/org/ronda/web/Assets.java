package org.ronda.web;

import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Addresses of the style sheet, the script and the icons, with a hash of their content, so that browsers keep them for good. */
@TemplateExtension(namespace = "asset")
final class Assets {
    private static final Map<String, String> URLS = new ConcurrentHashMap<>();

    private Assets() {}

    static String url(String name) {
        return URLS.computeIfAbsent(name, file -> "/assets/" + file + "?v=" + hash(file));
    }

    private static String hash(String file) {
        try (InputStream bytes = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + file)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new UncheckedIOException(new IOException(file, broken));
        }
    }
}
