package org.ronda.commitment;

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

/** Answers the ledger for drafts and their clauses: reached by everybody once a version of them was public. */
@ApplicationScoped
class CommitmentSubjects implements Subjects {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.COMMITMENT, Scope.Kind.CLAUSE);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        List<Object[]> rows = entityManager
                .createQuery(
                        "select p, m, t.words, c from Commitment m join Process p on p.id = m.processId"
                                + " join CommitmentVersion v on v.commitmentId = m.id and v.state = :present"
                                + " join ClauseText t on t.versionId = v.id"
                                + " join Clause k on k.id = t.clauseId and k.kind = :title"
                                + " left join Clause c on c.commitmentId = m.id and c.id in :clauses"
                                + " where m.id in :drafts or c.id is not null",
                        Object[].class)
                .setParameter("present", CommitmentVersion.State.PUBLIC)
                .setParameter("title", Clause.Kind.TITLE)
                .setParameter("clauses", ids(scopes, Scope.Kind.CLAUSE))
                .setParameter("drafts", ids(scopes, Scope.Kind.COMMITMENT))
                .getResultList();
        for (Object[] row : rows) {
            Process process = (Process) row[0];
            Commitment commitment = (Commitment) row[1];
            String title = (String) row[2];
            Clause clause = (Clause) row[3];
            described.put(commitment.scope(), subject(process, title, commitment.address()));
            if (clause != null) {
                described.put(
                        clause.scope(),
                        subject(
                                process,
                                title + " · " + clause.kind().in(language),
                                commitment.address() + "?clause=" + clause.key()));
            }
        }
        return described;
    }

    private Subject subject(Process process, String title, String address) {
        return processes.isReached(process)
                ? new Subject(title, address, true, process.isPublic(), false)
                : Subject.UNREACHED;
    }

    private static List<Long> ids(Collection<Scope> scopes, Scope.Kind kind) {
        return scopes.stream()
                .filter(scope -> scope.kind() == kind)
                .map(Scope::id)
                .toList();
    }
}
