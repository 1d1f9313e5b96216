package org.ronda.moderation;

import java.time.Instant;

/**
 * A decision as its reader reaches it. Who decided is told to nobody.
 *
 * @param contribution what it is about, or because of what somebody was blocked
 * @param rule the key of the rule, or null where none was broken
 * @param words the words concerned; null when it is the whole, and for who is not concerned and does not moderate
 * @param until when a block ends; null for who is not concerned and does not moderate
 * @param inForce whether it still takes something away
 * @param concernsMe whether it is about what the reader said, or about the reader
 */
record DecisionJson(
        String code,
        String process,
        String contribution,
        String kind,
        String rule,
        String reason,
        String words,
        Instant until,
        Instant decidedAt,
        boolean inForce,
        boolean concernsMe,
        Look secondLook) {
    /**
     * The second look; null for what takes nothing away.
     *
     * @param possibleUntil until when whom it concerns may ask for it, or null when they no longer may
     * @param words what was said when it was asked for, for who is concerned or moderates
     * @param waitsForSomebody asked for, and nobody else moderates the process who could look
     * @param outcome upheld or changed, or null while it is not done
     */
    record Look(
            Instant possibleUntil,
            Instant askedAt,
            String words,
            boolean waitsForSomebody,
            String outcome,
            String reason,
            Instant at) {
        Look withoutWords() {
            return new Look(possibleUntil, askedAt, null, waitsForSomebody, outcome, reason, at);
        }
    }

    static DecisionJson of(DecisionView view) {
        Decision decision = view.decision();
        return new DecisionJson(
                decision.code(),
                view.process().slug(),
                view.contribution().code(),
                decision.kind().key(),
                decision.rule() == null ? null : decision.rule().key(),
                decision.reason(),
                view.hasWords() ? decision.words() : null,
                view.isInside() ? decision.until() : null,
                decision.decidedAt(),
                decision.isInForce(),
                view.isConcerned(),
                decision.isMeasure() ? look(view, decision) : null);
    }

    /** For the answer to a write, which is kept with its key: a copy of the words would outlive who may read them. */
    DecisionJson withoutWords() {
        return new DecisionJson(
                code,
                process,
                contribution,
                kind,
                rule,
                reason,
                null,
                until,
                decidedAt,
                inForce,
                concernsMe,
                secondLook == null ? null : secondLook.withoutWords());
    }

    private static Look look(DecisionView view, Decision decision) {
        return new Look(
                view.mayAsk() ? decision.lookUntil() : null,
                decision.lookAskedAt(),
                view.isInside() ? decision.lookWords() : null,
                decision.isLookOpen() && !view.hasAnother(),
                decision.isLookDone() ? decision.isUpheld() ? "upheld" : "changed" : null,
                decision.lookReason(),
                decision.lookAt());
    }
}
