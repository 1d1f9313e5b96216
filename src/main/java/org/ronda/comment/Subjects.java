package org.ronda.comment;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.function.Predicate;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Scope;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** Finds what a thread is about, only if the viewer reaches it. */
@ApplicationScoped
class Subjects {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    @All
    List<Matter> matters;

    Subject reach(String on) {
        String[] parts = on.split(":", 2);
        if (parts.length != 2) {
            throw new NotFoundException();
        }
        return switch (parts[0]) {
            case "process" -> Subject.of(processes.timeline(processes.reach(parts[1])));
            case "phase" -> ofPhase(parts[1]);
            case "proposal" -> ofContribution(parts[1]);
            default -> matter(one -> one.prefix().equals(parts[0])).reach(parts[1]);
        };
    }

    private Matter matter(Predicate<Matter> which) {
        return matters.stream().filter(which).findFirst().orElseThrow(NotFoundException::new);
    }

    /** Keeps at which words of its subject a comment is, where that has words of its own. */
    String point(Comment comment, Quote quote) {
        return matters.stream()
                .filter(one -> one.kind() == comment.subject().kind())
                .findFirst()
                .map(one -> one.point(comment, quote))
                .orElse(null);
    }

    /** How forms name the subject of a comment. */
    String nameOf(Comment comment) {
        return nameOf(comment.subject());
    }

    String nameOf(Scope subject) {
        return switch (subject.kind()) {
            case PROCESS -> "process:" + Process.<Process>findById(subject.id()).slug();
            case PHASE -> "phase:" + Phase.<Phase>findById(subject.id()).code();
            case CONTRIBUTION ->
                "proposal:"
                        + entityManager.find(Contribution.class, subject.id()).code();
            default -> {
                Matter matter = matter(one -> one.kind() == subject.kind());
                yield matter.prefix() + ":" + matter.nameOf(subject.id());
            }
        };
    }

    private Subject ofPhase(String code) {
        Phase phase = Phase.<Phase>find("code", code).firstResultOptional().orElseThrow(NotFoundException::new);
        Process process = reached(phase.processId());
        return Subject.of(process, processes.timeline(process).of(phase.id()).orElseThrow());
    }

    private Subject ofContribution(String code) {
        Contribution contribution = entityManager
                .createQuery("select c from Contribution c where c.code = :code", Contribution.class)
                .setParameter("code", code)
                .getResultStream()
                .filter(found -> found.kind() != Contribution.Kind.COMMENT && found.publishedAt() != null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Process process = reached(contribution.processId());
        Stage stage = processes.timeline(process).of(contribution.phaseId()).orElseThrow();
        return Subject.of(process, stage, contribution);
    }

    private Process reached(long id) {
        Process process = Process.findById(id);
        if (process == null || !processes.isReached(process)) {
            throw new NotFoundException();
        }
        return process;
    }
}
