package org.ronda.kernel;

import java.util.Optional;

/**
 * Asked of the rooms that send mail: what a mail of theirs says. Asked when it is sent, perhaps long after it was put
 * into the {@link Outbox} and perhaps more than once, outside of any request.
 */
public interface Letters {
    /** What the mail is called in the outbox. */
    String kind();

    /** Where one goes that was put for no participant; nothing where it is not to be sent any more. */
    default Optional<Mailbox> mailbox(String about) {
        return Optional.empty();
    }

    /**
     * Nothing where it concerns the participant no more, or may not be told any more: then it is not sent.
     *
     * @param participantId 0 where it was put for no participant
     */
    Optional<Letter> write(long participantId, String about, Language language);
}
