package org.ronda.commitment;

import java.util.List;
import java.util.Map;
import org.ronda.comment.Subject;
import org.ronda.identity.Office;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Counts;
import org.ronda.process.Action;
import org.ronda.process.Stage;

/**
 * A draft as its page shows it.
 *
 * @param lead the office that answers for it, or null
 * @param turn which round it is in
 * @param next the version that is being written, or null
 * @param chosen the clause whose thread is beside the text, with what it says or said last; or null
 * @param subject what that thread is about
 * @param quote the words that were selected to be commented on, or empty
 * @param at where they are, as {@link Seen} reads it
 * @param loose comments whose words are gone
 * @param amended how many changes are proposed for each clause, by its id
 * @param chosenAmendments the latest of those of the chosen clause
 * @param provenance which contributions words of a clause came from in this version, by its id
 */
record DraftView(
        Draft draft,
        Office lead,
        Rounds.Turn turn,
        NextVersion next,
        MarkedText marked,
        Map<Scope, Counts> counts,
        Edition.Line chosen,
        Subject subject,
        String quote,
        String at,
        List<Anchors.Loose> loose,
        Map<Long, Integer> amended,
        Slice<AmendmentCard> chosenAmendments,
        Map<Long, List<Effects.Source>> provenance,
        boolean isTeam) {
    public Stage stage() {
        return turn.stage();
    }

    public int comments(Clause clause) {
        return counts.getOrDefault(clause.scope(), Counts.NONE).comments();
    }

    /** How much is said about a clause, beside the one about which most is said: from 0, nothing, to 4. */
    public int heat(Clause clause) {
        int most = counts.values().stream().mapToInt(Counts::comments).max().orElse(0);
        return Heard.heat(comments(clause), most);
    }

    public int amendments(Clause clause) {
        return amended.getOrDefault(clause.id(), 0);
    }

    public int amendmentsInAll() {
        return amended.values().stream().mapToInt(Integer::intValue).sum();
    }

    public List<Effects.Source> sources(Clause clause) {
        return provenance.getOrDefault(clause.id(), List.of());
    }

    public boolean mayAmend() {
        return stage() != null && stage().allows(Action.AMEND);
    }

    public boolean isChosen(Clause clause) {
        return chosen != null && chosen.clause().id() == clause.id();
    }

    /** This page with other words marked. */
    public String marking(String which) {
        return draft.commitment().address() + "?marks=" + which
                + (chosen == null ? "" : "&clause=" + chosen.clause().key());
    }

    /** Whether the clause whose thread is shown is no longer part of the text. */
    public boolean isChosenGone() {
        return chosen != null && draft.present().line(chosen.clause().key()).isEmpty();
    }

    public boolean mayComment() {
        return stage() != null && stage().mayComment();
    }
}
