package org.ronda.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Gate;
import org.ronda.process.Phase;
import org.ronda.process.ProcessRole;
import org.ronda.process.Role;
import org.ronda.process.Topic;

/**
 * Draws topics from the entries of a topics phase: a moderator puts entries together, which nobody else sees, and
 * publishes the list once input has ended. What is public stays; a later list adds to it.
 */
@ApplicationScoped
public class TopicLists {
    /** As many topics as a person can still choose from. */
    private static final int MOST = 40;

    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Ledger ledger;

    /** Puts entries into a topic that is there, or into a new one. Returns the topic's code. */
    @Transactional
    public String gather(long phaseId, String code, Translated title, List<String> entries, long by) {
        Gate.Passage passage = moderated(phaseId, by);
        if (entries.isEmpty()) {
            throw invalid("entries", TopicMessages::entriesMissing);
        }
        Map<String, Long> ids = entries(phaseId, entries);
        if (ids.size() != entries.size()) {
            throw invalid("entries", TopicMessages::entriesGone);
        }
        Topic topic = code.isEmpty() ? begin(passage, title) : topic(phaseId, code);
        entityManager.flush();
        for (long entry : ids.values()) {
            entityManager
                    .createNativeQuery("insert into topic_origin (topic_id, contribution_id) values (:topic, :entry)"
                            + " on conflict do nothing")
                    .setParameter("topic", topic.id())
                    .setParameter("entry", entry)
                    .executeUpdate();
        }
        return topic.code();
    }

    /** Takes entries out of a topic again, as long as it is not public that it came from them. */
    @Transactional
    public void takeOut(long phaseId, String code, List<String> entries, long by) {
        moderated(phaseId, by);
        if (entries.isEmpty()) {
            throw invalid("entries", TopicMessages::entriesMissing);
        }
        Topic topic = topic(phaseId, code);
        for (String entry : entries) {
            int taken = entityManager
                    .createNativeQuery("delete from topic_origin where topic_id = :topic and published_at is null"
                            + " and contribution_id = (select c.id from contribution c where c.code = :entry)")
                    .setParameter("topic", topic.id())
                    .setParameter("entry", entry)
                    .executeUpdate();
            if (taken == 0) {
                throw invalid("entries", TopicMessages::originStays);
            }
        }
    }

    @Transactional
    public void rename(long phaseId, String code, Translated title, long by) {
        moderated(phaseId, by);
        if (title.isEmpty()) {
            throw invalid("titleEs", TopicMessages::topicTitleMissing);
        }
        prepared(phaseId, code).rename(title);
    }

    /** Changes places with the topic before it. */
    @Transactional
    public void raise(long phaseId, String code, long by) {
        moderated(phaseId, by);
        Topic topic = prepared(phaseId, code);
        List<Topic> prepared = Topic.ofPhase(phaseId).stream()
                .filter(other -> !other.isPublished())
                .toList();
        int place = prepared.indexOf(topic);
        if (place > 0) {
            Topic before = prepared.get(place - 1);
            int position = before.position();
            before.moveTo(topic.position());
            topic.moveTo(position);
        }
    }

    /** Gives a topic up that is only prepared; its entries are free again. */
    @Transactional
    public void remove(long phaseId, String code, long by) {
        moderated(phaseId, by);
        Topic topic = prepared(phaseId, code);
        entityManager
                .createNativeQuery("delete from topic_origin where topic_id = :topic")
                .setParameter("topic", topic.id())
                .executeUpdate();
        topic.delete();
    }

