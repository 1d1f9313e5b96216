package org.ronda.identity;

import io.quarkus.arc.Arc;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Session cookies as Quarkus makes them, for people who cannot sign in and moments that have passed. */
final class SessionCookie {
    private SessionCookie() {}

    static String of(Participant participant) {
        return of(Session.of(participant).principal(), Duration.ofHours(1));
    }

    static String of(String principal, Duration lasting) {
        return encrypted(Arc.container().instance(SessionKey.class).get().get(), principal, lasting);
    }

    static String encrypted(String key, String principal, Duration lasting) {
        try {
            byte[] iv = new byte[12];
            new SecureRandom().nextBytes(iv);
            byte[] secret = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, iv));
            String content = System.currentTimeMillis() + lasting.toMillis() + ":" + principal;
            byte[] encrypted = cipher.doFinal(content.getBytes(StandardCharsets.UTF_8));
            byte[] message = ByteBuffer.allocate(1 + iv.length + encrypted.length)
                    .put((byte) iv.length)
                    .put(iv)
                    .put(encrypted)
                    .array();
            return Base64.getEncoder().encodeToString(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
