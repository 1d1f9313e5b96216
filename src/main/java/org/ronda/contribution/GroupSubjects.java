package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** Answers the ledger for groups: whoever reaches their process reaches them. */
@ApplicationScoped
class GroupSubjects implements Subjects {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.GROUP);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        List<Object[]> rows = entityManager
                .createQuery(
                        "select g, p from SimilarityGroup g join Process p on p.id = g.processId where g.id in :ids",
                        Object[].class)
                .setParameter("ids", scopes.stream().map(Scope::id).toList())
                .getResultList();
        Map<Scope, Subject> described = new HashMap<>();
        for (Object[] row : rows) {
            SimilarityGroup group = (SimilarityGroup) row[0];
            Process process = (Process) row[1];
            described.put(
                    group.scope(),
                    processes.isReached(process)
                            ? new Subject(group.title(), group.address(), true, process.isPublic(), false)
                            : Subject.UNREACHED);
        }
        return described;
    }
}
