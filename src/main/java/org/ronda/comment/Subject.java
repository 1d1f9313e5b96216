package org.ronda.comment;

import java.time.Instant;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Scope;
import org.ronda.process.Action;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;

/**
 * What a thread is about.
 *
 * @param on how forms name it, such as {@code proposal:P-7F3K2Q9M}
 * @param stage the phase whose contract the thread is under; for a process the one that takes comments now, or the next
 *     to take them, or null
 * @param contribution what is commented on, or null where it is no contribution
 * @param title what a {@link Matter} is called; else null
 */
public record Subject(
        String on, Scope scope, Process process, Stage stage, Contribution contribution, String address, String title) {
    private static final int LONGEST = 20_000;

    /** A process; comments on it come under the phase that takes them. */
    static Subject of(Timeline timeline) {
        Process process = timeline.process();
        Stage stage = timeline.openFor(Action.COMMENT)
                .or(() -> timeline.nextFor(Action.COMMENT))
                .orElse(null);
        return new Subject("process:" + process.slug(), process.scope(), process, stage, null, process.address(), null);
    }

    static Subject of(Process process, Stage stage) {
        Phase phase = stage.phase();
        return new Subject(
                "phase:" + phase.code(),
                Scope.phase(phase.id()),
                process,
                stage,
                null,
                process.address() + "/phases/" + phase.code(),
                null);
    }

    static Subject of(Process process, Stage stage, Contribution contribution) {
        return new Subject(
                "proposal:" + contribution.code(),
                contribution.scope(),
                process,
                stage,
                contribution,
                contribution.address(),
                null);
    }

    public boolean mayComment() {
        return stage != null && stage.mayComment() && (contribution == null || contribution.isPublished());
    }

    /** Whether that comment may be agreed with and changed: it was said in the phase that takes comments now. */
    public boolean takes(Voice voice) {
        return mayComment() && stage.phase().id() == voice.phaseId();
    }

    /** Whether an office may still answer what was said about it: in time was for input, not for answers. */
    public boolean mayBeAnswered() {
        return !process.isArchived() && (contribution == null || contribution.isPublished());
    }

    /** How long what is said may be; the phase of what is answered judges again. */
    public int maxLength() {
        return stage == null ? LONGEST : stage.contract().limits().maxLength();
    }

    /** From when comments are taken, where that is still to come; else null. */
    public Instant opensAt() {
        return stage != null
                        && stage.state() == Stage.State.ANNOUNCED
                        && stage.contract().actions().contains(Action.COMMENT)
                ? stage.contract().opensAt()
                : null;
    }

    /** Whether what is said may name the words that it is about. */
    public boolean hasWords() {
        return scope.kind() == Scope.Kind.CLAUSE;
    }

    /** Whether each comment about it is owed an answer. */
    public boolean owesEach() {
        return hasWords() && stage != null && stage.contract().owes(Owed.CLAUSE_COMMENT);
    }

    public boolean owesQuestions() {
        return stage != null && stage.contract().owes(Owed.QUESTION);
    }

    /** Whether one answer is owed to the thread as a whole. */
    public boolean owesThread() {
        return stage != null && stage.contract().owes(Owed.THREAD);
    }

    public boolean hasDisagree() {
        return stage != null && stage.contract().hasDisagree();
    }
}
