package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says for which organisations somebody may speak, about what, at which instant. */
@ApplicationScoped
public class Speaking {
    @Inject
    EntityManager entityManager;

    /**
     * The mandate under which somebody speaks for an organisation at that instant, held until the transaction ends:
     * whoever revokes it waits, so that nothing is said under it that came after.
     *
     * @param topics what it is about, where only topics of it are theirs; each must be
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Mandate> mandate(
            Organisation organisation, long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        return covering(inForce(Mandate.held(organisation.id(), speaker), at), process, topics);
    }

    /** Any mandate of the organisation that is in force: enough for a draft, which is judged when it is sent. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hasAny(Organisation organisation, long speaker, Instant at) {
        return !inForce(Mandate.held(organisation.id(), speaker), at).isEmpty();
    }

    /**
     * Whether somebody may speak for any organisation about a process or one of its topics; held until the transaction
     * ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isMandated(long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        return isAny(Mandate.heldBy(speaker), process, topics, at);
    }

    /** The same question for a page: without holding anything. */
    public boolean seemsMandated(long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        return isAny(Mandate.list("participantId = ?1 and slot is not null", speaker), process, topics, at);
    }

    private static boolean isAny(List<Mandate> mandates, long process, Supplier<Collection<Long>> topics, Instant at) {
        List<Mandate> present = inForce(mandates, at);
        return present.stream().anyMatch(one -> one.isAboutAllOf(process))
                || !present.isEmpty() && present.stream().anyMatch(one -> one.isAboutTopicIn(topics.get()));
    }

    /** As {@link #mandate} does, for a page: without holding anything. */
    public boolean speaksFor(
            long organisation, long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        List<Mandate> mandates =
                Mandate.list("organisationId = ?1 and participantId = ?2 and slot is not null", organisation, speaker);
        return covering(inForce(mandates, at), process, topics).isPresent();
    }

    /**
     * The organisations that somebody may name in a form, by name; one statement, and one more where a mandate is about a
     * topic.
     *
     * @param topics those that it may be about
     */
    public List<Organisation> offered(long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        return byOrganisation(speaker).entrySet().stream()
                .filter(entry -> inForce(entry.getValue(), at).stream()
                        .anyMatch(one -> one.isAboutAllOf(process) || one.isAboutTopicIn(topics.get())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The organisations that somebody speaks for about just this, by name; as many statements. */
    public List<Organisation> covering(long speaker, long process, Supplier<Collection<Long>> topics, Instant at) {
        return byOrganisation(speaker).entrySet().stream()
                .filter(entry ->
                        covering(inForce(entry.getValue(), at), process, topics).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Organisation, List<Mandate>> byOrganisation(long speaker) {
        Map<Organisation, List<Mandate>> byOrganisation = new LinkedHashMap<>();
        entityManager
                .createQuery(
                        "select o, m from Mandate m join Organisation o on o.id = m.organisationId"
                                + " where m.participantId = :speaker and m.slot is not null order by o.name, o.id",
                        Object[].class)
                .setParameter("speaker", speaker)
                .getResultList()
                .forEach(row -> byOrganisation
                        .computeIfAbsent((Organisation) row[0], one -> new ArrayList<>())
                        .add((Mandate) row[1]));
        return byOrganisation;
    }

    /** Everybody who speaks for an organisation about this at that instant. */
    public List<Long> speakers(long organisation, long process, Supplier<Collection<Long>> topics, Instant at) {
        return byPerson(inForce(Mandate.open(organisation), at)).entrySet().stream()
                .filter(entry -> covering(entry.getValue(), process, topics).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What somebody may speak about for whom, read once for many questions. */
    public static final class Sphere {
        private final Map<Long, List<Mandate>> byOrganisation;

        private Sphere(List<Mandate> inForce) {
            byOrganisation = inForce.stream().collect(Collectors.groupingBy(Mandate::organisationId));
        }

        public boolean covers(long organisation, long process, Collection<Long> topics) {
            return covering(byOrganisation.getOrDefault(organisation, List.of()), process, () -> topics)
                    .isPresent();
        }
    }

    public Sphere sphere(long speaker, Instant at) {
        return new Sphere(inForce(Mandate.list("participantId = ?1 and slot is not null", speaker), at));
    }

    private static Map<Long, List<Mandate>> byPerson(List<Mandate> mandates) {
        return mandates.stream()
                .collect(Collectors.groupingBy(Mandate::participantId, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Mandate> inForce(List<Mandate> mandates, Instant at) {
        return mandates.stream().filter(one -> one.isInForce(at)).toList();
    }

    private static Optional<Mandate> covering(List<Mandate> mandates, long process, Supplier<Collection<Long>> topics) {
        Optional<Mandate> whole =
                mandates.stream().filter(one -> one.isAboutAllOf(process)).findFirst();
        if (whole.isPresent() || mandates.isEmpty()) {
            return whole;
        }
        Set<Long> about = Set.copyOf(topics.get());
        boolean areAllTheirs = !about.isEmpty()
                && about.stream()
                        .allMatch(topic -> mandates.stream().anyMatch(one -> one.isAboutTopicIn(Set.of(topic))));
        return areAllTheirs
                ? mandates.stream().filter(one -> one.isAboutTopicIn(about)).findFirst()
                : Optional.empty();
    }
}
