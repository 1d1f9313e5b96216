package org.ronda.organisation;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronda.identity.Participant;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;

/** An organisation for which people speak by mandates. No legal personality is asked for. */
@Entity
public class Organisation extends PanacheEntity {
    /** Where it stands: who applied waits, what ended stays to be read. */
    public enum State {
        APPLIED,
        ACCEPTED,
        REFUSED,
        ENDED
    }

    /** Whether it is a legal person; it need not be one. */
    public enum Legal {
        REGISTERED,
        IN_PROCESS,
        NONE
    }

    String code;
    String name;

    @Enumerated(EnumType.STRING)
    State state;

    String statement;
    String themes;
    String contact;

    @Enumerated(EnumType.STRING)
    Legal legal;

    String applicantTitle;
    Long appliedBy;
    Instant appliedAt;
    Long decidedBy;
    Instant decidedAt;
    String decisionReason;
    boolean isTwoPerson;
    Instant endedAt;
    String endedReason;
    Long successorId;
    String nameKey;

    @Version
    long version;

    protected Organisation() {}

    /** An application, which a platform administrator has to check. */
    Organisation(ApplicationInput input, long applicant, Instant at) {
        this.code = Code.random('G');
        this.state = State.APPLIED;
        this.name = input.name();
        this.statement = input.statement();
        this.themes = input.themes();
        this.contact = input.contact();
        this.legal = input.legalForm();
        this.applicantTitle = input.title();
        this.appliedBy = applicant;
        this.appliedAt = at;
    }

    public static Optional<Organisation> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }

    /** Those that take part, or took part, by name. */
    static Slice<Organisation> listed(State state, Cursor after, int limit) {
        String order = " order by state, name, id";
        List<Organisation> rows = (after == null
                        ? Organisation.<Organisation>find("state = ?1" + order, state)
                        : Organisation.<Organisation>find(
                                "state = ?1 and (name > ?2 or name = ?2 and id > ?3)" + order,
                                state,
                                after.text(0),
                                after.number(1)))
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, one -> Cursor.of(one.name, one.id));
    }

    /** The applications that wait, the oldest first. */
    static Slice<Organisation> waiting(Cursor after, int limit) {
        String order = " order by state, appliedAt, id";
        List<Organisation> rows = (after == null
                        ? Organisation.<Organisation>find("state = ?1" + order, State.APPLIED)
                        : Organisation.<Organisation>find(
                                "state = ?1 and (appliedAt > ?2 or appliedAt = ?2 and id > ?3)" + order,
                                State.APPLIED,
                                after.instant(0),
                                after.number(1)))
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, one -> Cursor.of(one.appliedAt, one.id));
    }

    /** What somebody applied for and is not, or not yet, an organisation; the latest hundred. */
    static List<Organisation> appliedForBy(long participant) {
        return find(
                        "appliedBy = ?1 and state in ?2 order by id desc",
                        participant,
                        List.of(State.APPLIED, State.REFUSED))
                .page(0, 100)
                .list();
    }

    private static final String ORPHANED = "o.state = ?1 and not exists (select m.id from Mandate m join Participant p"
            + " on p.id = m.participantId where m.organisationId = o.id and m.isHolder = true"
            + " and m.acceptedAt is not null and m.slot is not null and p.disabledAt is null)";

    /** Those that nobody holds whose account is open, the first hundred by name. */
    static List<Organisation> orphaned() {
        return Organisation.<Organisation>find(
                        "from Organisation o where " + ORPHANED + " order by o.name, o.id", State.ACCEPTED)
                .page(0, 100)
                .list();
    }

    static int orphans() {
        return (int) count("from Organisation o where " + ORPHANED, State.ACCEPTED);
    }

    static boolean isOrphaned(long organisation) {
        return count("from Organisation o where " + ORPHANED + " and o.id = ?2", State.ACCEPTED, organisation) > 0;
    }

    /** Those that ended in this one. */
    static List<Organisation> mergedInto(long successor) {
        return list("successorId = ?1 order by name, id", successor);
    }

    /** Holds its row until the transaction ends, and reads it as it is by then: whatever changes its people begins so. */
    void hold() {
        if (getEntityManager()
                .createNativeQuery("select id from organisation where id = :id for update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty()) {
            throw new NotFoundException();
        }
        getEntityManager().refresh(this);
    }

    void accept(String reason, long by, Instant at) {
        require(State.APPLIED);
        state = State.ACCEPTED;
        decided(reason, by, at);
        nameKey = keyOf(name);
    }

    void refuse(String reason, long by, Instant at) {
        require(State.APPLIED);
        state = State.REFUSED;
        decided(reason, by, at);
    }

    private void decided(String reason, long by, Instant at) {
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    void describe(DescriptionInput input) {
        require(State.ACCEPTED);
        statement = input.statement();
        themes = input.themes();
        contact = input.contact();
        legal = input.legalForm();
    }

    /** From now on what is said for it waits for a second person, or no longer. */
    void rule(boolean isTwoPerson) {
        require(State.ACCEPTED);
        this.isTwoPerson = isTwoPerson;
    }

    /** Nobody speaks for it any more; it stays to be read. */
    void end(String reason, Organisation successor, Instant at) {
        require(State.ACCEPTED);
        state = State.ENDED;
        endedAt = at;
        endedReason = reason;
        successorId = successor == null ? null : successor.id;
    }

    /** Nothing is left of an application that never became an organisation. */
    void forget() {
        state = State.REFUSED;
        name = "–";
        statement = "";
        themes = "";
        contact = "";
        applicantTitle = "";
        decisionReason = null;
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("is " + state + ", not " + expected);
        }
    }

    /** The name as it is compared: without case, accents and signs. */
    static String keyOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return plain.substring(0, Math.min(200, plain.length()));
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.organisation(id);
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public String address() {
        return "/organisations/" + code;
    }

    public State state() {
        return state;
    }

    public boolean isWaiting() {
        return state == State.APPLIED;
    }

    public boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    public boolean isRefused() {
        return state == State.REFUSED;
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }

    /** Whether everybody reaches it. */
    public boolean isPublic() {
        return isAccepted() || hasEnded();
    }

    /** Who it is and what it wants, in Markdown. */
    public String statement() {
        return statement;
    }

    /** As they were typed, with commas between. */
    public String themes() {
        return themes;
    }

    public List<String> eachTheme() {
        return Arrays.stream(themes.split(","))
                .map(String::strip)
                .filter(theme -> !theme.isEmpty())
                .toList();
    }

    public String contact() {
        return contact;
    }

    public Legal legal() {
        return legal;
    }

    public String applicantTitle() {
        return applicantTitle;
    }

    public boolean isAppliedBy(Participant participant) {
        return appliedBy != null && appliedBy == participant.id();
    }

    public Long appliedBy() {
        return appliedBy;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionReason() {
        return decisionReason;
    }

    /** Whether what is said for it is published only once a second mandated person confirms it. */
    public boolean isTwoPerson() {
        return isTwoPerson;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public String endedReason() {
        return endedReason;
    }

    /** What it ended in, or null. */
    public Long successorId() {
        return successorId;
    }

    public long version() {
        return version;
    }
}
