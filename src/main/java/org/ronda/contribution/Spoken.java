package org.ronda.contribution;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.ronda.board.Board;
import org.ronda.identity.Office;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.organisation.Organisation;
import org.ronda.process.Process;

/** What was said for an organisation, an office or a board, and is public, the latest first: one statement a page, by an index. */
@ApplicationScoped
@Unremovable
public class Spoken {
    static final int PAGE = 20;

    /** One of it, with the process that it was said in. */
    public record One(Contribution contribution, Process process) {
        public String address() {
            return contribution.address();
        }

        public String headline() {
            return contribution.headline();
        }

        public String language() {
            return contribution.language();
        }

        public String role() {
            return contribution.nameTitle();
        }

        public Instant publishedAt() {
            return contribution.publishedAt();
        }
    }

    @Inject
    EntityManager entityManager;

    /** For templates of any room: {@code {spoken:by(organisation, cursor)}}, {@code {spoken:by(office, cursor)}}. */
    @TemplateExtension(namespace = "spoken")
    static class InTemplates {
        private InTemplates() {}

        static Slice<One> by(Organisation organisation, String cursor) {
            return Arc.container().instance(Spoken.class).get().of(organisation.scope(), cursor, PAGE);
        }

        static Slice<One> by(Office office, String cursor) {
            return Arc.container().instance(Spoken.class).get().of(office.scope(), cursor, PAGE);
        }

        static Slice<One> by(Board board, String cursor) {
            return Arc.container().instance(Spoken.class).get().of(board.scope(), cursor, PAGE);
        }
    }

    Slice<One> of(Scope name, String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, 2);
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select c, p from Contribution c join Process p on p.id = c.processId"
                                + " where c.nameKind = :kind and c.nameId = :name and c.state = :state"
                                + (after == null
                                        ? ""
                                        : " and c.publishedAt <= :at and (c.publishedAt < :at or c.id < :id)")
                                + " order by c.nameKind, c.nameId, c.state, c.publishedAt desc, c.id desc",
                        Object[].class)
                .setParameter("kind", name.kind())
                .setParameter("name", name.id())
                .setParameter("state", Contribution.State.PUBLISHED)
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("at", after.instant(0)).setParameter("id", after.number(1));
        }
        List<One> rows = query.getResultList().stream()
                .map(row -> new One((Contribution) row[0], (Process) row[1]))
                .toList();
        return Slice.of(
                rows,
                limit,
                one -> Cursor.of(one.publishedAt(), one.contribution().id()));
    }
}
