package org.ronda.comment;

import org.ronda.contribution.Contribution;
import org.ronda.kernel.Scope;
import org.ronda.process.Owed;
import org.ronda.process.Process;
import org.ronda.process.Stage;

/**
 * What a thread is about.
 *
 * @param on how forms name it, such as {@code proposal:P-7F3K2Q9M}
 * @param stage the phase whose contract the thread is under; null for a process with no phase open for comments
 * @param contribution what is commented on, or null for a process or a phase
 */
public record Subject(String on, Scope scope, Process process, Stage stage, Contribution contribution, String address) {
    public boolean mayComment() {
        return stage != null && stage.mayComment() && (contribution == null || contribution.isPublished());
    }

    public boolean owesQuestions() {
        return stage != null && stage.contract().owes(Owed.QUESTION);
    }

    public boolean hasDisagree() {
        return stage != null && stage.contract().hasDisagree();
    }
}
