package org.ronda.identity;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * Somebody who takes part. The row, not a node's memory, carries everything that ends or limits a session: signing out
 * everywhere, a block, a disabled account.
 */
@Entity
@DynamicUpdate // a block and a sign-out at the same moment must not undo each other
public class Participant extends PanacheEntity {
    private static final String ERASED = "erased:";

    String code;
    String subject;
    String name;
    String language;
    Instant joinedAt;
    int epoch;
    Instant sessionsValidFrom;
    Instant disabledAt;
    Instant blockedUntil;
    String blockedReason;
    String email;
    boolean isEmailVerified;
    boolean isResponder;
    boolean hasToRead;

    protected Participant() {}

    /**
     * A new participant, not yet stored.
     *
     * @param subject who this is at the identity provider; in the demonstration the username
     */
    public Participant(String subject, String name, Language language, Instant joinedAt) {
        this.code = Code.random('U');
        this.subject = subject;
        this.name = name;
        this.language = language.tag();
        this.joinedAt = joinedAt;
    }

    public static Optional<Participant> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public static Optional<Participant> bySubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    /** By code, or by public name, which several may bear; at most three. */
    public static List<Participant> named(String codeOrName) {
        return find("code = ?1 or name = ?2 order by id", Code.normalise(codeOrName), codeOrName)
                .page(0, 3)
                .list();
    }

    /** The one of that code or public name whose account is open; or else an error beside the field {@code who}. */
    public static Participant one(String codeOrName) {
        List<Participant> named = named(codeOrName).stream()
                .filter(person -> !person.isDisabled())
                .toList();
        if (named.size() != 1) {
            throw Refused.invalid(
                    "who",
                    language -> named.isEmpty()
                            ? Wording.of(IdentityMessages.class, language).nobodyNamed()
                            : Wording.of(IdentityMessages.class, language).severalNamed());
        }
        return named.get(0);
    }

    /**
     * Whom a member of staff means who has them before their eyes; at most three. What looks like an address is a verified
     * address only, what looks like a code a code only: nobody takes the place of another by a name that looks so.
     */
    public static List<Participant> meant(String text) {
        String open = "disabledAt is null and ";
        String code = Code.normalise(text);
        return (text.contains("@")
                        ? Participant.<Participant>find(
                                open + "isEmailVerified = true and email = ?1 order by id",
                                text.toLowerCase(Locale.ROOT))
                        : Participant.<Participant>find(
                                open + (code.matches("U-[0-9A-Z]{8}") ? "code = ?1" : "name = ?1") + " order by id",
                                code.matches("U-[0-9A-Z]{8}") ? code : text))
                .page(0, 3)
                .list();
    }

    /** By e-mail address; else by code or by the beginning of the public name: the first twenty, for the administrator. */
    static List<Participant> lookedUp(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return (text.contains("@")
                        ? Participant.<Participant>find("email = ?1 or name = ?2 order by name, id", small, text)
                        : Participant.<Participant>find(
                                "code = ?1 or lower(name) like ?2 escape '!' order by name, id",
                                Code.normalise(text),
                                small.replaceAll("([!%_])", "!$1") + "%"))
                .page(0, 20)
                .list();
    }

    /** The address of the account, for the administrator only. */
    public String email() {
        return email;
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String subject() {
        return subject;
    }

    /** The name under which everything that this participant publishes is shown. */
    public String name() {
        return name;
    }

    public Language language() {
        return Language.of(language).orElse(Language.ES);
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    /** A session began in one epoch and ends with it. */
    int epoch() {
        return epoch;
    }

    /** Signs out everywhere: every session begun until now ends with its next request, on every node. */
    public void endSessions(Instant now) {
        epoch++;
        sessionsValidFrom = now;
    }

    /** Whether whoever signed in then has been signed out everywhere since. */
    boolean hasEndedSessionsSince(Instant signedIn) {
        return sessionsValidFrom != null && signedIn.isBefore(sessionsValidFrom);
    }

    boolean isAs(Account account) {
        return account.name().orElse(name).equals(name)
                && Objects.equals(account.email(), email)
                && account.isEmailVerified() == isEmailVerified;
    }

    void follow(Account account) {
        name = account.name().orElse(name);
        email = account.email();
        isEmailVerified = account.isEmailVerified();
    }

    /** The address of the account, found to be theirs or not; for themselves only. Null where there is none. */
    public String mail() {
        return email;
    }

    /** Where mail reaches this participant: only what the identity provider found to be theirs. */
    public Optional<String> mailbox() {
        return Optional.ofNullable(email).filter(known -> isEmailVerified);
    }

    /** Whether an office was ever theirs to respond for, or a seat of a board to decide on; what is now, the rooms say. */
    public boolean isResponder() {
        return isResponder;
    }

    public void beResponder() {
        isResponder = true;
    }

    /** Whether some room has something for them to read: it is looked for only then. */
    public boolean hasToRead() {
        return hasToRead;
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** Closes the account: its sessions are refused from the next request on. What was published stays. */
    public void disable(Instant now) {
        disabledAt = now;
    }

    /** Closes the account for good and ends its sessions: the first step of being erased. */
    void close(Instant now) {
        disable(now);
        endSessions(now);
    }

    boolean isErased() {
        return subject.startsWith(ERASED);
    }

    /** Nothing says any more who this was; nobody signs in to this row again. */
    void erase(Instant now) {
        code = Code.random('U');
        subject = ERASED + code;
        name = "–";
        language = Language.ES.tag();
        joinedAt = now;
        email = null;
        isEmailVerified = false;
        isResponder = false;
        hasToRead = false;
        unblock();
        disable(now);
    }

    /** The language in which this participant is written to. */
    void speak(Language chosen) {
        language = chosen.tag();
    }

    public void enable() {
        disabledAt = null;
    }

    /** Whether this participant may, until some instant, only read, see receipts, withdraw and ask for a second look. */
    public boolean isBlocked(Instant now) {
        return blockedUntil != null && now.isBefore(blockedUntil);
    }

    public Instant blockedUntil() {
        return blockedUntil;
    }

    public String blockedReason() {
        return blockedReason;
    }

    /** Blocks until that instant; a block that is already there is replaced. */
    public void block(Instant until, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new IllegalArgumentException("a block needs a reason");
        }
        this.blockedUntil = until;
        this.blockedReason = reason.strip();
    }

    public void unblock() {
        this.blockedUntil = null;
        this.blockedReason = null;
    }
}
