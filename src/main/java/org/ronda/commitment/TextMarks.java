package org.ronda.commitment;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.core.NewCookie;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.comment.Comment;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.OwnCookie;

/** Marks in a draft the words that have comments, where a reader asked for it; a cookie keeps that, for every draft. */
@ApplicationScoped
class TextMarks {
    private static final int KEPT = 365 * 86_400;
    /** As many comments as are marked in a text at most. */
    private static final int MOST = 2_000;

    private static final Set<String> CHOICES =
            Set.of(MarkedText.NONE, "all", "support", "doubt", "against", "question");

    @Inject
    EntityManager entityManager;

    @Inject
    CurrentVertxRequest request;

    /** @param asked what the address asks for, or null; nothing that is known is nothing */
    MarkedText of(Draft draft, String asked) {
        String shown = known(asked).or(this::ofCookie).orElse(MarkedText.NONE);
        return new MarkedText(shown, shown.equals(MarkedText.NONE) ? Map.of() : pieces(draft, shown));
    }

    /** The cookie that keeps what was asked for. */
    Optional<NewCookie> kept(String asked) {
        return known(asked).map(choice -> cookie().with(choice, KEPT));
    }

    private Map<Long, List<MarkedText.Piece>> pieces(Draft draft, String shown) {
        boolean isAll = shown.equals("all");
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select a.clauseId, a.startAt, a.endAt from Anchor a join Comment k on k.id = a.commentId"
                                + " where a.versionId = :version and a.kind in (:certain) and a.exact <> ''"
                                + " and k.state = :published" + (isAll ? "" : " and k.stance = :stance"),
                        Object[].class)
                .setParameter("version", draft.present().version().id())
                .setParameter("certain", List.of(Anchor.Kind.SAID, Anchor.Kind.SAME))
                .setParameter("published", Contribution.State.PUBLISHED)
                .setMaxResults(MOST);
        if (!isAll) {
            query.setParameter("stance", Comment.Stance.valueOf(shown.toUpperCase(Locale.ROOT)));
        }
        Map<Long, List<MarkedText.Range>> ranges = query.getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0],
                        Collectors.mapping(
                                row -> new MarkedText.Range((Integer) row[1], (Integer) row[2]), Collectors.toList())));
        Map<Long, List<MarkedText.Piece>> pieces = new HashMap<>();
        draft.present().lines().stream()
                .filter(line -> ranges.containsKey(line.clause().id()))
                .forEach(line -> pieces.put(
                        line.clause().id(),
                        MarkedText.cut(
                                line.text().words(), ranges.get(line.clause().id()))));
        return pieces;
    }

    private static Optional<String> known(String choice) {
        return Optional.ofNullable(choice).filter(CHOICES::contains);
    }

    private Optional<String> ofCookie() {
        Cookie kept = request.getCurrent().request().getCookie(cookie().name());
        return kept == null ? Optional.empty() : known(kept.getValue());
    }

    private OwnCookie cookie() {
        return OwnCookie.of("marks", request.getCurrent().request().scheme());
    }
}
