package org.ronda.comment;

import java.util.List;
import java.util.Map;
import org.ronda.kernel.Cursor;
import org.ronda.ledger.Receipts;

/**
 * A page of the talk about a subject.
 *
 * @param voices comments that are no reply, in the order asked for, each followed by the replies to it
 * @param moreAfter where more replies are, by the id of the comment after which that is said
 * @param next where the next page begins, or null
 * @param done the receipt of what was just done in it, or null
 */
public record Talk(
        Subject subject,
        List<Voice> voices,
        Map<Long, String> moreAfter,
        Cursor next,
        String order,
        Receipts.Receipt done) {
    Talk after(Receipts.Receipt act) {
        return new Talk(subject, voices, moreAfter, next, order, act);
    }

    /** Whether the receipt is of something done to this comment. */
    public boolean isDone(Voice voice) {
        return done != null
                && done.subject() != null
                && done.subject().address().equals(Comment.addressOf(voice.code()));
    }

    /** Where the replies go on after this comment, or null. */
    public String more(Voice voice) {
        return moreAfter.get(voice.id());
    }

    public boolean isBy(String asked) {
        return order.equals(asked);
    }

    public String more() {
        return "/comments?on=" + subject.on() + "&order=" + order + "&cursor=" + next;
    }

    public String orderedBy(String other) {
        return "/comments?on=" + subject.on() + "&order=" + other;
    }
}
