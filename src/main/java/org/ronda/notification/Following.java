package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.ronda.identity.Participant;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Now;
import org.ronda.kernel.Rows;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;

/**
 * Follows and unfollows. Who wrote something, or supports it, follows it without having said so, until they say
 * otherwise; what was said outranks that.
 */
@ApplicationScoped
class Following {
    /** What {@code :me} follows, and since when: {@code kind}, {@code id}, {@code since}. */
    static final String FOLLOWED = "(select f.subject_kind as kind, f.subject_id as id, f.since as since from follow f"
            + " where f.participant_id = :me and f.is_on"
            + " union all select 'CONTRIBUTION', w.contribution_id, min(w.since) from"
            + " (select a.contribution_id as contribution_id, a.since as since from co_author a"
            + " where a.participant_id = :me and a.state = 'ACCEPTED'"
            + " union all select s.contribution_id, s.given_at from support s"
            + " join voter_of v on v.voter_id = s.voter_id where v.participant_id = :me) w"
            + " where not exists (select f.id from follow f where f.participant_id = :me"
            + " and f.subject_kind = 'CONTRIBUTION' and f.subject_id = w.contribution_id)"
            + " group by w.contribution_id)";

    /** Something that is followed, as programs name its kind; its code, or the slug of a process. */
    record Followed(Scope subject, String kind, String code, Instant since) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Now now;

    @Transactional
    void follow(Scope subject, Participant by) {
        say(subject, by, true);
    }

    @Transactional
    void unfollow(Scope subject, Participant by) {
        say(subject, by, false);
    }

    private void say(Scope subject, Participant by, boolean isOn) {
        int inserted = with(
                        "insert into follow (id, participant_id, subject_kind, subject_id, is_on, since)"
                                + " values (nextval('follow_seq'), :me, :kind, :id, :on, :now) on conflict do nothing",
                        subject,
                        by,
                        isOn)
                .executeUpdate();
        if (inserted == 0) {
            with(
                            "update follow set is_on = :on, since = :now where participant_id = :me"
                                    + " and subject_kind = :kind and subject_id = :id and is_on <> :on",
                            subject,
                            by,
                            isOn)
                    .executeUpdate();
        }
    }

    private Query with(String sql, Scope subject, Participant by, boolean isOn) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("me", by.id())
                .setParameter("kind", subject.kind().name())
                .setParameter("id", subject.id())
                .setParameter("on", isOn)
                .setParameter("now", now.instant());
    }

    /** What a participant follows, the latest first. One statement. */
    Slice<Followed> of(Participant somebody, Cursor after, int limit) {
        Query query = entityManager
                .createNativeQuery(
                        "select x.kind, x.id, x.since, c.kind as contribution, coalesce(c.code, p.slug) as code from "
                                + FOLLOWED + " x"
                                + " left join contribution c on x.kind = 'CONTRIBUTION' and c.id = x.id"
                                + " left join process p on x.kind = 'PROCESS' and p.id = x.id"
                                + " where (c.id is null or c.state <> 'DRAFT')"
                                + (after == null
                                        ? ""
                                        : " and (x.since < :since or x.since = :since and (x.id < :id"
                                                + " or x.id = :id and x.kind < :kind))")
                                + " order by x.since desc, x.id desc, x.kind desc",
                        Object[].class)
                .setParameter("me", somebody.id())
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("since", after.instant(0))
                    .setParameter("id", after.number(1))
                    .setParameter("kind", after.text(2));
        }
        List<Object[]> rows = query.getResultList();
        return Slice.of(
                rows.stream().map(Following::followed).toList(),
                limit,
                last -> Cursor.of(
                        last.since, last.subject.id(), last.subject.kind().name()));
    }

    private static Followed followed(Object[] row) {
        return new Followed(
                new Scope(Scope.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue()),
                kind((String) row[3]),
                (String) row[4],
                Rows.instant(row[2]));
    }

    /** @param contribution its kind, or null for a process */
    private static String kind(String contribution) {
        if (contribution == null) {
            return "process";
        }
        return switch (contribution) {
            case "COMMENT" -> "comment";
            case "AMENDMENT" -> "amendment";
            default -> "proposal";
        };
    }
}
