package org.ronda.commitment;

import java.util.List;
import org.ronda.contribution.Sitting;
import org.ronda.kernel.Errors;
import org.ronda.organisation.Organisation;
import org.ronda.process.Stage;

/**
 * An amendment on its page, for one viewer.
 *
 * @param isMine whether the viewer wrote it
 * @param mayChange whether it is the viewer's to take back
 * @param isReadable whether this viewer reaches the words, or only the mark that is left
 * @param supportedMeaning the latest meaning that the viewer supports, or 0
 * @param joined the organisations that joined it
 * @param own those for which the viewer may join it
 * @param sitting that decided about it, once that is public; else null
 */
record AmendmentView(
        Draft draft,
        Stage stage,
        AmendmentCard card,
        boolean isMine,
        boolean mayChange,
        boolean isReadable,
        int supportedMeaning,
        List<Organisation> joined,
        List<Own> own,
        Sitting sitting,
        Errors errors) {
    /** An organisation that the viewer speaks for. */
    record Own(Organisation organisation, Joining joining, long viewer) {
        public boolean isJoined() {
            return joining != null && joining.isConfirmed();
        }

        /** Whether it was asked for, and a second person is missing. */
        public boolean isWished() {
            return joining != null && !joining.isConfirmed();
        }

        public boolean isOwnWish() {
            return isWished() && joining.isAskedBy(viewer);
        }
    }

    public Amendment amendment() {
        return card.amendment();
    }

    public boolean isSupported() {
        return supportedMeaning == amendment().meaning();
    }

    public boolean isToRenew() {
        return supportedMeaning > 0 && supportedMeaning < amendment().meaning();
    }

    public boolean maySupport() {
        return !isMine && amendment().isPublished() && stage.maySupport();
    }

    public boolean mayWithdraw() {
        return mayChange && !amendment().isDraft() && !amendment().isWithdrawn() && card.outcome() == null;
    }

    AmendmentView with(Errors wrong) {
        return new AmendmentView(
                draft, stage, card, isMine, mayChange, isReadable, supportedMeaning, joined, own, sitting, wrong);
    }
}
