package org.ronda.process;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a phase promises and allows.
 *
 * @param hasDisagree whether comments take "disagree" beside "agree"
 * @param hasHiddenTally whether the numbers of supports stay hidden until input has ended
 * @param hasOrganisations whether organisations support in their own name, each with one voice
 */
public record Contract(
        Window window,
        boolean isSuspended,
        Set<Action> actions,
        Limits limits,
        Moderation moderation,
        boolean hasDisagree,
        boolean hasHiddenTally,
        boolean hasOrganisations,
        Answers answers) {

    /** Default time after the end in which confirmations, signatures and the typing of slips may still come. */
    public static final Duration LATE = Duration.ofDays(3);

    /**
     * When input is taken: {@code [opensAt, endsAt)}.
     *
     * @param lateUntil until when confirmations, signatures and the typing of slips may still come
     */
    public record Window(Instant opensAt, Instant endsAt, Instant lateUntil) {
        public static Window of(Instant opensAt, Instant endsAt) {
            return new Window(opensAt, endsAt, endsAt.plus(LATE));
        }
    }

    /**
     * @param supportsPerVoter how many contributions one voter may support, or null for any number
     * @param proposalsPerVoter how many proposals (or topic entries) one voter may send, or null for any number
     * @param maxLength the longest text of one field, in characters
     */
    public record Limits(Integer supportsPerVoter, Integer proposalsPerVoter, int maxLength) {
        public static final Limits NONE = new Limits(null, null, 4_000);
    }

    /**
     * @param dueAt by when, or null when nothing is promised
     * @param promisedShare percent of what is owed; decides only between "answered" and "answered late"
     */
    public record Answers(Set<Owed> owed, Instant dueAt, int promisedShare) {
        public static final Answers NONE = new Answers(EnumSet.noneOf(Owed.class), null, 100);

        /** The default: every proposal, topic entry and question singly (domain, "Settled"). */
        public static Answers by(Instant dueAt) {
            return new Answers(EnumSet.of(Owed.PROPOSAL, Owed.TOPIC_ENTRY, Owed.QUESTION), dueAt, 100);
        }
    }

    /** A phase that only informs: nothing allowed, nothing owed. */
    public static Contract between(Instant opensAt, Instant endsAt) {
        return new Contract(
                Window.of(opensAt, endsAt),
                false,
                EnumSet.noneOf(Action.class),
                Limits.NONE,
                Moderation.POST,
                false,
                false,
                false,
                Answers.NONE);
    }

    public Instant opensAt() {
        return window.opensAt();
    }

    public Instant endsAt() {
        return window.endsAt();
    }

    public Instant lateUntil() {
        return window.lateUntil();
    }

    public boolean isOpen(Instant now) {
        return !isSuspended && !now.isBefore(opensAt()) && now.isBefore(endsAt());
    }

    public boolean hasEnded(Instant now) {
        return !now.isBefore(endsAt());
    }

    public boolean allows(Action action, Instant now) {
        return actions.contains(action) && isOpen(now);
    }

    /** Whether contributions wait for a moderator before they are public. */
    public boolean isModeratedFirst() {
        return moderation == Moderation.PRE;
    }

    public boolean owes(Owed what) {
        return answers.owed().contains(what) && answers.dueAt() != null;
    }

    /** Whether the number of supports may be shown: at once, or only after input ended where the tally is hidden. */
    public boolean isTallyPublic(Instant now) {
        return !hasHiddenTally || hasEnded(now);
    }

    public Contract during(Window other) {
        return new Contract(
                other,
                isSuspended,
                actions,
                limits,
                moderation,
                hasDisagree,
                hasHiddenTally,
                hasOrganisations,
                answers);
    }

    /** The same, all of it that much later or earlier by the clock of the place, so that what opens at nine still does. */
    public Contract movedBy(Duration distance, ZoneId zone) {
        UnaryOperator<Instant> move = at ->
                at.atZone(zone).toLocalDateTime().plus(distance).atZone(zone).toInstant();
        Instant due = answers.dueAt();
        return during(new Window(move.apply(opensAt()), move.apply(endsAt()), move.apply(lateUntil())))
                .answering(new Answers(answers.owed(), due == null ? null : move.apply(due), answers.promisedShare()));
    }

    public Contract suspended(boolean suspended) {
        return new Contract(
                window, suspended, actions, limits, moderation, hasDisagree, hasHiddenTally, hasOrganisations, answers);
    }

    public Contract allowing(Set<Action> allowed) {
        return new Contract(
                window,
                isSuspended,
                allowed,
                limits,
                moderation,
                hasDisagree,
                hasHiddenTally,
                hasOrganisations,
                answers);
    }

    public Contract limited(Limits to) {
        return new Contract(
                window, isSuspended, actions, to, moderation, hasDisagree, hasHiddenTally, hasOrganisations, answers);
    }

    public Contract moderated(Moderation when) {
        return new Contract(
                window, isSuspended, actions, limits, when, hasDisagree, hasHiddenTally, hasOrganisations, answers);
    }

    public Contract counting(boolean disagree, boolean hiddenTally) {
        return new Contract(
                window, isSuspended, actions, limits, moderation, disagree, hiddenTally, hasOrganisations, answers);
    }

    public Contract withOrganisations(boolean organisations) {
        return new Contract(
                window, isSuspended, actions, limits, moderation, hasDisagree, hasHiddenTally, organisations, answers);
    }

    public Contract answering(Answers promised) {
        return new Contract(
                window,
                isSuspended,
                actions,
                limits,
                moderation,
                hasDisagree,
                hasHiddenTally,
                hasOrganisations,
                promised);
    }
}
