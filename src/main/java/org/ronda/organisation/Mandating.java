package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** Gives mandates, takes them on, and ends them. Each act holds the organisation, so that it never loses its last holder. */
@ApplicationScoped
public class Mandating {
    /** More people than can speak for one organisation and still be known to who reads. */
    private static final int MOST = 100;

    /** More invitations by mail than somebody sends within an hour who means each of them. */
    private static final int MAILS_PER_HOUR = 20;

    @Inject
    Spheres spheres;

    @Inject
    Outbox outbox;

    @Inject
    Limits limits;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    /** Invites somebody; the mandate counts once they accept. */
    @Transactional
    public Mandate give(String organisationCode, MandateInput input, long by) {
        Organisation organisation = heldBy(organisationCode, by);
        Instant at = now.atGate();
        Scope about = about(input.about());
        Instant from = input.period().begins(at, zone);
        Instant to = input.period().ends(from, zone);
        if (input.isHolder() && (about.kind() != Scope.Kind.PLATFORM || to != null || from.isAfter(at))) {
            throw Refused.invalid("holder", language -> words(language).holderIsForEverything());
        }
        List<Mandate> open = Mandate.open(organisation.id());
        if (open.stream().filter(one -> !one.hasRunOut(at)).count() >= MOST) {
            throw Refused.invalid("who", language -> words(language).tooMany(MOST));
        }
        Long invited = input.isByMail() ? null : Participant.one(input.who()).id();
        Optional<Mandate> same = open.stream()
                .filter(one -> one.scope().equals(about))
                .filter(one -> invited == null ? input.address().equals(one.email()) : one.isOf(invited))
                .findFirst();
        if (same.isPresent() && !same.get().hasRunOut(at) && !same.get().isTooLate(at)) {
            throw Refused.invalid("who", language -> words(language).hasItAlready());
        }
        same.ifPresent(one -> makeRoom(one, at));
        Mandate.flush();
        Mandate mandate = new Mandate(organisation, invited, about, input.title(), input.isHolder(), from, to, by, at);
        if (invited == null) {
            mail(mandate, input.address(), Participant.<Participant>findById(by).language(), at);
        } else {
            outbox.put(InvitationLetter.KIND, invited, mandate.code());
        }
        mandate.persist();
        record(invited == null ? "offered" : "given", mandate, by, at);
        return mandate;
    }

    private void makeRoom(Mandate before, Instant at) {
        if (before.isTooLate(at)) {
            before.revoke(null, at);
            record("revoked", before, null, at);
        } else {
            before.runOut();
        }
    }

    /** Sends an invitation once more: its link counts from now, that of the mail before no longer. */
    @Transactional
    void mailAgain(String organisationCode, String code, long by) {
        Organisation organisation = heldBy(organisationCode, by);
        Mandate mandate = open(code);
        if (mandate.organisationId() != organisation.id()) {
            throw new NotFoundException();
        }
        if (!mandate.isByMail()) {
            throw Refused.conflict(language -> words(language).alreadyAnswered());
        }
        Instant at = now.atGate();
        if (!mandate.mayBeMailedAgain(at)) {
            throw Refused.conflict(language -> words(language).mailedEnough(Mandate.MOST_MAILS));
        }
        mail(mandate, mandate.email(), mandate.emailLanguage(), at);
        record("offered", mandate, by, at);
    }

    private void mail(Mandate mandate, String address, Language inLanguage, Instant at) {
        if (!outbox.isOn()) {
            throw Refused.invalid("who", language -> words(language).noMailHere());
        }
        limits.count("invite by mail", MAILS_PER_HOUR, Duration.ofHours(1));
        mandate.mailTo(address, inLanguage, at);
        outbox.putUnaddressed(InvitationByMail.KIND, InvitationByMail.about(mandate));
    }

    @Transactional
    public void accept(String code, long by) {
        Mandate mandate = invitationOf(code, by);
        Instant at = now.atGate();
        if (mandate.hasRunOut(at)) {
            throw Refused.conflict(language -> words(language).ranOut());
        }
        mandate.accept(at);
        record("accepted", mandate, by, at);
    }

