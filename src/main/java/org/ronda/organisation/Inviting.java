package org.ronda.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;

/** Mandates that were offered by mail: only the account whose verified address it is takes one, once, and in time. */
@ApplicationScoped
class Inviting {
    /** Where an offer stands for whoever comes with its link. */
    enum State {
        OPEN,
        ANSWERED,
        WITHDRAWN,
        LATE,
        /** A later mail took the place of this one. */
        REPLACED
    }

    /** What the link leads to. */
    public record Offer(Mandate mandate, Organisation organisation, State state) {
        public boolean isOpen() {
            return state == State.OPEN;
        }

        public boolean isAnswered() {
            return state == State.ANSWERED;
        }

        public boolean isWithdrawn() {
            return state == State.WITHDRAWN;
        }

        public boolean isLate() {
            return state == State.LATE;
        }

        /** Whether whoever is signed in has the address, and proved it. */
        boolean isFor(Participant reader) {
            return isTheirs(mandate, reader);
        }
    }

    @Inject
    InvitationByMail letters;

    @Inject
    Mandating mandating;

    @Inject
    Now now;

    /** What a link leads to, whatever became of it; 404 for what we did not sign. */
    Offer find(String token) {
        InvitationByMail.Link link = letters.link(token).orElseThrow(NotFoundException::new);
        Mandate mandate = Mandate.byCode(link.code()).orElseThrow(NotFoundException::new);
        return new Offer(mandate, Organisation.findById(mandate.organisationId()), state(link, mandate));
    }

    private State state(InvitationByMail.Link link, Mandate mandate) {
        if (mandate.acceptedAt() != null || mandate.declinedAt() != null) {
            return State.ANSWERED;
        }
        if (mandate.revokedAt() != null) {
            return mandate.hasLapsed() ? State.LATE : State.WITHDRAWN;
        }
        if (!link.isLatestOf(mandate)) {
            return State.REPLACED;
        }
        Instant at = now.instant();
        return mandate.isTooLate(at) || mandate.hasRunOut(at) ? State.LATE : State.OPEN;
    }

    @Transactional
    void accept(String token, long by) {
        Mandate mandate = offeredTo(token, by);
        Instant at = now.atGate();
        refuseLate(mandate, at);
        Mandate.open(mandate.organisationId()).stream()
                .filter(one -> one.isOf(by) && one.scope().equals(mandate.scope()))
                .forEach(same -> {
                    if (!same.hasRunOut(at)) {
                        throw Refused.conflict(language -> words(language).youHaveIt());
                    }
                    same.runOut();
                });
        Mandate.flush();
        mandate.acceptAs(by, at);
        mandating.record("accepted", mandate, by, at);
    }

    @Transactional
    void decline(String token, long by) {
        Mandate mandate = offeredTo(token, by);
        Instant at = now.atGate();
        refuseLate(mandate, at);
        mandate.decline(at);
        mandating.record("declined", mandate, null, at);
    }

    @Scheduled(every = "30m", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        lapse();
    }

    /** Ends what nobody answered in time, and with it the address; any node may do it, twice changes nothing. */
    int lapse() {
        Instant at = now.instant();
        List<String> late = QuarkusTransaction.requiringNew()
                .call(() -> Mandate.<Mandate>list("email is not null and answerBy <= ?1 order by id", at).stream()
                        .map(Mandate::code)
                        .toList());
        late.forEach(code -> QuarkusTransaction.requiringNew().run(() -> lapse(code)));
        return late.size();
    }

    private void lapse(String code) {
        Mandate mandate = Mandating.held(code);
        Instant at = now.instant();
        if (mandate.isByMail() && mandate.isTooLate(at)) {
            mandate.revoke(null, at);
            mandating.record("revoked", mandate, null, at);
        }
    }

    /** As it is once its organisation is held. */
    private Mandate offeredTo(String token, long by) {
        InvitationByMail.Link link = letters.link(token).orElseThrow(NotFoundException::new);
        Mandate mandate = Mandating.open(link.code());
        if (!mandate.isByMail()) {
            throw Refused.conflict(language -> words(language).alreadyAnswered());
        }
        if (!link.isLatestOf(mandate)) {
            throw Refused.conflict(language -> words(language).offerReplaced());
        }
        if (!isTheirs(mandate, Participant.findById(by))) {
            throw new Refused(
                    Refused.Status.FORBIDDEN, null, language -> words(language).offerForOther());
        }
        return mandate;
    }

    private static boolean isTheirs(Mandate mandate, Participant reader) {
        return reader.mailbox()
                .filter(address -> address.equalsIgnoreCase(mandate.email()))
                .isPresent();
    }

    private static void refuseLate(Mandate mandate, Instant at) {
        if (mandate.isTooLate(at) || mandate.hasRunOut(at)) {
            throw Refused.conflict(language -> words(language).offerLate());
        }
    }

    private static OrganisationMessages words(Language language) {
        return Applying.words(language);
    }
}
