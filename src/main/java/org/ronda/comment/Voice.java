package org.ronda.comment;

import java.time.Instant;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Initials;

/**
 * A comment as it is shown.
 *
 * @param parentId what it answers, or 0
 * @param parent the code of what it answers, or null
 * @param wordsVersion more than 1 once it was edited
 * @param version counts saves
 * @param organisation the code of the one that it was said for, or null
 * @param title the role that its author had there then, or empty
 * @param office the code of the one that it is an official reply of, or null
 * @param board the code of the dialogue board that it is an official reply of, or null
 * @param speaker who gave the reply of a board; null where it is none, or its writer was erased
 * @param quote the words of its subject that it is about, or null
 * @param phaseId the phase that it was said in, or 0
 * @param reaction what the viewer said of it: 1, -1 or 0
 */
public record Voice(
        long id,
        String code,
        long rootId,
        int depth,
        Contribution.State state,
        Comment.Stance stance,
        String body,
        String language,
        Instant saidAt,
        String author,
        int agrees,
        int disagrees,
        int reaction,
        boolean isMine,
        long parentId,
        String parent,
        int wordsVersion,
        long version,
        String organisation,
        String title,
        String office,
        String board,
        String speaker,
        String quote,
        long phaseId) {
    public boolean isOrganisation() {
        return organisation != null;
    }

    public boolean isOfficial() {
        return office != null || board != null;
    }

    /** The page of whose reply it is. */
    public String officialAddress() {
        return office != null ? "/offices/" + office : "/boards/" + board;
    }

    public String address() {
        return Comment.addressOf(code);
    }

    public boolean isEdited() {
        return wordsVersion > 1;
    }

    /** The beginning of its words, for who answers it. */
    public String excerpt() {
        return Excerpt.ofMarkdown(body, 160);
    }

    public boolean isReadable() {
        return state == Contribution.State.PUBLISHED || (isHeld() || isUnconfirmed()) && isMine;
    }

    /** Whether it waits for a second person of the organisation that it is said for. */
    public boolean isUnconfirmed() {
        return state == Contribution.State.UNCONFIRMED;
    }

    public boolean isHeld() {
        return state == Contribution.State.HELD;
    }

    public boolean isWithdrawn() {
        return state == Contribution.State.WITHDRAWN;
    }

    public boolean isAgreed() {
        return reaction == 1;
    }

    public boolean isDisagreed() {
        return reaction == -1;
    }

    public String initials() {
        return Initials.of(author);
    }
}
