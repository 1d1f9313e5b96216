package org.ronda.ledger;

/** What is shown of a subject in numbers. */
public record Counts(int contributions, int comments, int supports, int agrees, int disagrees, int voices) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    Counts plus(Delta delta) {
        int by = delta.by();
        return switch (delta.counter()) {
            case CONTRIBUTIONS -> new Counts(contributions + by, comments, supports, agrees, disagrees, voices);
            case COMMENTS -> new Counts(contributions, comments + by, supports, agrees, disagrees, voices);
            case SUPPORTS -> new Counts(contributions, comments, supports + by, agrees, disagrees, voices);
            case AGREES -> new Counts(contributions, comments, supports, agrees + by, disagrees, voices);
            case DISAGREES -> new Counts(contributions, comments, supports, agrees, disagrees + by, voices);
            case VOICES -> new Counts(contributions, comments, supports, agrees, disagrees, voices + by);
        };
    }
}
