package org.ronda.kernel;

import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import io.quarkus.arc.ManagedContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what is in the {@link Outbox}, each mail in a transaction of its own that holds its row: any number of nodes may
 * do so at once. If one ends between the mail server's word and the commit, the mail is sent again, with the same
 * Message-ID, by which it is recognised.
 */
@ApplicationScoped
class Post {
    private static final Logger LOG = Logger.getLogger(Post.class);

    /** After so many failures in a row the server is away, and the rest waits for a later round. */
    private static final int FAILURES = 3;

    @CheckedTemplate(basePath = "kernel")
    static class Templates {
        static native TemplateInstance letter(Letter letter, String origin, String language);

        static native TemplateInstance letter_plain(Letter letter, String origin);
    }

    /** What became of the next mail. */
    enum Outcome {
        NOTHING_DUE,
        SENT,
        DROPPED,
        FAILED
    }

    @Inject
    EntityManager entityManager;

    @Inject
    Smtp smtp;

    @Inject
    Outbox outbox;

    @Inject
    Mailboxes mailboxes;

    @Inject
    @All
    List<Letters> rooms;

    @Inject
    Now now;

    // the transaction of each mail is begun by the proxy
    @Inject
    Post self;

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional(TxType.NOT_SUPPORTED)
    void deliver() {
        if (!outbox.isOn() || OutgoingMail.count("dueAt <= ?1", now.instant()) == 0) {
            return;
        }
        try (Smtp.Connection connection = smtp.open()) {
            int failures = 0;
            while (failures < FAILURES) {
                switch (apart(connection)) {
                    case NOTHING_DUE -> failures = FAILURES;
                    case FAILED -> failures++;
                    default -> failures = 0;
                }
            }
        }
    }

    /** In a request context of its own: what is known of one reader is not taken for another. */
    private Outcome apart(Smtp.Connection connection) {
        ManagedContext request = Arc.container().requestContext();
        InjectableContext.ContextState before = request.getStateIfActive();
        request.activate();
        try {
            return self.next(connection);
        } catch (Unwritable broken) {
            self.putOff(broken);
            return Outcome.FAILED;
        } finally {
            request.terminate();
            if (before != null) {
                request.activate(before);
            }
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    Outcome next(Smtp.Connection connection) {
        Instant at = now.instant();
        List<Long> due = entityManager
                .createNativeQuery(
                        "select id from outgoing_mail where due_at <= :now order by due_at, id limit 1"
                                + " for update skip locked",
                        Long.class)
                .setParameter("now", at)
                .getResultList();
        if (due.isEmpty()) {
            return Outcome.NOTHING_DUE;
        }
        OutgoingMail waiting = OutgoingMail.findById(due.get(0));
        if (lettersOf(waiting).isEmpty()) {
            // of a newer version, while nodes are changed one after the other
            throw new Unwritable((Long) waiting.id, new IllegalStateException("unknown kind"));
        }
        Optional<Mailbox> mailbox = mailbox(waiting);
        Optional<MailMessage> letter = mailbox.flatMap(to -> write(waiting, to));
        if (letter.isEmpty()) {
            waiting.delete();
            return Outcome.DROPPED;
        }
        try {
            connection.send(letter.get());
            waiting.delete();
            return Outcome.SENT;
        } catch (Smtp.NotSent failed) {
            putOff(waiting, at, failed);
            return Outcome.FAILED;
        }
    }

    private Optional<Mailbox> mailbox(OutgoingMail mail) {
        return mail.participantId != null
                ? mailboxes.of(mail.participantId)
                : lettersOf(mail).flatMap(letters -> letters.mailbox(mail.about));
    }

    private Optional<Letters> lettersOf(OutgoingMail mail) {
        return rooms.stream().filter(room -> room.kind().equals(mail.kind)).findFirst();
    }

    private Optional<MailMessage> write(OutgoingMail mail, Mailbox to) {
        long participantId = mail.participantId == null ? 0 : mail.participantId;
        try {
            return lettersOf(mail)
                    .flatMap(letters -> letters.write(participantId, mail.about, to.language()))
                    .map(letter -> mail(mail, to, letter));
        } catch (RuntimeException broken) {
            throw new Unwritable((Long) mail.id, broken);
        }
    }

    /** One that cannot be written does not keep the others waiting; what it began is rolled back first. */
    static class Unwritable extends RuntimeException {
        private final long mail;

        Unwritable(long mail, RuntimeException cause) {
            super(cause);
            this.mail = mail;
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void putOff(Unwritable broken) {
        OutgoingMail mail = OutgoingMail.findById(broken.mail);
        if (mail != null) {
            putOff(mail, now.instant(), broken);
        }
    }

    private void putOff(OutgoingMail mail, Instant at, Exception failed) {
        if (mail.isHopeless(at)) {
            LOG.errorf(
                    "mail %s (%s) was given up after %d tries: %s",
                    mail.messageId, mail.kind, mail.tries + 1, kindOf(failed));
            mail.delete();
        } else {
            mail.failed(at);
            LOG.warnf(
                    "mail %s (%s) was not sent, next try at %s: %s",
                    mail.messageId, mail.kind, mail.dueAt, kindOf(failed));
        }
    }

    /** What a mail server says may hold the address, which a log does not keep. */
    private static String kindOf(Exception failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return cause instanceof SMTPException refused
                ? "the mail server answered " + refused.getReplyCode()
                : cause.getClass().getName();
    }

    private MailMessage mail(OutgoingMail waiting, Mailbox to, Letter letter) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Message-ID", waiting.messageId)
                .add("Auto-Submitted", "auto-generated");
        if (letter.leaving() != null) {
            headers.add(
                            "List-Unsubscribe",
                            "<" + outbox.origin() + letter.leaving().path() + ">")
                    .add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return new MailMessage()
                .setTo(to.address())
                .setSubject(letter.subject())
                .setText(Templates.letter_plain(letter, outbox.origin()).render())
                .setHtml(Templates.letter(letter, outbox.origin(), to.language().tag())
                        .render())
                .setHeaders(headers);
    }
}
