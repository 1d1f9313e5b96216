package org.ronda.kernel;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where mail is put in the transaction of what causes it, so that there is neither one without the other; the
 * {@link Post} sends it a moment later, and no request waits for the mail server. Without a mail server nothing is put.
 */
@Startup
@ApplicationScoped
public class Outbox {
    private final boolean isOn;
    private final String origin;
    private final Mailboxes mailboxes;
    private final Now now;

    @Inject
    Outbox(
            @ConfigProperty(name = "ronda.smtp.host") Optional<String> host,
            @ConfigProperty(name = "ronda.mail.links") Optional<String> address,
            @ConfigProperty(name = "ronda.mail.key") Optional<String> key,
            Mailboxes mailboxes,
            Now now) {
        this.isOn = host.isPresent();
        this.origin = address.map(one -> one.replaceFirst("/$", "")).orElse("");
        this.mailboxes = mailboxes;
        this.now = now;
        if (isOn && (origin.isEmpty() || key.isEmpty())) {
            throw new IllegalStateException(
                    "RONDA_SMTP_HOST is set: mail needs RONDA_PUBLIC_ADDRESS, with which its links"
                            + " begin, and RONDA_MAIL_KEY, a secret that signs them");
        }
    }

    /** Whether mail is sent at all. */
    public boolean isOn() {
        return isOn;
    }

    /** Scheme and host that links in mails begin with. */
    String origin() {
        return origin;
    }

    /**
     * Puts a mail to a participant, if mail reaches them.
     *
     * @param kind of the {@link Letters} that know what it says
     * @param about what these letters need to know
     */
    @Transactional(TxType.MANDATORY)
    public void put(String kind, long participantId, String about) {
        if (isOn && mailboxes.of(participantId).isPresent()) {
            queue(kind, participantId, about);
        }
    }

    /** The same to several, of whom mail reaches whom is asked in one statement. */
    @Transactional(TxType.MANDATORY)
    public void put(String kind, Collection<Long> participantIds, String about) {
        if (isOn && !participantIds.isEmpty()) {
            mailboxes.reached(participantIds).forEach(one -> queue(kind, one, about));
        }
    }

    /** Puts a mail to an address that these letters know when it is sent: here it is not kept. */
    @Transactional(TxType.MANDATORY)
    public void putUnaddressed(String kind, String about) {
        if (isOn) {
            queue(kind, null, about);
        }
    }

    private void queue(String kind, Long participantId, String about) {
        String messageId = "<" + Forms.nonce() + "@" + URI.create(origin).getHost() + ">";
        new OutgoingMail(kind, participantId, about, messageId, now.instant()).persist();
    }

    /** Whether one of that kind was put and is not sent yet. */
    public boolean isWaiting(String kind, long participantId) {
        return OutgoingMail.count("kind = ?1 and participantId = ?2", kind, participantId) > 0;
    }
}
