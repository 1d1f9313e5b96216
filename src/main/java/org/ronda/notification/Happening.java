package org.ronda.notification;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;
import org.ronda.kernel.Wording;
import org.ronda.ledger.EventKind;

/** What a notice tells of, as its reader is told. Stored by name. */
enum Happening {
    COMMENTED,
    ANSWERED,
    PROPOSED,
    ENTERED,
    AMENDED,
    SUPPORTED,
    AGREED,
    CHANGED(
            EventKind.PROPOSAL_CORRECTED,
            EventKind.PROPOSAL_CHANGED,
            EventKind.ENTRY_CORRECTED,
            EventKind.ENTRY_CHANGED,
            EventKind.COMMENT_CORRECTED,
            EventKind.COMMENT_CHANGED),
    WITHDRAWN(
            EventKind.PROPOSAL_WITHDRAWN,
            EventKind.ENTRY_WITHDRAWN,
            EventKind.COMMENT_WITHDRAWN,
            EventKind.AMENDMENT_WITHDRAWN),
    RELEASED(EventKind.CONTRIBUTION_RELEASED),
    REFUSED(EventKind.CONTRIBUTION_REFUSED),
    HIDDEN(EventKind.CONTRIBUTION_HIDDEN),
    RESTORED(EventKind.CONTRIBUTION_RESTORED),
    REDACTED(EventKind.CONTRIBUTION_REDACTED),
    LOOKED(EventKind.LOOK_DECIDED),
    DECIDED(EventKind.CONTRIBUTION_DECIDED),
    CARRIED(EventKind.CONTRIBUTION_CARRIED),
    GROUPED(EventKind.CONTRIBUTION_GROUPED),
    UNGROUPED(EventKind.CONTRIBUTION_UNGROUPED),
    NEWS(EventKind.NEWS_PUBLISHED),
    TOPICS(EventKind.TOPICS_PUBLISHED),
    DRAFTED(EventKind.COMMITMENT_PUBLISHED),
    PHASES(
            EventKind.PHASE_ADDED,
            EventKind.PHASE_CHANGED,
            EventKind.PHASE_EXTENDED,
            EventKind.PHASE_SHORTENED,
            EventKind.PHASE_ADJUSTED,
            EventKind.PHASE_REOPENED,
            EventKind.PHASE_SUSPENDED,
            EventKind.PHASE_RESUMED,
            EventKind.PHASE_REMOVED),
    RESULTS(EventKind.RESULTS_FROZEN),
    ARCHIVED(EventKind.PROCESS_ARCHIVED);

    /** Told while what was said is public; once it is hidden or withdrawn it was never news. */
    static final Set<Happening> OF_PUBLIC_WORDS = EnumSet.of(COMMENTED, ANSWERED, PROPOSED, ENTERED, AMENDED);

    /** Told to who wrote it only, in numbers, while these are public. */
    static final Set<Happening> SUMMED = EnumSet.of(SUPPORTED, AGREED);

    private static final Set<Happening> OF_PROCESS = EnumSet.of(NEWS, TOPICS, DRAFTED, PHASES, RESULTS, ARCHIVED);

    private final List<EventKind> kinds;

    Happening(EventKind... kinds) {
        this.kinds = List.of(kinds);
    }

    /** Those that are filed under the subject of the event itself. */
    static Set<Happening> ofItself() {
        Set<Happening> ofItself = EnumSet.allOf(Happening.class);
        ofItself.removeIf(one -> one.kinds.isEmpty() || OF_PROCESS.contains(one));
        return ofItself;
    }

    static Set<Happening> ofProcess() {
        return OF_PROCESS;
    }

    /** The events of these, for a condition in SQL. */
    static List<String> events(Set<Happening> happenings) {
        return happenings.stream()
                .flatMap(one -> one.kinds.stream())
                .map(EventKind::text)
                .toList();
    }

    /** The happening of an event, in SQL. */
    static String byEvent() {
        return Arrays.stream(values())
                .flatMap(one -> one.kinds.stream().map(kind -> " when '" + kind.text() + "' then '" + one + "'"))
                .collect(Collectors.joining("", "case e.kind", " end"));
    }

    static String names(Set<Happening> happenings) {
        return happenings.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", "));
    }

    /** In a few words, with how often. */
    String in(Language language, int times) {
        NotificationMessages words = Wording.of(NotificationMessages.class, language);
        return switch (this) {
            case COMMENTED -> words.commented(times);
            case ANSWERED -> words.answered(times);
            case PROPOSED -> words.proposed(times);
            case ENTERED -> words.entered(times);
            case AMENDED -> words.amended(times);
            case SUPPORTED -> words.supported(times);
            case AGREED -> words.agreed(times);
            case CHANGED -> words.changed();
            case WITHDRAWN -> words.withdrawn();
            case RELEASED -> words.released();
            case REFUSED -> words.refused();
            case HIDDEN -> words.hidden();
            case RESTORED -> words.restored();
            case REDACTED -> words.redacted();
            case LOOKED -> words.looked();
            case DECIDED -> words.decided();
            case CARRIED -> words.carried();
            case GROUPED -> words.grouped();
            case UNGROUPED -> words.ungrouped();
            case NEWS -> words.news(times);
            case TOPICS -> words.topics();
            case DRAFTED -> words.drafted(times);
            case PHASES -> words.phases();
            case RESULTS -> words.results();
            case ARCHIVED -> words.archived();
        };
    }
}
