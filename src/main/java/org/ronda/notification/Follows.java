package org.ronda.notification;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.comment.Voice;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Scope;
import org.ronda.process.Process;

/** What the viewer follows in the process of a page, in one statement a page; none when nobody is signed in. */
@RequestScoped
@Unremovable
public class Follows {
    private static final String SQL = "select f.subject_kind, f.subject_id, case when f.is_on then 1 else 0 end"
            + " from follow f where f.participant_id = :me"
            + " union all select 'CONTRIBUTION', a.contribution_id, 2 from co_author a"
            + " join contribution c on c.id = a.contribution_id"
            + " where a.participant_id = :me and a.state = 'ACCEPTED' and c.process_id = :process"
            + " union all select 'CONTRIBUTION', s.contribution_id, 2 from support s"
            + " join voter_of v on v.voter_id = s.voter_id where v.participant_id = :me and v.process_id = :process";
    private static final int SAID_NO = 0;

    @Inject
    EntityManager entityManager;

    @Inject
    Viewer viewer;

    private final Map<Long, Set<Scope>> byProcess = new HashMap<>();

    /** For templates: {@code {follows:has(process, proposal)}}. */
    @TemplateExtension(namespace = "follows")
    static class InTemplates {
        private InTemplates() {}

        static boolean has(Process process) {
            return follows().in(process.id()).contains(process.scope());
        }

        static boolean has(Process process, Contribution contribution) {
            return follows().in(process.id()).contains(contribution.scope());
        }

        static boolean has(Process process, Voice voice) {
            return follows().in(process.id()).contains(Scope.contribution(voice.id()));
        }

        private static Follows follows() {
            return Arc.container().instance(Follows.class).get();
        }
    }

    Set<Scope> in(long process) {
        return viewer.isSignedIn() ? byProcess.computeIfAbsent(process, this::read) : Set.of();
    }

    private Set<Scope> read(long process) {
        List<Object[]> rows = entityManager
                .createNativeQuery(SQL, Object[].class)
                .setParameter("me", viewer.id())
                .setParameter("process", process)
                .getResultList();
        Set<Scope> followed = new HashSet<>();
        Set<Scope> refused = new HashSet<>();
        for (Object[] row : rows) {
            Scope subject = new Scope(Scope.Kind.valueOf((String) row[0]), ((Number) row[1]).longValue());
            int said = ((Number) row[2]).intValue();
            (said == SAID_NO ? refused : followed).add(subject);
        }
        followed.removeAll(refused);
        return followed;
    }
}
