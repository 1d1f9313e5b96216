package org.ronda.comment;

import java.util.List;
import java.util.Map;
import org.ronda.kernel.Cursor;

/**
 * A page of the talk about a subject.
 *
 * @param voices comments that are no reply, in the order asked for, each followed by the replies to it
 * @param moreAfter where more replies are, by the id of the comment after which that is said
 * @param next where the next page begins, or null
 */
public record Talk(Subject subject, List<Voice> voices, Map<Long, String> moreAfter, Cursor next, String order) {
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