    @Transactional
    void decline(String code, long by) {
        Mandate mandate = invitationOf(code, by);
        Instant at = now.atGate();
        mandate.decline(at);
        record("declined", mandate, by, at);
    }

    /** Ends one at once, an invitation too: of somebody else by a holder, one's own by oneself. */
    @Transactional
    void revoke(String code, long by) {
        Mandate mandate = open(code);
        Organisation organisation = Organisation.findById(mandate.organisationId());
        boolean isOwn = mandate.isOf(by);
        if (!isOwn && !holds(organisation.id(), by)) {
            throw new NotFoundException();
        }
        if (mandate.isHolder() && mandate.acceptedAt() != null) {
            refuseLastHolder(organisation, mandate);
        }
        Instant at = now.atGate();
        mandate.revoke(by, at);
        record("revoked", mandate, by, at);
    }

    /** Ends all that somebody has, invitations too, also those to their address, as their account is erased: here nothing can be refused any more. */
    @Transactional
    void leaveAll(long by) {
        String address = Participant.<Participant>findById(by).mailbox().orElse("");
        List<Mandate> all = Stream.concat(Mandate.ofPerson(by).stream(), Mandate.offeredTo(address).stream())
                .toList();
        for (Mandate mandate : all) {
            Organisation organisation = Organisation.findById(mandate.organisationId());
            organisation.hold();
            Mandate.getEntityManager().refresh(mandate, LockModeType.PESSIMISTIC_WRITE);
            if (mandate.slot != null) {
                Instant at = now.atGate();
                mandate.revoke(by, at);
                record("revoked", mandate, by, at);
            }
        }
    }

    /** Lets somebody who speaks for it about everything, without end, give mandates too. */
    @Transactional
    void makeHolder(String organisationCode, String code, long by) {
        Organisation organisation = heldBy(organisationCode, by);
        Mandate mandate = open(code);
        if (mandate.organisationId() != organisation.id()) {
            throw new NotFoundException();
        }
        Instant at = now.atGate();
        if (!mandate.isAboutEverything() || mandate.validTo() != null || !mandate.isInForce(at)) {
            throw Refused.conflict(language -> words(language).holderIsForEverything());
        }
        if (mandate.isHolder()) {
            throw Refused.conflict(language -> words(language).isHolderAlready());
        }
        mandate.beHolder();
        record("widened", mandate, by, at);
    }

    /**
     * The platform asks somebody to give the mandates of an organisation that nobody with an open account holds; whoever
     * speaks for it about everything already holds it at once. One who was asked so before and did not answer is asked
     * no more.
     */
    @Transactional
    void rescue(String organisationCode, RescueInput input, long by) {
        Organisation organisation = Organisation.byCode(organisationCode).orElseThrow(NotFoundException::new);
        organisation.hold();
        if (!organisation.isAccepted()) {
            throw new NotFoundException();
        }
        if (!Organisation.isOrphaned(organisation.id())) {
            throw Refused.conflict(language -> words(language).isHeldStill());
        }
        long named = Participant.one(input.who()).id();
        Instant at = now.atGate();
        Mandate same = null;
        for (Mandate one : Mandate.open(organisation.id())) {
            boolean isTheirs = one.isOf(named) && one.isAboutEverything();
            if (isTheirs && one.acceptedAt() != null && one.validTo() == null) {
                same = one;
            } else if (isTheirs || one.isInvitation() && one.reason() != null) {
                one.revoke(by, at);
                record("revoked", one, by, Scope.PLATFORM, at);
            }
        }
        if (same != null) {
            same.beHolder();
            same.because(input.reason());
            record("widened", same, by, Scope.PLATFORM, at);
            return;
        }
        Mandate mandate = new Mandate(organisation, named, Scope.PLATFORM, input.title(), true, at, null, by, at);
        mandate.because(input.reason());
        mandate.persist();
        outbox.put(InvitationLetter.KIND, named, mandate.code());
        record("given", mandate, by, Scope.PLATFORM, at);
    }

