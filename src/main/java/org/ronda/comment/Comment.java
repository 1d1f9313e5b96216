package org.ronda.comment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Code;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;

/** What somebody says about a process, a phase or a contribution, or in reply to a comment. */
@Entity
@Table(name = "thread_comment")
public class Comment extends Contribution {
    /** How far replies are nested; a reply to the deepest stands beside it. */
    static final int DEEPEST = 3;

    /** What a comment is to its subject; optional, and on comments that are no reply only. */
    public enum Stance {
        SUPPORT,
        DOUBT,
        AGAINST,
        QUESTION
    }

    @Enumerated(EnumType.STRING)
    Scope.Kind subjectKind;

    long subjectId;
    Long parentId;
    long rootId;
    int depth;

    // the instant of the contribution again, so that one index holds a thread in its order
    Instant spokenAt;

    @Enumerated(EnumType.STRING)
    Stance stance;

    String body;

    // the words of the subject that it is about, as they were then
    String quote;

    // the process that a question was asked in, so that one index holds those that wait for an office
    Long questionIn;

    protected Comment() {}

    Comment(
            Scope subject,
            long processId,
            Long phaseId,
            Stance stance,
            String body,
            long author,
            Scope name,
            Channel channel,
            String language,
            Instant at) {
        super(Kind.COMMENT, processId, phaseId, author, name, channel, language, at);
        this.spokenAt = at;
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.depth = 1;
        this.stance = stance;
        this.body = body;
        this.questionIn = stance == Stance.QUESTION ? Long.valueOf(processId) : null;
    }

    /** Stands under that comment, or beside it where it is already deepest. */
    void answer(Comment parent) {
        parentId = parent.isDeepest() ? parent.parentId : Long.valueOf(parent.id());
        rootId = parent.rootId;
        depth = Math.min(DEEPEST, parent.depth + 1);
        stance = null;
        questionIn = null;
    }

    /** Is about those very words of its subject. */
    void quotes(String words) {
        quote = words;
    }

    void beRoot() {
        rootId = id();
    }

    /** Other words: the same version where nobody relied on them yet, else the next one. */
    void rewriteAs(String body, boolean inPlace) {
        Map<String, String> words = Map.of("body", body);
        if (inPlace) {
            rewrite(words);
        } else {
            revise(words, false);
        }
    }

    /** Whether what answers it stands beside it. */
    boolean isDeepest() {
        return depth == DEEPEST;
    }

    boolean isRoot() {
        return rootId == id();
    }

    Instant spokenAt() {
        return spokenAt;
    }

    public Scope subject() {
        return new Scope(subjectKind, subjectId);
    }

    public Stance stance() {
        return stance;
    }

    public String body() {
        return body;
    }

    /** The words of its subject that it is about; null where it is about the whole. */
    public String quote() {
        return quote;
    }

    /** What it answers; null where it is no reply. */
    Long parentId() {
        return parentId;
    }

    long rootId() {
        return rootId;
    }

    @Override
    public Map<String, String> words() {
        return Map.of("body", body);
    }

    @Override
    protected void rewrite(Map<String, String> words) {
        body = words.get("body");
    }

    @Override
    protected Event count(Event event, int by) {
        if (isOfficial()) {
            countOfficialReply(by);
        }
        Event counted = super.count(event, by);
        boolean isCountedThere = subjectKind == Scope.Kind.CONTRIBUTION || subjectKind == Scope.Kind.CLAUSE;
        // supports are counted for each meaning, comments for all of them
        return isCountedThere ? counted.counting(subject(), 0, Counter.COMMENTS, by) : counted;
    }

    /** At once and not by the sealer: a question that was answered waits for nobody from the next statement on. */
    private void countOfficialReply(int by) {
        getEntityManager()
                .createNativeQuery(
                        "update thread_comment set official_replies = official_replies + :by where id = :root")
                .setParameter("by", by)
                .setParameter("root", rootId)
                .executeUpdate();
    }

    @Override
    protected Scope listedIn() {
        return isRoot() ? subject() : null;
    }

    @Override
    protected Scope about() {
        return subject();
    }

    @Override
    public String headline() {
        return Excerpt.ofMarkdown(body, 120);
    }

    @Override
    public String address() {
        return addressOf(code());
    }

    static String addressOf(String code) {
        return "/comments/" + code;
    }

    public static Optional<Comment> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }
}
