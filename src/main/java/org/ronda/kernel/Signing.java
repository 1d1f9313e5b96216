package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs what comes back in the links of mails, so that a link proves itself without a session. */
@ApplicationScoped
public class Signing {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    @ConfigProperty(name = "ronda.mail.key")
    Optional<String> key;

    /** HMAC-SHA256 under the configured key, for an address. */
    public String of(String text) {
        byte[] secret = key.orElseThrow(() -> new IllegalStateException("RONDA_MAIL_KEY is not set"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether we signed that; never where there is no key. */
    public boolean isOf(String text, String signature) {
        return key.isPresent()
                && MessageDigest.isEqual(
                        of(text).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
