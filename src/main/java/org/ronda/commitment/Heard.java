package org.ronda.commitment;

/**
 * How much was said, in numbers.
 *
 * @param comments all of them, with the replies
 * @param unanswered questions without an official reply
 */
public record Heard(int comments, int support, int doubt, int against, int questions, int unanswered) {
    static final Heard NOTHING = new Heard(0, 0, 0, 0, 0, 0);
    private static final int WARMEST = 4;

    Heard plus(Heard other) {
        return new Heard(
                comments + other.comments,
                support + other.support,
                doubt + other.doubt,
                against + other.against,
                questions + other.questions,
                unanswered + other.unanswered);
    }

    public int answered() {
        return questions - unanswered;
    }

    /** How much is said here, beside the place about which most is said: from 0, nothing, to 4. */
    static int heat(int here, int most) {
        return here == 0 ? 0 : Math.max(1, (int) Math.round((double) WARMEST * here / most));
    }
}
