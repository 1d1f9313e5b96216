package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;

/** Adds, moves, splits, joins and removes clauses of the working version; the title stays where it is. */
@ApplicationScoped
public class Arranging {
    /** As many clauses as a text that people read from the beginning to the end. */
    static final int MOST = 500;

    @Inject
    Drafting drafting;

    @Inject
    Now now;

    /** One change of the order or the number of clauses, begun by {@link #begin}. */
    private record Work(Commitment commitment, CommitmentVersion version, List<ClauseText> texts, long by, Instant at) {
        ClauseText of(Clause clause) {
            return texts.stream()
                    .filter(text -> text.clauseId() == clause.id())
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        /** Numbers them as they stand in the list. */
        void number() {
            for (int i = 0; i < texts.size(); i++) {
                texts.get(i).moveTo(i);
            }
        }
    }

    private Work begin(String code, long by) {
        Instant at = now.instant();
        Commitment commitment = drafting.held(code, by, at);
        CommitmentVersion version = drafting.working(commitment);
        return new Work(commitment, version, new ArrayList<>(ClauseText.of(version.id())), by, at);
    }

    /** Adds an empty clause after another one, and returns its key. */
    @Transactional
    public String add(String code, String after, Clause.Kind kind, long by) {
        Work work = begin(code, by);
        if (kind == Clause.Kind.TITLE) {
            throw Drafting.invalid("kind", CommitmentMessages::oneTitle);
        }
        int place = work.texts().indexOf(work.of(drafting.clause(work.commitment(), after))) + 1;
        return insert(work, place, kind, ClauseText.Wording.NONE, List.of()).key();
    }

    private Clause insert(Work work, int place, Clause.Kind kind, ClauseText.Wording wording, List<String> cameFrom) {
        if (work.texts().size() >= MOST) {
            throw Refused.conflict(language -> Drafting.words(language).tooManyClauses(MOST));
        }
        Clause clause = drafting.clause(work.commitment(), kind);
        work.texts().add(place, drafting.text(work.version(), clause, place, wording, cameFrom, work.by(), work.at()));
        work.number();
        return clause;
    }

    /** Adds a clause with words after another one, in the transaction of whoever holds the draft. A milestone follows a milestone. */
    Clause insertAfter(
            Commitment commitment,
            CommitmentVersion version,
            Clause after,
            ClauseText.Wording wording,
            long by,
            Instant at) {
        Work work = new Work(commitment, version, new ArrayList<>(ClauseText.of(version.id())), by, at);
        int place = work.texts().stream()
                        .filter(text -> text.clauseId() == after.id())
                        .findFirst()
                        .map(work.texts()::indexOf)
                        .orElse(work.texts().size() - 1)
                + 1;
        Clause.Kind kind = after.kind() == Clause.Kind.MILESTONE ? Clause.Kind.MILESTONE : Clause.Kind.OTHER;
        return insert(work, place, kind, wording, List.of());
    }

    /** Takes a clause out, in the transaction of whoever holds the draft. */
    void take(CommitmentVersion version, ClauseText text) {
        drafting.drop(text);
        List<ClauseText> rest = ClauseText.of(version.id());
        for (int i = 0; i < rest.size(); i++) {
            rest.get(i).moveTo(i);
        }
    }

    /** Puts a clause back where the present public version has it, as that says it. */
    void giveBack(Commitment commitment, CommitmentVersion version, Clause clause, long by, Instant at) {
        Edition present = Edition.of(
                commitment, CommitmentVersion.present(commitment.id()).orElseThrow());
        Edition.Line line = present.line(clause.id()).orElseThrow(NotFoundException::new);
        List<ClauseText> texts = new ArrayList<>(ClauseText.of(version.id()));
        int place = Math.min(texts.size(), Math.max(1, present.lines().indexOf(line)));
        texts.add(place, drafting.text(version, clause, place, line.text().wording(), List.of(), by, at));
        new Work(commitment, version, texts, by, at).number();
    }

    /** Changes places with the clause before it, or after it. */
    @Transactional
    public void move(String code, String key, boolean isUp, long by) {
        Work work = begin(code, by);
        ClauseText text = movable(work, key);
        int from = work.texts().indexOf(text);
        int to = from + (isUp ? -1 : 1);
        if (to >= 1 && to < work.texts().size()) {
            work.texts().remove(from);
            work.texts().add(to, text);
            work.number();
        }
    }

    /**
     * Parts a clause in two where its words are parted; the second part is a clause of its own, which knows where it came
     * from. Returns its key.
     *
     * @param first the words that stay, of which and {@code second} the present ones consist
     */
    @Transactional
    public String split(String code, String key, String first, String second, int seen, long by) {
        Work work = begin(code, by);
        ClauseText text = movable(work, key);
        refuseOther(text, seen);
        if (first.isBlank() || second.isBlank()) {
            throw Drafting.invalid("second", CommitmentMessages::splitNeedsBoth);
        }
        if (!withoutSpace(first + second).equals(withoutSpace(text.words()))) {
            throw Drafting.invalid("second", CommitmentMessages::splitLosesWords);
        }
        text.write(new ClauseText.Wording(text.heading(), first, text.easyRead()));
        new ClauseRevision(text, by, work.at()).persist();
        Clause.Kind kind = drafting.clause(work.commitment(), key).kind();
        int place = work.texts().indexOf(text) + 1;
        return insert(work, place, kind, new ClauseText.Wording("", second, ""), List.of(key))
                .key();
    }

    private static String withoutSpace(String words) {
        return words.replaceAll("\\s+", "");
    }

    /** Puts the words of the next clause behind those of this one; the next one ends with this version. */
    @Transactional
    public void join(String code, String key, int seen, int seenNext, long by) {
        Work work = begin(code, by);
        ClauseText text = movable(work, key);
        int place = work.texts().indexOf(text) + 1;
        if (place >= work.texts().size()) {
            throw Drafting.conflict(CommitmentMessages::nothingToJoin);
        }
        ClauseText next = work.texts().get(place);
        refuseOther(text, seen);
        refuseOther(next, seenNext);
        String words = joined(text.words(), next.words());
        String easyRead = joined(text.easyRead(), next.easyRead());
        if (words.length() > ClauseInput.LONGEST || easyRead.length() > ClauseInput.LONGEST_EASY) {
            throw Drafting.conflict(CommitmentMessages::joinedTooLong);
        }
        text.write(new ClauseText.Wording(text.heading(), words, easyRead));
        text.joined(Clause.<Clause>findById(next.clauseId()).key());
        next.cameFrom().forEach(text::joined);
        new ClauseRevision(text, by, work.at()).persist();
        drop(work, next);
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n\n" + second;
    }

    /** Takes a clause out of the working version. What was said about it stays, and is listed below the text. */
    @Transactional
    public void remove(String code, String key, int seen, long by) {
        Work work = begin(code, by);
        ClauseText text = movable(work, key);
        refuseOther(text, seen);
        drop(work, text);
    }

    private static void refuseOther(ClauseText text, int seen) {
        if (text.revision() != seen) {
            throw Drafting.conflict(CommitmentMessages::clauseChangedMeanwhile);
        }
    }

    private ClauseText movable(Work work, String key) {
        Clause clause = drafting.clause(work.commitment(), key);
        if (clause.isTitle()) {
            throw Drafting.conflict(CommitmentMessages::titleStays);
        }
        return work.of(clause);
    }

    private void drop(Work work, ClauseText text) {
        drafting.drop(text);
        work.texts().remove(text);
        work.number();
    }
}