    /** Whether somebody holds an organisation: gives its mandates and changes what it says of itself. */
    static boolean holds(long organisation, long participant) {
        return Mandate.count(
                        "organisationId = ?1 and participantId = ?2 and isHolder = true and acceptedAt is not null"
                                + " and slot is not null",
                        organisation,
                        participant)
                > 0;
    }

    /** The organisation, held until the transaction ends; 404 for who does not hold it. */
    static Organisation heldBy(String code, long by) {
        Organisation organisation =
                Organisation.byCode(code).filter(Organisation::isAccepted).orElseThrow(NotFoundException::new);
        organisation.hold();
        if (!organisation.isAccepted() || !holds(organisation.id(), by)) {
            throw new NotFoundException();
        }
        return organisation;
    }

    private static void refuseLastHolder(Organisation organisation, Mandate leaving) {
        List<Mandate> others = Mandate.open(organisation.id()).stream()
                .filter(one -> one.id() != leaving.id() && one.acceptedAt() != null)
                .toList();
        List<Long> holders = others.stream()
                .filter(Mandate::isHolder)
                .map(Mandate::participantId)
                .toList();
        if (Participant.count("id in ?1 and disabledAt is null", holders) > 0) {
            return;
        }
        throw Refused.conflict(language -> others.isEmpty()
                ? words(language).lastPerson()
                : words(language).lastHolder());
    }

    private static Mandate invitationOf(String code, long invited) {
        Mandate mandate = open(code);
        if (!mandate.isOf(invited)) {
            throw new NotFoundException();
        }
        if (!mandate.isInvitation()) {
            throw Refused.conflict(language -> words(language).alreadyAnswered());
        }
        return mandate;
    }

    /** A mandate as it is once its organisation is held; what ended meanwhile is told so. */
    static Mandate open(String code) {
        Mandate mandate = held(code);
        if (mandate.slot == null) {
            throw Refused.conflict(language -> words(language).alreadyEnded());
        }
        return mandate;
    }

    static Mandate held(String code) {
        Mandate mandate = Mandate.byCode(code).orElseThrow(NotFoundException::new);
        Organisation organisation = Organisation.findById(mandate.organisationId());
        organisation.hold();
        // whoever speaks under it right now is done before it ends, or else sees that it ended
        Mandate.getEntityManager()
                .createNativeQuery("select id from mandate where id = :id for update")
                .setParameter("id", mandate.id())
                .getSingleResult();
        Mandate.getEntityManager().refresh(mandate);
        return mandate;
    }

    private Scope about(String chosen) {
        return chosen.isEmpty()
                ? Scope.PLATFORM
                : spheres.chosen(chosen)
                        .orElseThrow(() -> Refused.invalid(
                                "about", language -> words(language).choose()));
    }

    /** @param by null where nobody did it, but the time */
    void record(String verb, Mandate mandate, Long by, Instant at) {
        Scope organisation = Scope.organisation(mandate.organisationId());
        record(verb, mandate, by, by == null ? null : organisation, at);
    }

    private void record(String verb, Mandate mandate, Long by, Scope inWhoseName, Instant at) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("mandate", mandate.code());
        content.put("title", mandate.title());
        content.put("about", mandate.scope().kind().name().toLowerCase(Locale.ROOT));
        content.put("from", mandate.validFrom().toString());
        if (mandate.validTo() != null) {
            content.put("to", mandate.validTo().toString());
        }
        content.put("holder", String.valueOf(mandate.isHolder()));
        if (mandate.reason() != null) {
            content.put("reason", mandate.reason());
        }
        ledger.record(Event.of("mandate." + verb, Scope.organisation(mandate.organisationId()))
                .at(at)
                .by(by, inWhoseName)
                .saying(content));
    }

    private static OrganisationMessages words(Language language) {
        return Applying.words(language);
    }
}
