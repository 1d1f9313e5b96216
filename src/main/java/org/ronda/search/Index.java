package org.ronda.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.ronda.kernel.Scope;

/** What can be found. Written in the transaction of what it describes, so that a search never lies about it. */
@ApplicationScoped
public class Index {
    /** However often a text repeats a word, one mention in a title weighs more. */
    private static final int MOST_IN_BODY = 4;

    private static final int IN_TITLE = 10;

    /**
     * One thing in one language.
     *
     * @param kind process, proposal, entry, comment or commitment
     * @param language BCP 47 tag
     * @param title what a result is called; the beginning of the body where the thing has no title of its own
     * @param hasTitle whether the title is its own, so that its words weigh more
     * @param isPublic whether everybody reaches it; nothing else is ever found
     */
    public record Entry(
            Scope subject,
            Long processId,
            String kind,
            String language,
            boolean isPublic,
            String title,
            boolean hasTitle,
            String body,
            Instant saidAt) {}

    @Inject
    EntityManager entityManager;

    /** Puts an entry in the place of the one that this subject has in this language. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(Entry entry) {
        remove(entry.subject(), entry.language());
        long id = ((Number) entityManager
                        .createNativeQuery("select nextval('search_entry_seq')")
                        .getSingleResult())
                .longValue();
        entityManager
                .createNativeQuery("insert into search_entry (id, subject_kind, subject_id, process_id, kind, language,"
                        + " is_public, title, said_at) values (:id, :subjectKind, :subject, :process, :kind, :language,"
                        + " :public, :title, :said)")
                .setParameter("id", id)
                .setParameter("subjectKind", entry.subject().kind().name())
                .setParameter("subject", entry.subject().id())
                .setParameter("process", entry.processId())
                .setParameter("kind", entry.kind())
                .setParameter("language", entry.language())
                .setParameter("public", entry.isPublic())
                .setParameter(
                        "title", entry.title().length() > 300 ? entry.title().substring(0, 300) : entry.title())
                .setParameter("said", entry.saidAt())
                .executeUpdate();
        Map<String, Integer> weights = new HashMap<>();
        Stems.of(entry.body(), entry.language()).forEach(stem -> weights.merge(stem, 1, Integer::sum));
        weights.replaceAll((stem, times) -> Math.min(times, MOST_IN_BODY));
        if (entry.hasTitle()) {
            Set.copyOf(Stems.of(entry.title(), entry.language()))
                    .forEach(stem -> weights.merge(stem, IN_TITLE, Integer::sum));
        }
        insert(id, weights, Stems.grams(entry.title()));
    }

    /** Lets everybody find it, or nobody. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reach(Scope subject, boolean isPublic) {
        entityManager
                .createNativeQuery(
                        "update search_entry set is_public = :public where subject_kind = :kind and subject_id = :id")
                .setParameter("public", isPublic)
                .setParameter("kind", subject.kind().name())
                .setParameter("id", subject.id())
                .executeUpdate();
    }

    /** Takes out what was put in for that language: seldom anything, so it is asked for first. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Scope subject, String language) {
        List<Object> entries = entityManager
                .createNativeQuery("select id from search_entry where subject_kind = :kind and subject_id = :id"
                        + " and language = :language")
                .setParameter("kind", subject.kind().name())
                .setParameter("id", subject.id())
                .setParameter("language", language)
                .getResultList();
        for (Object entry : entries) {
            for (String sql : new String[] {
                "delete from search_term where entry_id = :entry",
                "delete from search_gram where entry_id = :entry",
                "delete from search_entry where id = :entry"
            }) {
                entityManager
                        .createNativeQuery(sql)
                        .setParameter("entry", entry)
                        .executeUpdate();
            }
        }
    }

    private void insert(long id, Map<String, Integer> weights, Set<String> grams) {
        entityManager.unwrap(Session.class).doWork(connection -> {
            try (var term = connection.prepareStatement(
                            "insert into search_term (entry_id, term, weight) values (?, ?, ?)");
                    var gram = connection.prepareStatement("insert into search_gram (entry_id, gram) values (?, ?)")) {
                for (Map.Entry<String, Integer> weight : weights.entrySet()) {
                    term.setLong(1, id);
                    term.setString(2, weight.getKey());
                    term.setInt(3, weight.getValue());
                    term.addBatch();
                }
                for (String three : grams) {
                    gram.setLong(1, id);
                    gram.setString(2, three);
                    gram.addBatch();
                }
                if (!weights.isEmpty()) {
                    term.executeBatch();
                }
                if (!grams.isEmpty()) {
                    gram.executeBatch();
                }
            }
        });
    }
}
