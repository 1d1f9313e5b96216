package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Refused;

/** Which texts of the house somebody accepted, in which version. */
@ApplicationScoped
public class Consents {
    /** What is accepted before the first contribution, and anew when it changes. */
    public static final Set<HouseText.Kind> ASKED = EnumSet.of(HouseText.Kind.RULES, HouseText.Kind.PRIVACY);

    @Inject
    EntityManager entityManager;

    /** Those that this participant has not accepted in the version in force; one statement. */
    public Set<HouseText.Kind> missing(long participantId) {
        Set<HouseText.Kind> missing = EnumSet.copyOf(ASKED);
        List<String> given = entityManager
                .createNativeQuery(
                        "select c.kind from consent c where c.participant_id = :me and c.version ="
                                + " (select max(h.n) from house_text h where h.kind = c.kind)",
                        String.class)
                .setParameter("me", participantId)
                .getResultList();
        given.forEach(kind -> missing.remove(HouseText.Kind.valueOf(kind)));
        return missing;
    }

    /** The latest version of each text that this participant accepted. */
    public Map<HouseText.Kind, Integer> latest(long participantId) {
        List<Object[]> rows = entityManager
                .createNativeQuery("select kind, max(version) from consent where participant_id = :me group by kind")
                .setParameter("me", participantId)
                .getResultList();
        Map<HouseText.Kind, Integer> latest = new EnumMap<>(HouseText.Kind.class);
        rows.forEach(row -> latest.put(HouseText.Kind.valueOf((String) row[0]), ((Number) row[1]).intValue()));
        return latest;
    }

    /** Accepts a text in the version that was read; refused if another one is in force by now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void give(long participantId, HouseText.Kind kind, int version, Instant at) {
        if (HouseText.present(kind).n() != version) {
            throw Refused.invalid(
                    kind.key(), language -> HouseTexts.words(language).newerVersion());
        }
        entityManager
                .createNativeQuery("insert into consent (participant_id, kind, version, given_at)"
                        + " values (:me, :kind, :version, :at) on conflict do nothing")
                .setParameter("me", participantId)
                .setParameter("kind", kind.name())
                .setParameter("version", version)
                .setParameter("at", at)
                .executeUpdate();
    }

    /** Accepts everything as it is; for the people of a demonstration, who are made up. */
    @Transactional
    public void giveAll(long participantId, Instant at) {
        ASKED.forEach(kind -> give(participantId, kind, HouseText.present(kind).n(), at));
    }

    /** The same for everybody who is there, at once. */
    @Transactional
    public void giveAll(Instant at) {
        entityManager
                .createNativeQuery("insert into consent (participant_id, kind, version, given_at)"
                        + " select p.id, h.kind, max(h.n), cast(:at as timestamp(6) with time zone)"
                        + " from participant p cross join house_text h where h.kind in (:asked)"
                        + " group by p.id, h.kind on conflict do nothing")
                .setParameter("at", at)
                .setParameter("asked", ASKED.stream().map(Enum::name).toList())
                .executeUpdate();
    }
}
