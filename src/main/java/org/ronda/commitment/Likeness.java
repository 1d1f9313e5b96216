package org.ronda.commitment;

/** How much one word looks like another, or a few words like a few others. */
final class Likeness {
    /** What is longer is no mended word, and comparing it takes the square of this. */
    private static final int LONGEST = 200;

    /** Fewer letters are in the same order by chance. */
    private static final double LEAST = 0.5;

    private Likeness() {}

    /** The part of the letters that need not come, go or be replaced; 0 where that says nothing. */
    static double of(String one, String other) {
        int longest = Math.max(one.length(), other.length());
        if (one.isEmpty() || other.isEmpty() || longest > LONGEST) {
            return 0;
        }
        double likeness = 1 - (double) distance(one, other) / longest;
        return likeness < LEAST ? 0 : likeness;
    }

    /** Levenshtein's. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
