package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Version;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;

/** Anything that somebody says in a process: a proposal, a topic entry, a comment, an amendment. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Contribution extends PanacheEntity {
    /** What it is; the letter starts its code. */
    public enum Kind {
        PROPOSAL('P'),
        TOPIC_ENTRY('I'),
        COMMENT('K'),
        AMENDMENT('E');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }
    }

    /** Where it stands. Only {@code PUBLISHED} counts; hidden and withdrawn ones leave a mark. */
    public enum State {
        DRAFT,
        UNCONFIRMED,
        HELD,
        PUBLISHED,
        HIDDEN,
        WITHDRAWN
    }

    /** By which way it came. */
    public enum Channel {
        WEB,
        API,
        PAPER_SLIP,
        ORAL_TABLE,
        ASSISTED
    }

    @Enumerated(EnumType.STRING)
    Kind kind;

    String code;
    long processId;
    Long phaseId;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Long authorId;

    @Enumerated(EnumType.STRING)
    Scope.Kind nameKind;

    Long nameId;
    Long mandateId;
    String nameTitle;
    Long confirmedBy;
    Long enteredBy;
    Long checkedBy;
    Instant saidAt;
    Instant enteredAt;
    Instant publishedAt;
    String language;
    Long districtId;
    int wordsVersion;
    int meaning;
    boolean isOwedAnswer;
    Instant answerDueAt;

    @Column(name = "shuffle_0")
    int shuffle0;

    @Column(name = "shuffle_1")
    int shuffle1;

    @Column(name = "shuffle_2")
    int shuffle2;

    @Column(name = "shuffle_3")
    int shuffle3;

    @Column(name = "shuffle_4")
    int shuffle4;

    @Column(name = "shuffle_5")
    int shuffle5;

    @Column(name = "shuffle_6")
    int shuffle6;

    @Column(name = "shuffle_7")
    int shuffle7;

    @Version
    long version;

    protected Contribution() {}

    /** A draft that only its author sees. */
    protected Contribution(
            Kind kind,
            long processId,
            Long phaseId,
            long author,
            Scope inWhoseName,
            Channel channel,
            String language,
            Instant now) {
        this.kind = kind;
        this.code = Code.random(kind.letter);
        this.processId = processId;
        this.phaseId = phaseId;
        this.state = State.DRAFT;
        this.channel = channel;
        this.authorId = author;
        this.nameKind = inWhoseName.kind();
        this.nameId = inWhoseName.id();
        this.enteredBy = author;
        this.saidAt = now;
        this.enteredAt = now;
        this.language = language;
        this.wordsVersion = 1;
        this.meaning = 1;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        this.shuffle0 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle1 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle2 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle3 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle4 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle5 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle6 = random.nextInt(Integer.MAX_VALUE);
        this.shuffle7 = random.nextInt(Integer.MAX_VALUE);
    }

    /**
     * Holds its row until the transaction ends, and reads it as it is by then. Whatever changes its state or its words
     * begins so. The row is named by itself: a lock on the join with the table of its kind does not hold it everywhere.
     */
    public void hold() {
        boolean isThere = !getEntityManager()
                .createNativeQuery("select id from contribution where id = :id for update")
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
        if (!isThere) {
            // a draft that was thrown away in another tab meanwhile
            throw new NotFoundException();
        }
        getEntityManager().refresh(this);
    }

    /** Holds the rows of several until the transaction ends, which has read none of them before; by their ids, in two statements. */
    public static Map<Long, Contribution> hold(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        getEntityManager()
                .createNativeQuery("select id from contribution where id in (:ids) order by id for update", Long.class)
                .setParameter("ids", ids)
                .getResultList();
        return Contribution.<Contribution>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(Contribution::id, Function.identity()));
    }

    /** The public words, by field, in their order: what a version keeps and the ledger proves. */
    public abstract Map<String, String> words();

    /** What its event says beside the words: what they are about, which never changes. */
    protected Map<String, String> facts() {
        return Map.of();
    }

    /** Puts other words in the place of the present ones; the fields are those of {@link #words()}. */
    protected abstract void rewrite(Map<String, String> words);

    /** Counts it, or no longer, wherever it counts while it is public: in its process and its phase, at least. */
    protected Event count(Event event, int by) {
        Counter counter = kind == Kind.COMMENT ? Counter.COMMENTS : Counter.CONTRIBUTIONS;
        Event inProcess = event.counting(Scope.process(processId), 0, counter, by);
        return phaseId == null ? inProcess : inProcess.counting(Scope.phase(phaseId), 0, counter, by);
    }

    /** In whose list it is read by its counts, beside those of its process; null for none. */
    protected Scope listedIn() {
        return null;
    }

    /** What a search finds it by. */
    protected String searchText() {
        return String.join("\n", words().values());
    }

    /** Whose topics are its own: itself, or what it is said about. */
    protected Scope about() {
        return scope();
    }

    /** A short name for lists: a title, or the beginning of the text. */
    public abstract String headline();

    public abstract String address();

    /** Sent by its author: public at once, or held until a moderator releases it. */
    protected void send(Instant at, boolean isHeld, Instant answerDueAt) {
        require(State.DRAFT);
        saidAt = at;
        enteredAt = at;
        isOwedAnswer = answerDueAt != null;
        this.answerDueAt = answerDueAt;
        if (isHeld) {
            state = State.HELD;
        } else {
            state = State.PUBLISHED;
            publishedAt = at;
        }
    }

    /** Sent by its author for an organisation; it waits for a second mandated person. */
    protected void await(Instant at, Instant answerDueAt) {
        require(State.DRAFT);
        saidAt = at;
        enteredAt = at;
        isOwedAnswer = answerDueAt != null;
        this.answerDueAt = answerDueAt;
        state = State.UNCONFIRMED;
    }

    /** Confirmed by a second person: public at once, or held until a moderator releases it. */
    protected void confirm(long by, Instant at, boolean isHeld) {
        require(State.UNCONFIRMED);
        confirmedBy = by;
        if (isHeld) {
            state = State.HELD;
        } else {
            state = State.PUBLISHED;
            publishedAt = at;
        }
    }

    /** Sent in other words while it waits for the second person. */
    protected void awaitInOtherWords(Instant at) {
        require(State.UNCONFIRMED);
        saidAt = at;
    }

    /** Confirmed by nobody in time: its author's again. */
    protected void giveBack() {
        require(State.UNCONFIRMED);
        state = State.DRAFT;
        isOwedAnswer = false;
        answerDueAt = null;
    }

    /** Held until now; a moderator lets it be public. */
    public void release(Instant at) {
        require(State.HELD);
        state = State.PUBLISHED;
        publishedAt = at;
    }

    /** Taken out of the public by a moderator; a mark stays. */
    public void hide() {
        if (state != State.PUBLISHED && state != State.HELD) {
            throw new IllegalStateException("cannot hide what is " + state);
        }
        state = State.HIDDEN;
    }

    public void restore(Instant at) {
        require(State.HIDDEN);
        state = State.PUBLISHED;
        if (publishedAt == null) {
            publishedAt = at;
        }
    }

    /** Taken back by its author; a mark stays. */
    protected void takeBack() {
        if (state == State.WITHDRAWN) {
            throw new IllegalStateException("already withdrawn");
        }
        state = State.WITHDRAWN;
        isOwedAnswer = false;
    }

    /** The next version of the words. A change of meaning asks supporters again. */
    protected void revise(Map<String, String> words, boolean isChangeOfMeaning) {
        require(State.PUBLISHED);
        rewrite(words);
        wordsVersion++;
        if (isChangeOfMeaning) {
            meaning++;
        }
    }

    /**
     * Other words in the place of those that nobody supports yet; the version stays. The meaning is another all the
     * same: a support that is on its way was given to the words before, and is asked again.
     */
    protected void mend(Map<String, String> words) {
        require(State.PUBLISHED);
        rewrite(words);
        meaning++;
    }

    /** The same words mean something else than was said: supporters are asked again. */
    protected void beOfOtherMeaning() {
        require(State.PUBLISHED);
        meaning++;
    }

    /** Without a passage that a moderator took out, or with it again: the same version in other words. */
    protected void redact(Map<String, String> words) {
        if (state == State.DRAFT || state == State.UNCONFIRMED || state == State.WITHDRAWN) {
            throw new IllegalStateException("cannot redact what is " + state);
        }
        rewrite(words);
    }

    /** The words go for good; the mark stays. */
    void forgetWords() {
        require(State.WITHDRAWN);
        Map<String, String> empty = new LinkedHashMap<>(words());
        empty.replaceAll((field, text) -> "");
        rewrite(empty);
    }

    private void require(State expected) {
        if (state != expected) {
            throw new IllegalStateException("is " + state + ", not " + expected);
        }
    }

    /** Of whatever kind. */
    public static Optional<Contribution> ofAnyKind(String code) {
        return find("from Contribution c where c.code = ?1", Code.normalise(code))
                .firstResultOptional();
    }

    public long id() {
        return id;
    }

    public Scope scope() {
        return Scope.contribution(id);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isComment() {
        return kind == Kind.COMMENT;
    }

    public String code() {
        return code;
    }

    public long processId() {
        return processId;
    }

    /** The phase it was made in; null for a comment on the process as a whole made through no phase. */
    public Long phaseId() {
        return phaseId;
    }

    public State state() {
        return state;
    }

    public boolean isPublished() {
        return state == State.PUBLISHED;
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    /** Whether it waits for a second person of the organisation that it is said for. */
    public boolean isUnconfirmed() {
        return state == State.UNCONFIRMED;
    }

    public boolean isHeld() {
        return state == State.HELD;
    }

    public boolean isHidden() {
        return state == State.HIDDEN;
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }

    public Channel channel() {
        return channel;
    }

    public Long authorId() {
        return authorId;
    }

    public boolean isBy(Long participantId) {
        return participantId != null && participantId.equals(authorId);
    }

    /** The person, organisation or office that it speaks for; null once its author is erased. */
    public Scope inWhoseName() {
        return nameKind == null ? null : new Scope(nameKind, nameId);
    }

    public Instant saidAt() {
        return saidAt;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    /** BCP 47 tag of the language that it is written in. */
    public String language() {
        return language;
    }

    public Long districtId() {
        return districtId;
    }

    /** Whether it is said for an organisation. */
    public boolean isOfOrganisation() {
        return nameKind == Scope.Kind.ORGANISATION;
    }

    /** Whether it is said for an office: an official reply. */
    public boolean isOfOffice() {
        return nameKind == Scope.Kind.OFFICE;
    }

    /** Whether it is said for a dialogue board: an official reply. */
    public boolean isOfBoard() {
        return nameKind == Scope.Kind.BOARD;
    }

    /** Whether it is a reply in the name of who decides or answers, and not of somebody. */
    public boolean isOfficial() {
        return isOfOffice() || isOfBoard();
    }

    /** The role of who said it in the organisation, the office or the board that it was said for, as it was then; empty for one's own name. */
    public String nameTitle() {
        return nameTitle == null ? "" : nameTitle;
    }

    protected void inTheNameOf(Scope name) {
        require(State.DRAFT);
        nameKind = name.kind();
        nameId = name.id();
    }

    /** In that name from now on, with the role of who says it kept as it is. */
    protected void spokenAs(Names.Name name) {
        inTheNameOf(name.scope());
        mandateId = name.mandateId();
        nameTitle = name.title();
    }

    protected void at(Long districtId) {
        this.districtId = districtId;
    }

    protected void in(String language) {
        this.language = language;
    }

    /** The number of the present version of its words, from 1. */
    public int wordsVersion() {
        return wordsVersion;
    }

    /** Raised only by a change of meaning; supports point to the meaning that they were given to. */
    public int meaning() {
        return meaning;
    }

    public boolean isOwedAnswer() {
        return isOwedAnswer;
    }

    /** By when it will be answered, or null when no answer is owed: none is to what was hidden or withdrawn. */
    public Instant answerDueAt() {
        return isOwedAnswer && !isHidden() ? answerDueAt : null;
    }

    /** Counts saves, so that an older form does not overwrite a newer text. */
    public long version() {
        return version;
    }
}
