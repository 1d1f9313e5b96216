package org.ronda;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hibernate.Session;
import org.ronda.identity.Participant;

/** A real mail server that is there while it is open. What came in is kept while it is not. */
public final class MailServer implements AutoCloseable {
    /** What links in mails begin with. */
    public static final String LINKS = "https://ronda.example";

    /** What links in mails are signed with. */
    static final String KEY = "a key of the tests";

    private final GreenMail server;

    public MailServer() {
        int port = ConfigProvider.getConfig().getValue("ronda.smtp.port", Integer.class);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    /** A mail as it came in. */
    public record Received(MimeMessage message) {
        public String header(String name) {
            try {
                String[] values = message.getHeader(name);
                return values == null ? null : String.join(",", values).replaceAll("\\s+", " ");
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }

        public String to() {
            return header("To");
        }

        public String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException broken) {
                throw new IllegalStateException(broken);
            }
        }

        public String text() {
            return part(message, "text/plain").replace("\r\n", "\n");
        }

        public String html() {
            return part(message, "text/html");
        }

        private static String part(Part part, String type) {
            try {
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
                if (part.getContent() instanceof MimeMultipart parts) {
                    for (int i = 0; i < parts.getCount(); i++) {
                        String found = part(parts.getBodyPart(i), type);
                        if (found != null) {
                            return found;
                        }
                    }
                }
                return null;
            } catch (MessagingException | IOException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }

    public List<Received> received() {
        return Arrays.stream(server.getReceivedMessages()).map(Received::new).toList();
    }

    public List<Received> to(String address) {
        return received().stream().filter(mail -> address.equals(mail.to())).toList();
    }

    /** What the application writes behind that in a link, for who has got no mail. */
    public static String signed(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Gives a participant an address, as the identity provider would; null takes it away. */
    public static void address(String subject, String email, boolean isVerified) {
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.getEntityManager()
                        .unwrap(Session.class)
                        .createNativeMutationQuery(
                                "update participant set email = lower(cast(:email as varchar(320))), is_email_verified = :verified"
                                        + " where subject = :subject")
                        .setParameter("email", email)
                        .setParameter("verified", isVerified)
                        .setParameter("subject", subject)
                        .executeUpdate());
    }

    @Override
    public void close() {
        server.stop();
    }
}
