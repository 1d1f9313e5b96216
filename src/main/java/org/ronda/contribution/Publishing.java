package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Gate;
import org.ronda.process.Moderation;
import org.ronda.search.Index;

/**
 * What is the same for every kind when it becomes public, changes, leaves the public or comes back: the version, the
 * counters, the search index and the event. The rooms of the kinds call it at the end of their own transaction.
 */
@ApplicationScoped
public class Publishing {
    /** For this long an author may mend a text without a new version, while nobody could have relied on it yet. */
    public static final Duration EDIT_WINDOW = Duration.ofMinutes(30);

    /** Counts that a kind adds to while it is public, such as a comment to the proposal that it is on. */
    public interface Tally {
        Event count(Event event, int by);
    }

    @Inject
    Ledger ledger;

    @Inject
    Index index;

    /** Sends a draft: public at once, or held where the phase is moderated first. Returns the receipt's code. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String send(Contribution contribution, Gate.Passage passage, Instant answerDueAt, Long by, Tally tally) {
        boolean isHeld = passage.contract().moderation() == Moderation.PRE;
        contribution.send(passage.at(), isHeld, answerDueAt);
        new ContributionVersion(contribution, ContributionVersion.Change.FIRST, passage.at(), by).persist();
        ledger.born(
                contribution.scope(),
                contribution.meaning(),
                contribution.processId(),
                contribution.kind().name());
        index(contribution);
        Event event = event(isHeld ? "held" : "published", contribution, passage.at(), by)
                .saying(contribution.words());
        return ledger.record(isHeld ? event : tally.count(event, 1));
    }

    /** Records a new version, or an edit in place. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String revised(Contribution contribution, ContributionVersion.Change change, Instant at, Long by) {
        index(contribution);
        Map<String, String> content = new LinkedHashMap<>(contribution.words());
        content.put("version", String.valueOf(contribution.wordsVersion()));
        String verb = change == ContributionVersion.Change.MEANING ? "changed" : "corrected";
        return ledger.record(event(verb, contribution, at, by).saying(content));
    }

    /** Takes it back for its author: the mark stays, the words go. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String withdraw(Contribution contribution, Instant at, Long by, Tally tally) {
        boolean counted = contribution.isPublished();
        contribution.takeBack();
        index.reach(contribution.scope(), false);
        ledger.sealWords(contribution.scope());
        Event event = event("withdrawn", contribution, at, by);
        return ledger.record(counted ? tally.count(event, -1) : event);
    }

    /** The event of a contribution's own kind, such as {@code proposal.published}. */
    public static Event event(String verb, Contribution contribution, Instant at, Long by) {
        return Event.of(noun(contribution.kind()) + "." + verb, contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by, contribution.inWhoseName());
    }

    /** Writes the search entry as the contribution stands: its words, and whether the public reaches it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void index(Contribution contribution) {
        index.put(new Index.Entry(
                contribution.scope(),
                contribution.processId(),
                noun(contribution.kind()),
                contribution.language(),
                contribution.isPublished(),
                contribution.headline(),
                String.join("\n", contribution.words().values()),
                contribution.saidAt()));
    }

    /** Adds to the process and the phase; what every proposal and topic entry does. */
    public static Event countInPhase(Contribution contribution, Counter counter, Event event, int by) {
        Event inProcess = event.counting(Scope.process(contribution.processId()), 0, counter, by);
        return contribution.phaseId() == null
                ? inProcess
                : inProcess.counting(Scope.phase(contribution.phaseId()), 0, counter, by);
    }

    private static String noun(Contribution.Kind kind) {
        return switch (kind) {
            case PROPOSAL -> "proposal";
            case TOPIC_ENTRY -> "entry";
            case COMMENT -> "comment";
        };
    }
}
