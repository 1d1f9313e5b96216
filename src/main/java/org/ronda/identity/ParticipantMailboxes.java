package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ronda.kernel.Mailbox;
import org.ronda.kernel.Mailboxes;

/** Mail reaches whoever has an account that is open and an address that was verified. */
@ApplicationScoped
class ParticipantMailboxes implements Mailboxes {
    @Override
    public Optional<Mailbox> of(long participantId) {
        return Participant.<Participant>findByIdOptional(participantId)
                .filter(participant -> !participant.isDisabled())
                .flatMap(participant ->
                        participant.mailbox().map(address -> new Mailbox(address, participant.language())));
    }
}
