package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;

/** Where the viewer is asked to sit, and the rules that they have not accepted yet where they do. */
@ApplicationScoped
class BoardAwaiting implements Awaiting {
    private static final int MOST = 20;

    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Override
    public List<Awaited> awaited(Language language) {
        BoardMessages words = Seating.words(language);
        return entityManager
                .createQuery(
                        "select a, b from Appointment a join Board b on b.id = a.boardId"
                                + " where a.participantId = :me and a.slot is not null"
                                + " and (a.validTo is null or a.validTo > :at) and (a.acceptedAt is null"
                                + " or a.rulesVersion < (select max(r.n) from BoardRules r where r.boardId = b.id))"
                                + " order by a.id",
                        Object[].class)
                .setParameter("me", viewer.id())
                .setParameter("at", now.instant())
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> {
                    String name = ((Board) row[1]).name().in(language).text();
                    boolean isAsked = ((Appointment) row[0]).isAsked();
                    return new Awaited(isAsked ? words.awaitingSeat(name) : words.awaitingRules(name), "/me/seats");
                })
                .toList();
    }
}
