package org.ronda.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that the ledger takes. An event stores the text {@code noun.verb}; a kind that was ever recorded is never
 * renamed or taken away. Each has its words in the messages {@code ledger}, as {@code kind_<name>}.
 */
public enum EventKind {
    PROCESS_CREATED,
    PROCESS_CHANGED,
    PROCESS_PUBLISHED,
    PROCESS_ARCHIVED,
    PHASE_ADDED,
    PHASE_CHANGED,
    PHASE_EXTENDED,
    PHASE_SHORTENED,
    PHASE_ADJUSTED,
    PHASE_REOPENED,
    PHASE_SUSPENDED,
    PHASE_RESUMED,
    PHASE_REMOVED,
    RESULTS_FROZEN,
    ROLE_GIVEN,
    ROLE_ENDED,
    NEWS_PUBLISHED,
    TOPICS_PUBLISHED,

    PROPOSAL_PUBLISHED,
    PROPOSAL_HELD,
    PROPOSAL_CORRECTED,
    PROPOSAL_CHANGED,
    PROPOSAL_WITHDRAWN,
    ENTRY_PUBLISHED,
    ENTRY_HELD,
    ENTRY_CORRECTED,
    ENTRY_CHANGED,
    ENTRY_WITHDRAWN,
    COMMENT_PUBLISHED,
    COMMENT_HELD,
    COMMENT_CORRECTED,
    COMMENT_CHANGED,
    COMMENT_WITHDRAWN,
    AUTHOR_JOINED,
    AUTHOR_LEFT,

    SUPPORT_GIVEN(Privacy.HIDDEN_SUBJECT),
    SUPPORT_WITHDRAWN(Privacy.HIDDEN_SUBJECT),
    REACTION_GIVEN(Privacy.PRIVATE_ACTOR),
    REACTION_CHANGED(Privacy.PRIVATE_ACTOR),
    REACTION_WITHDRAWN(Privacy.PRIVATE_ACTOR),
    REPORT_SENT(Privacy.PRIVATE_ACTOR),

    CONTRIBUTION_RELEASED,
    CONTRIBUTION_REFUSED,
    CONTRIBUTION_HIDDEN,
    CONTRIBUTION_RESTORED,
    CONTRIBUTION_REDACTED,
    PARTICIPANT_BLOCKED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_UNBLOCKED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_ERASED(Privacy.PRIVATE_ACTOR),
    LOOK_ASKED(Privacy.PRIVATE_ACTOR),
    LOOK_DECIDED;

    /** How much of an event of a kind may ever be public. */
    public enum Privacy {
        /** Who did it is public with the subject. */
        PUBLIC_ACTOR,
        /** Who did it is never published. */
        PRIVATE_ACTOR,
        /** Who did it is never published, and the subject only while its tally is visible. */
        HIDDEN_SUBJECT
    }

    private static final Map<String, EventKind> BY_TEXT =
            Stream.of(values()).collect(Collectors.toMap(EventKind::text, Function.identity()));

    private final Privacy privacy;

    EventKind() {
        this(Privacy.PUBLIC_ACTOR);
    }

    EventKind(Privacy privacy) {
        this.privacy = privacy;
    }

    /** The kind as events store it, such as {@code proposal.published}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    public Privacy privacy() {
        return privacy;
    }

    public static Optional<EventKind> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
