package org.ronda.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ronda.kernel.Scope;

/**
 * Something that was done, as a use-case tells it to the {@link Ledger}.
 *
 * <pre>{@code
 * ledger.record(Event.of("proposal.published", Scope.contribution(id))
 *         .in(processId)
 *         .at(gate)
 *         .by(participantId, Scope.organisation(organisationId))
 *         .saying(Map.of("title", title))
 *         .counting(Scope.process(processId), 0, Counter.CONTRIBUTIONS, +1));
 * }</pre>
 *
 * @param processId the process concerned, or null
 * @param at the instant of the gate's check
 * @param actorId the participant who did it, or null
 * @param name in whose name, or null
 * @param content what was said, by field; empty for acts without words
 */
public record Event(
        String kind,
        Scope subject,
        Long processId,
        Instant at,
        Long actorId,
        Scope name,
        SortedMap<String, String> content,
        List<Delta> deltas) {

    public static Event of(String kind, Scope subject) {
        if (EventKind.of(kind).isEmpty()) {
            throw new IllegalArgumentException("not in EventKind: " + kind);
        }
        return new Event(kind, subject, null, null, null, null, Collections.emptySortedMap(), List.of());
    }

    public Event in(Long processId) {
        return new Event(kind, subject, processId, at, actorId, name, content, deltas);
    }

    public Event at(Instant gate) {
        return new Event(kind, subject, processId, gate, actorId, name, content, deltas);
    }

    public Event by(Long actorId, Scope inWhoseName) {
        return new Event(kind, subject, processId, at, actorId, inWhoseName, content, deltas);
    }

    /** The words of the act, by field. They are published while the subject's words are. */
    public Event saying(Map<String, String> content) {
        SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(content));
        return new Event(kind, subject, processId, at, actorId, name, sorted, deltas);
    }

    /** Adds to a counter when the event is sealed; may be said several times. */
    public Event counting(Scope counted, int meaning, Counter counter, int by) {
        List<Delta> more = new ArrayList<>(deltas);
        more.add(new Delta(counted, meaning, counter, by));
        return new Event(kind, subject, processId, at, actorId, name, content, List.copyOf(more));
    }
}