    /**
     * Makes public what is prepared, with how it was arrived at: once input has ended, each topic with an entry that it
     * came from and a title in every language of the process.
     */
    @Transactional
    public void publish(long phaseId, Translated note, long by) {
        Gate.Passage passage = moderated(phaseId, by);
        Instant at = passage.at();
        if (!passage.contract().hasEnded(at)) {
            throw Refused.conflict(language -> words(language)
                    .topicsTooSoon(Dates.inWords(
                            passage.contract().endsAt(), passage.process().zone(), language)));
        }
        List<Topic> all = Topic.ofPhase(phaseId);
        List<Topic> fresh = all.stream().filter(topic -> !topic.isPublished()).toList();
        Map<Long, List<String>> origins = unpublished(phaseId);
        if (fresh.isEmpty() && origins.isEmpty()) {
            throw conflict(TopicMessages::nothingPrepared);
        }
        refuseIncomplete(fresh, origins, passage.process().languages());
        if (note.isEmpty()) {
            throw invalid("note", TopicMessages::noteMissing);
        }
        fresh.forEach(topic -> topic.publish(at));
        entityManager
                .createNativeQuery("update topic_origin set published_at = :at where published_at is null"
                        + " and topic_id in (select t.id from topic t where t.phase_id = :phase)")
                .setParameter("at", at)
                .setParameter("phase", phaseId)
                .executeUpdate();
        new TopicList(phaseId, TopicList.of(phaseId).size() + 1, note, at, by).persist();
        Map<String, String> content = new LinkedHashMap<>();
        note.texts().forEach((tag, text) -> content.put("note_" + tag, text.text()));
        for (Topic topic : all) {
            if (origins.containsKey(topic.id())) {
                topic.title().texts().forEach((tag, text) -> content.put(topic.code() + "_" + tag, text.text()));
                content.put(topic.code(), String.join(" ", origins.get(topic.id())));
            }
        }
        ledger.record(Event.of("topics.published", Scope.phase(phaseId))
                .in(passage.process().id())
                .at(at)
                .by(by, Scope.person(by))
                .saying(content));
    }

    private static void refuseIncomplete(List<Topic> fresh, Map<Long, List<String>> origins, List<Language> languages) {
        for (Topic topic : fresh) {
            if (!origins.containsKey(topic.id())) {
                throw Refused.conflict(language -> words(language)
                        .topicWithoutEntries(topic.title().in(language).text()));
            }
            for (Language needed : languages) {
                if (!topic.title().has(needed)) {
                    throw Refused.conflict(language -> words(language)
                            .topicNotTranslated(topic.title().in(language).text(), needed.ownName()));
                }
            }
        }
    }

    private Topic begin(Gate.Passage passage, Translated title) {
        if (title.isEmpty()) {
            throw invalid("topic", TopicMessages::chooseTopic);
        }
        long phaseId = passage.phase().id();
        if (Topic.ofPhase(phaseId).size() >= MOST) {
            throw Refused.invalid("topic", language -> words(language).tooManyTopics(MOST));
        }
        long processId = passage.process().id();
        Topic topic = new Topic(processId, phaseId, Topic.lastPosition(processId) + 1, title, null);
        topic.persist();
        return topic;
    }

    private static Topic topic(long phaseId, String code) {
        return Topic.ofPhase(phaseId).stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Topic prepared(long phaseId, String code) {
        Topic topic = topic(phaseId, code);
        if (topic.isPublished()) {
            throw conflict(TopicMessages::publishedTopicStays);
        }
        return topic;
    }

    /** The ids of those that are public entries of the phase, by code. */
    private Map<String, Long> entries(long phaseId, List<String> codes) {
        return entityManager
                .createQuery(
                        "select e.code, e.id from Proposal e where e.phaseId = :phase and e.code in :codes"
                                + " and e.state = org.ronda.contribution.Contribution.State.PUBLISHED",
                        Object[].class)
                .setParameter("phase", phaseId)
                .setParameter("codes", codes)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** The codes of the entries of which it is not public yet where they went, by topic. */
    private Map<Long, List<String>> unpublished(long phaseId) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select o.topic_id, c.code from topic_origin o join topic t on t.id = o.topic_id"
                                + " join contribution c on c.id = o.contribution_id"
                                + " where t.phase_id = :phase and o.published_at is null order by c.id",
                        Object[].class)
                .setParameter("phase", phaseId)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /** The phase, held so that two moderators follow one another, for whoever moderates its process now. */
    private Gate.Passage moderated(long phaseId, long by) {
        Phase phase = entityManager.find(Phase.class, phaseId, LockModeType.PESSIMISTIC_WRITE);
        if (phase == null || !phase.isTopics()) {
            throw new NotFoundException();
        }
        Gate.Passage passage = gate.unarchived(phaseId);
        if (ProcessRole.holders(phase.processId(), Role.MODERATOR, passage.at()).stream()
                .noneMatch(role -> role.participantId() == by)) {
            throw new NotFoundException();
        }
        return passage;
    }

    private static Refused invalid(String field, Function<TopicMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(words(language)));
    }

    private static Refused conflict(Function<TopicMessages, String> reason) {
        return Refused.conflict(language -> reason.apply(words(language)));
    }

    static TopicMessages words(Language language) {
        return Wording.of(TopicMessages.class, language);
    }
}
