package org.ronda.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A file as it will be stored: its bytes are safe, its name is ours.
 *
 * @param width in pixels; null, like the height, when it is no image
 */
public record Upload(String mediaType, String name, byte[] bytes, Integer width, Integer height) {
    private static final int LONGEST_NAME = 60;

    static Upload pdf(String typedName, byte[] bytes) {
        return new Upload("application/pdf", name(typedName, ".pdf"), bytes, null, null);
    }

    static Upload image(String typedName, boolean isPhoto, byte[] bytes, int width, int height) {
        return new Upload(
                isPhoto ? "image/jpeg" : "image/png", name(typedName, isPhoto ? ".jpg" : ".png"), bytes, width, height);
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** "Plano del Barrio Ñandú.PDF.exe" becomes "plano-del-barrio-nandu.pdf". */
    private static String name(String typed, String ending) {
        String base =
                typed == null ? "" : typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String stem = base.replaceFirst("(\\.[A-Za-z0-9]{1,5})+$", "");
        String plain = Normalizer.normalize(stem, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("^-+|-+$", "");
        return (cut.isEmpty() ? "archivo" : cut) + ending;
    }
}
