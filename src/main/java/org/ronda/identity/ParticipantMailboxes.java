package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

    @Override
    public Set<Long> reached(Collection<Long> participantIds) {
        return Participant.<Participant>stream("id in ?1 and disabledAt is null", participantIds)
                .filter(participant -> participant.mailbox().isPresent())
                .map(Participant::id)
                .collect(Collectors.toSet());
    }
}
