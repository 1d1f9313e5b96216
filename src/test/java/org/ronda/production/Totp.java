package org.ronda.production;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that somebody's telephone shows (RFC 6238). */
final class Totp {
    private Totp() {}

    static String now(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int at = hash[hash.length - 1] & 0xf;
            int digits = (ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000;
            return String.format("%06d", digits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
