package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;

/** Answers the ledger for processes, phases and topics: reached once the process is public, and before by who works in it. */
@ApplicationScoped
class ProcessSubjects implements Subjects {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.PROCESS, Scope.Kind.PHASE, Scope.Kind.TOPIC);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        List<Long> processIds = ids(scopes, Scope.Kind.PROCESS);
        if (!processIds.isEmpty()) {
            Process.<Process>list("id in ?1", processIds)
                    .forEach(process -> described.put(
                            process.scope(),
                            subject(process, process.title().in(language).text(), process.address())));
        }
        List<Long> phaseIds = ids(scopes, Scope.Kind.PHASE);
        if (!phaseIds.isEmpty()) {
            entityManager
                    .createQuery(
                            "select p, f from Phase f join Process p on p.id = f.processId where f.id in :ids",
                            Object[].class)
                    .setParameter("ids", phaseIds)
                    .getResultList()
                    .forEach(row -> {
                        Process process = (Process) row[0];
                        Phase phase = (Phase) row[1];
                        described.put(
                                Scope.phase(phase.id()),
                                subject(
                                        process,
                                        phase.title().in(language).text(),
                                        process.address() + "/phases/" + phase.code()));
                    });
        }
        List<Long> topicIds = ids(scopes, Scope.Kind.TOPIC);
        if (!topicIds.isEmpty()) {
            entityManager
                    .createQuery(
                            "select p, t from Topic t join Process p on p.id = t.processId where t.id in :ids",
                            Object[].class)
                    .setParameter("ids", topicIds)
                    .getResultList()
                    .forEach(row -> {
                        Process process = (Process) row[0];
                        Topic topic = (Topic) row[1];
                        described.put(
                                topic.scope(),
                                subject(
                                        process,
                                        process.title().in(language).text() + " · "
                                                + topic.title().in(language).text(),
                                        process.address()));
                    });
        }
        return described;
    }

    @Override
    public Optional<Scope> process(String slug) {
        return Process.<Process>find("slug", slug)
                .firstResultOptional()
                .filter(processes::isReached)
                .map(Process::scope);
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
