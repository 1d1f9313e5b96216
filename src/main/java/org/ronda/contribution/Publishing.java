package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Scope;
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

    @Inject
    ConfirmationLetter confirmationLetter;

    @Inject
    Attachments attachments;

    @Inject
    Ledger ledger;

    @Inject
    Index index;

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    /**
     * Keeps what is published so until the transaction ends, and says which meaning that is; nothing where it is not
     * published. Whoever supports it, answers it or reacts to it begins so: none of these is committed after it was
     * withdrawn or hidden, or lands on other words. See docs/decisions/0001.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Integer> keepPublished(long contribution) {
        // shared by any number of supporters on PostgreSQL, where a foreign key takes the same lock; H2 has no such
        // lock
        String lock = database.equals("postgresql") ? "for key share" : "for update";
        return entityManager
                .createNativeQuery("select meaning from contribution where id = :id and state = 'PUBLISHED' " + lock)
                .setParameter("id", contribution)
                .getResultStream()
                .findFirst();
    }

    /**
     * Sends a draft in that name: public at once, or held where the phase is moderated first; where two persons speak for
     * an organisation, it waits for the second. Returns the receipt's code.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String send(Contribution contribution, Names.Name name, Gate.Passage passage, Instant answerDueAt, Long by) {
        contribution.spokenAs(name);
        ledger.born(
                contribution.scope(),
                contribution.meaning(),
                contribution.processId(),
                contribution.kind().name(),
                contribution.listedIn());
        if (name.isTwoPerson()) {
            contribution.await(passage.at(), answerDueAt);
            confirmationLetter.put(contribution, passage.at());
            return ledger.record(inside("sent", contribution, passage.at(), by).saying(said(contribution)));
        }
        boolean isHeld = passage.contract().moderation() == Moderation.PRE;
        contribution.send(passage.at(), isHeld, answerDueAt);
        new ContributionVersion(contribution, ContributionVersion.Change.FIRST, passage.at(), by).persist();
        index(contribution);
        Event event = event(isHeld ? "held" : "published", contribution, passage.at(), by)
                .saying(said(contribution));
        return ledger.record(isHeld ? event : contribution.count(event, 1));
    }

    /**
     * Sends what waits for a second person in other words, which are there already: it goes on waiting, and whoever read
     * it before has to read it again. What it said before goes, as it was never public and is not to be so with these.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String sendAnew(Contribution contribution, Gate.Passage passage, long by) {
        contribution.awaitInOtherWords(passage.at());
        ledger.dropWords(contribution.scope(), by);
        return ledger.record(inside("sent", contribution, passage.at(), by).saying(said(contribution)));
    }

    /** What waited for a second person is public, or held, now that there is one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String confirm(Contribution contribution, Gate.Passage passage, long by) {
        boolean isHeld = passage.contract().moderation() == Moderation.PRE;
        contribution.confirm(by, passage.at(), isHeld);
        new ContributionVersion(contribution, ContributionVersion.Change.FIRST, passage.at(), contribution.authorId())
                .persist();
        index(contribution);
        Event event = inside("confirmed", contribution, passage.at(), by).saying(said(contribution));
        return ledger.record(isHeld ? event : contribution.count(event, 1));
    }

    /** Throws a draft away: nothing of it was ever public. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void discard(Contribution draft) {
        attachments.forget(draft);
        for (String table : List.of("contribution_topic", "co_author")) {
            entityManager
                    .createNativeQuery("delete from " + table + " where contribution_id = :id")
                    .setParameter("id", draft.id())
                    .executeUpdate();
        }
        draft.delete();
    }

    /** What nobody confirmed in time is its author's draft again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(Contribution contribution, Instant at) {
        // never public, nor to be so with the words that are sent next; nor left behind when the draft is thrown away
        ledger.dropWords(contribution.scope(), contribution.authorId());
        contribution.giveBack();
        ledger.unborn(contribution.scope());
        ledger.record(inside("returned", contribution, at, null));
    }

    /** What happens to a contribution within the organisation that it is said for. */
    private static Event inside(String verb, Contribution contribution, Instant at, Long by) {
        return Event.of("contribution." + verb, contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by, contribution.inWhoseName());
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
    public String withdraw(Contribution contribution, Instant at, Long by) {
        boolean counted = contribution.isPublished();
        contribution.takeBack();
        index.reach(contribution.scope(), false);
        ledger.sealWords(contribution.scope());
        Event event = event("withdrawn", contribution, at, by);
        return ledger.record(counted ? contribution.count(event, -1) : event);
    }

    /** Lets what was held be public, whatever the clock says by now: in time was judged when it was sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String release(Contribution contribution, Instant at, long by, Map<String, String> why) {
        contribution.release(at);
        index(contribution);
        return ledger.record(contribution.count(moderated("released", contribution, at, by, why), 1));
    }

    /** Keeps what was held from ever being public; only its author and the moderators know of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String refuse(Contribution contribution, Instant at, long by, Map<String, String> why) {
        contribution.hide();
        ledger.sealWords(contribution.scope());
        return ledger.record(moderated("refused", contribution, at, by, why));
    }

    /** Takes it out of the public; the mark stays, and the words wait for a second look. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String hide(Contribution contribution, Instant at, long by, Map<String, String> why) {
        contribution.hide();
        index.reach(contribution.scope(), false);
        ledger.sealWords(contribution.scope());
        return ledger.record(contribution.count(moderated("hidden", contribution, at, by, why), -1));
    }

    /**
     * Brings back what was hidden, or makes public what was refused.
     *
     * @param isRedacted whether a passage of it is still taken out, so that earlier words stay sealed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String restore(Contribution contribution, Instant at, long by, Map<String, String> why, boolean isRedacted) {
        contribution.restore(at);
        index(contribution);
        if (!isRedacted) {
            ledger.unsealWords(contribution.scope());
        }
        return ledger.record(contribution.count(moderated("restored", contribution, at, by, why), 1));
    }

    /**
     * Other words in the place of the present ones, without a passage or with it again; the version stays.
     *
     * @param isSealed whether earlier words are not to be published
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String redact(
            Contribution contribution,
            Map<String, String> words,
            Instant at,
            long by,
            Map<String, String> why,
            boolean isSealed) {
        contribution.redact(words);
        index(contribution);
        if (isSealed) {
            ledger.sealWords(contribution.scope());
        } else {
            ledger.unsealWords(contribution.scope());
        }
        return ledger.record(moderated("redacted", contribution, at, by, why));
    }

    private static Map<String, String> said(Contribution contribution) {
        Map<String, String> said = new LinkedHashMap<>(contribution.facts());
        said.putAll(contribution.words());
        return said;
    }

    private static Event moderated(
            String verb, Contribution contribution, Instant at, long by, Map<String, String> why) {
        return Event.of("contribution." + verb, contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by, Scope.process(contribution.processId()))
                .saying(why);
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
                contribution.kind() != Contribution.Kind.COMMENT,
                contribution.searchText(),
                contribution.saidAt()));
    }

    private static String noun(Contribution.Kind kind) {
        return switch (kind) {
            case PROPOSAL -> "proposal";
            case TOPIC_ENTRY -> "entry";
            case COMMENT -> "comment";
            case AMENDMENT -> "amendment";
        };
    }
}
