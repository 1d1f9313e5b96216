package org.ronda.commitment;

import java.util.List;
import org.ronda.contribution.Outcome;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Language;
import org.ronda.ledger.Counts;

/**
 * An amendment beside the words that it changes.
 *
 * @param base what the clause said in the version that it was written against
 * @param version the number of that version
 * @param by whose it is; null once erased
 * @param joined how many organisations joined it
 * @param outcome what became of it, once that is public; else null
 * @param isClauseThere whether the clause is part of the present version
 * @param isTallyPublic whether everybody may know how many support it
 */
record AmendmentCard(
        Amendment amendment,
        Clause clause,
        ClauseText base,
        int version,
        AmendmentReading.Speaker by,
        Counts counts,
        int joined,
        Outcome outcome,
        boolean isClauseThere,
        boolean isTallyPublic) {
    /** Where it stands, as everybody is told: domain, "Settled". */
    enum State {
        OPEN,
        ADOPTED,
        ADOPTED_MODIFIED,
        REJECTED,
        INADMISSIBLE,
        WITHDRAWN,
        LAPSED;

        String in(Language language) {
            CommitmentMessages words = Drafting.words(language);
            return switch (this) {
                case OPEN -> words.stateOpen();
                case ADOPTED -> words.stateAdopted();
                case ADOPTED_MODIFIED -> words.stateModified();
                case REJECTED -> words.stateRejected();
                case INADMISSIBLE -> words.stateInadmissible();
                case WITHDRAWN -> words.stateWithdrawn();
                case LAPSED -> words.stateLapsed();
            };
        }
    }

    public State state() {
        if (amendment.isWithdrawn()) {
            return State.WITHDRAWN;
        }
        if (outcome != null) {
            return switch (outcome.decision()) {
                case ADOPTED -> State.ADOPTED;
                case ADOPTED_MODIFIED, TAKEN -> State.ADOPTED_MODIFIED;
                case INADMISSIBLE -> State.INADMISSIBLE;
                case NOT_TAKEN -> State.REJECTED;
            };
        }
        return isClauseThere ? State.OPEN : State.LAPSED;
    }

    public boolean isOpen() {
        return state() == State.OPEN;
    }

    public boolean isAdopted() {
        return state() == State.ADOPTED || state() == State.ADOPTED_MODIFIED;
    }

    public String stateIn(Language language) {
        return state().in(language);
    }

    /** What the clause is called there. */
    public String title(Language language) {
        return base.title(clause, language);
    }

    /** What it would change, word by word. */
    public List<Piece> pieces() {
        return pieces(amendment.op(), base.words(), amendment.proposed());
    }

    static List<Piece> pieces(Amendment.Op op, String base, String proposed) {
        return switch (op) {
            case REPLACE -> Comparison.between(base, proposed);
            case INSERT_AFTER -> List.of(new Piece(Differences.Kind.ADDED, proposed));
            case DELETE -> List.of(new Piece(Differences.Kind.GONE, base));
        };
    }

    /** Whether this and that change of the same clause cannot both be made as they are. */
    boolean collidesWith(String words, AmendmentInput other) {
        if (amendment.isInsertion() || other.op() == Amendment.Op.INSERT_AFTER) {
            return false;
        }
        if (amendment.isRemoval() || other.op() == Amendment.Op.DELETE) {
            return true;
        }
        return amendment.proposed().equals(other.words())
                || ThreeWay.merge(words, against(words), other.words()).isDisputed();
    }

    /** What it proposes, against other words than those that its author read. */
    private String against(String words) {
        return words.equals(base.words())
                ? amendment.proposed()
                : ThreeWay.merge(base.words(), words, amendment.proposed()).text();
    }
}
