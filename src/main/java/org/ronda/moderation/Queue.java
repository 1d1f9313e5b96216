package org.ronda.moderation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ronda.kernel.Language;

/** What waits on a desk, and what was done there. */
enum Queue {
    REPORTS(
            "select c.code as code, min(r.reported_at) as at, c.id as tie, c.id as contribution, count(*) as n"
                    + " from report r join contribution c on c.id = r.contribution_id"
                    + " where c.process_id = :process and r.decision_id is null and c.state <> 'WITHDRAWN'"
                    + " group by c.id, c.code",
            true),
    HELD(
            "select c.code as code, c.entered_at as at, c.id as tie, c.id as contribution, 0 as n from contribution c"
                    + " where c.process_id = :process and c.state = 'HELD'",
            true),
    LOOKS(
            decisions("second_look_asked_at") + " and d.second_look_asked_at is not null"
                    + " and d.second_look_at is null and d.is_in_force",
            true),
    HIDDEN(
            "select c.code as code, d.decided_at as at, d.id as tie, c.id as contribution, 0 as n"
                    + " from moderation_decision d join contribution c on c.id = d.contribution_id"
                    + " where d.process_id = :process and d.is_in_force and (d.kind = 'HIDE' or d.kind = 'REFUSE')"
                    + " and c.state = 'HIDDEN'",
            false),
    BLOCKS(decisions("until") + " and d.kind = 'BLOCK' and d.is_in_force and d.until > :now", true),
    DECIDED(decisions("decided_at"), false);

    /** Code, instant, a number that makes the order whole, the contribution's id, and how many reports. */
    final String rows;

    /** Whether the oldest comes first, because it waits longest. */
    final boolean isUp;

    Queue(String rows, boolean isUp) {
        this.rows = rows;
        this.isUp = isUp;
    }

    private static String decisions(String at) {
        return "select d.code as code, d." + at + " as at, d.id as tie, d.contribution_id as contribution, 0 as n"
                + " from moderation_decision d where d.process_id = :process";
    }

    static Optional<Queue> of(String typed) {
        return Arrays.stream(values())
                .filter(queue -> queue.key().equals(typed))
                .findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows are decisions; else they are contributions. */
    boolean isOfDecisions() {
        return this == LOOKS || this == BLOCKS || this == DECIDED;
    }

    public String in(Language language) {
        ModerationMessages words = Moderating.words(language);
        return switch (this) {
            case REPORTS -> words.queueReports();
            case HELD -> words.queueHeld();
            case LOOKS -> words.queueLooks();
            case HIDDEN -> words.queueHidden();
            case BLOCKS -> words.queueBlocks();
            case DECIDED -> words.queueDecided();
        };
    }

    /** What to say when nothing is in it. */
    public String emptyIn(Language language) {
        ModerationMessages words = Moderating.words(language);
        return switch (this) {
            case REPORTS -> words.emptyReports();
            case HELD -> words.emptyHeld();
            case LOOKS -> words.emptyLooks();
            case HIDDEN -> words.emptyHidden();
            case BLOCKS -> words.emptyBlocks();
            case DECIDED -> words.emptyDecided();
        };
    }
}
