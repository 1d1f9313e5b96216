package org.ronda.process;

import java.time.Instant;
import java.util.List;

/**
 * A phase as it stands at one instant.
 *
 * @param contract the one in force
 * @param coming terms that are announced and not yet in force, or null
 * @param history all terms, oldest first
 * @param missing how many contributions of the phase are owed an answer and have none
 */
public record Stage(
        Phase phase, Contract contract, PhaseTerms coming, List<PhaseTerms> history, long missing, Instant now) {

    /** Two ends, never mixed: input ends by the clock, answering ends when everything owed an answer has one. */
    public enum State {
        ANNOUNCED,
        OPEN,
        SUSPENDED,
        ANSWERING,
        ANSWERED,
        LATE,
        ENDED
    }

    static Stage of(Phase phase, List<PhaseTerms> history, long missing, Instant now) {
        PhaseTerms inForce = history.get(0);
        PhaseTerms coming = null;
        for (PhaseTerms terms : history) {
            if (terms.effectiveAt().isAfter(now)) {
                coming = terms;
            } else {
                inForce = terms;
            }
        }
        return new Stage(phase, inForce.contract(), coming, history, missing, now);
    }

    public State state() {
        if (!contract.hasEnded(now)) {
            if (contract.isSuspended()) {
                return State.SUSPENDED;
            }
            return contract.isOpen(now) ? State.OPEN : State.ANNOUNCED;
        }
        Instant due = contract.answers().dueAt();
        if (due == null || contract.answers().owed().isEmpty()) {
            return State.ENDED;
        }
        if (missing == 0) {
            return State.ANSWERED;
        }
        return now.isBefore(due) ? State.ANSWERING : State.LATE;
    }

    /** The contract that was decided last, in force or not yet. */
    public Contract last() {
        return history.get(history.size() - 1).contract();
    }

    public int lastTerms() {
        return history.get(history.size() - 1).n();
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    public boolean isSuspended() {
        return state() == State.SUSPENDED;
    }

    /** Why input is suspended: the reason of the terms that did it; later ones may have changed other things. */
    public String suspensionReason() {
        String reason = "";
        for (PhaseTerms terms : history) {
            if (terms.change() == PhaseTerms.Change.SUSPENDED
                    && !terms.effectiveAt().isAfter(now)) {
                reason = terms.reason();
            }
        }
        return reason;
    }

    public boolean isPast() {
        return contract.hasEnded(now);
    }

    public boolean allows(Action action) {
        return contract.allows(action, now);
    }

    /** Whether there ever was something to propose in it, now or by other terms. */
    public boolean takesProposals() {
        return history.stream().anyMatch(terms -> terms.contract().actions().contains(Action.PROPOSE));
    }

    /** Whether proposals may have been sent in it: it takes them and opened at least once. */
    public boolean hasProposals() {
        return takesProposals()
                && history.stream()
                        .anyMatch(terms -> !terms.contract().opensAt().isAfter(now));
    }

    public boolean mayPropose() {
        return allows(Action.PROPOSE);
    }

    public boolean mayComment() {
        return allows(Action.COMMENT);
    }

    public boolean maySupport() {
        return allows(Action.SUPPORT);
    }

    /** Whether organisations could support in it at any time, so that some may have. */
    public boolean everHadOrganisations() {
        return history.stream().anyMatch(terms -> terms.contract().hasOrganisations());
    }

    public boolean isTallyPublic() {
        return contract.isTallyPublic(now);
    }
}
