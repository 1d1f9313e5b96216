package org.ronda.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;

/**
 * That somebody may speak for an organisation: about what, from when until when, with which role. It is given, counts
 * once it is accepted, and is ended, never deleted.
 */
@Entity
public class Mandate extends PanacheEntity {
    /** How long an invitation by mail may be answered. */
    static final Duration ANSWERED_WITHIN = Duration.ofDays(14);

    /** How often one goes out, at most once an hour. */
    static final int MOST_MAILS = 5;

    private static final String OPEN = "OPEN";

    String code;
    long organisationId;
    // null while it is offered by mail, and where nobody took it
    Long participantId;

    @Enumerated(EnumType.STRING)
    Scope.Kind scopeKind;

    long scopeId;
    String title;
    boolean isHolder;
    Instant validFrom;
    Instant validTo;
    Long givenBy;
    Instant givenAt;
    Instant acceptedAt;
    Instant declinedAt;
    Instant revokedAt;
    Long revokedBy;

    // only while it is offered by mail
    String email;
    String emailLanguage;

    int sends;
    Instant sentAt;
    Instant answerBy;
    String reason;

    // uq_mandate_once: one that is open for the same person and the same thing
    String slot;

    protected Mandate() {}

    Mandate(
            Organisation organisation,
            Long participant,
            Scope scope,
            String title,
            boolean isHolder,
            Instant from,
            Instant to,
            Long givenBy,
            Instant at) {
        this.code = Code.random('M');
        this.organisationId = organisation.id();
        this.participantId = participant;
        this.scopeKind = scope.kind();
        this.scopeId = scope.id();
        this.title = title;
        this.isHolder = isHolder;
        this.validFrom = from;
        this.validTo = to;
        this.givenBy = givenBy;
        this.givenAt = at;
        this.slot = OPEN;
    }

    /** Goes out by mail, once more or for the first time; a link that went out before leads nowhere now. */
    void mailTo(String address, Language language, Instant at) {
        email = address;
        emailLanguage = language.tag();
        sends++;
        sentAt = at;
        answerBy = at.plus(ANSWERED_WITHIN);
    }

    /** Given by the platform, and why. */
    void because(String why) {
        reason = why;
    }

    static Optional<Mandate> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Those of an organisation that are neither declined nor revoked, whether they are in force or not. */
    static List<Mandate> open(long organisation) {
        return list("organisationId = ?1 and slot = ?2 order by isHolder desc, id", organisation, OPEN);
    }

    /** Those of one person for one organisation, held until the transaction ends: none is revoked meanwhile. */
    static List<Mandate> held(long organisation, long participant) {
        return Mandate.<Mandate>find(
                        "organisationId = ?1 and participantId = ?2 and slot = ?3 order by id",
                        organisation,
                        participant,
                        OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of one person for any organisation, held until the transaction ends. */
    static List<Mandate> heldBy(long participant) {
        return Mandate.<Mandate>find("participantId = ?1 and slot = ?2 order by id", participant, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static List<Mandate> ofPerson(long participant) {
        return list("participantId = ?1 order by id desc", participant);
    }

    /** What waits by mail for whoever has that address. */
    static List<Mandate> offeredTo(String address) {
        return list("email = ?1 order by id", address.toLowerCase(Locale.ROOT));
    }

    void accept(Instant at) {
        acceptedAt = at;
        forgetAddress();
    }

    /** One that was offered by mail becomes that of whoever the address belongs to. */
    void acceptAs(long participant, Instant at) {
        participantId = participant;
        accept(at);
    }

    void decline(Instant at) {
        declinedAt = at;
        slot = null;
        forgetAddress();
    }

    /** @param by null where its time to be answered was over */
    void revoke(Long by, Instant at) {
        revokedAt = at;
        revokedBy = by;
        slot = null;
        forgetAddress();
    }

    private void forgetAddress() {
        email = null;
        emailLanguage = null;
    }

    /** Its time is over: room for another one. */
    void runOut() {
        slot = null;
        forgetAddress();
    }

    void beHolder() {
        isHolder = true;
    }

    /** Whether it counts at that instant. */
    public boolean isInForce(Instant at) {
        return acceptedAt != null
                && !at.isBefore(acceptedAt)
                && !at.isBefore(validFrom)
                && (validTo == null || at.isBefore(validTo))
                && (revokedAt == null || at.isBefore(revokedAt));
    }

    /** Whether it waits to be accepted. */
    public boolean isInvitation() {
        return acceptedAt == null && slot != null;
    }

    /** Whether it was offered to an address and nobody answered yet. */
    public boolean isByMail() {
        return email != null;
    }

    /** Whether whoever got it by mail did not answer in time. */
    public boolean isTooLate(Instant at) {
        return participantId == null && answerBy != null && !at.isBefore(answerBy);
    }

    /** Whether nobody ended it, but the time. */
    boolean hasLapsed() {
        return revokedAt != null && revokedBy == null && participantId == null;
    }

    boolean mayBeMailedAgain(Instant at) {
        return sends < MOST_MAILS && !at.isBefore(sentAt.plus(Duration.ofHours(1)));
    }

    boolean isOf(long participant) {
        return participantId != null && participantId == participant;
    }

    public boolean hasRunOut(Instant at) {
        return validTo != null && !at.isBefore(validTo);
    }

    /** Whether it is about everything that is said in that process. */
    boolean isAboutAllOf(long process) {
        return scopeKind == Scope.Kind.PLATFORM || scopeKind == Scope.Kind.PROCESS && scopeId == process;
    }

    boolean isAboutTopicIn(Collection<Long> topics) {
        return scopeKind == Scope.Kind.TOPIC && topics.contains(scopeId);
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public long organisationId() {
        return organisationId;
    }

    /** Null while it is offered by mail. */
    public Long participantId() {
        return participantId;
    }

    public Scope scope() {
        return new Scope(scopeKind, scopeId);
    }

    public boolean isAboutEverything() {
        return scopeKind == Scope.Kind.PLATFORM;
    }

    /** The role in the organisation, such as "presidenta"; may be empty for who was there before mandates. */
    public String title() {
        return title;
    }

    /** Whether its holder may give mandates, and change what the organisation says of itself. */
    public boolean isHolder() {
        return isHolder;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** Null for without end. */
    public Instant validTo() {
        return validTo;
    }

    /** The end as people say it: within its last day. */
    public Instant lastMoment() {
        return validTo.minusMillis(1);
    }

    public Long givenBy() {
        return givenBy;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant declinedAt() {
        return declinedAt;
    }

    public Instant revokedAt() {
        return revokedAt;
    }

    String email() {
        return email;
    }

    Language emailLanguage() {
        return Language.of(emailLanguage).orElse(Language.ES);
    }

    int sends() {
        return sends;
    }

    /** Until when an invitation by mail may be answered. */
    public Instant answerBy() {
        return answerBy;
    }

    /** Why the platform gave it; null where a holder did. */
    public String reason() {
        return reason;
    }
}
