package org.ronda.production;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that somebody's telephone shows (RFC 6238), each of which Keycloak takes once. */
final class Totp {
    private static final long STEP = 30_000;
    private static final Map<String, Long> shown = new ConcurrentHashMap<>();

    private Totp() {}

    /** Digits that were not shown before: where these were the next ones, for which Keycloak is open already. */
    static String now(String secret) {
        long step = Math.max(System.currentTimeMillis() / STEP, shown.getOrDefault(secret, 0L) + 1);
        while (step > System.currentTimeMillis() / STEP + 1) {
            pause();
        }
        shown.put(secret, step);
        return digits(secret, step);
    }

    /** Digits that are not good now, nor shortly before or afterwards. */
    static String wrong(String secret) {
        int right = Integer.parseInt(digits(secret, System.currentTimeMillis() / STEP));
        return String.format("%06d", (right + 314_159) % 1_000_000);
    }

    private static String digits(String secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[hash.length - 1] & 0xf;
            int digits = (ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000;
            return String.format("%06d", digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
