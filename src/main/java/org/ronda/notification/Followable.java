package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;
import org.ronda.process.Process;
import org.ronda.process.Processes;

/** Finds what can be followed, only if the viewer reaches it: processes, proposals and topic entries, amendments, comments with the replies to them. */
@ApplicationScoped
class Followable {
    /** @param address its page */
    record Target(Scope scope, String address) {}

    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    Target process(String slug) {
        Process process = processes.reach(slug);
        return new Target(process.scope(), process.address());
    }

    Target proposal(String code) {
        return contribution(code, Contribution.Kind.PROPOSAL, Contribution.Kind.TOPIC_ENTRY);
    }

    Target amendment(String code) {
        return contribution(code, Contribution.Kind.AMENDMENT);
    }

    Target comment(String code) {
        return contribution(code, Contribution.Kind.COMMENT);
    }

    /** As programs name it. */
    Target of(String kind, String code) {
        return switch (kind) {
            case "process" -> process(code);
            case "proposal" -> proposal(code);
            case "amendment" -> amendment(code);
            case "comment" -> comment(code);
            default -> throw new NotFoundException();
        };
    }

    private Target contribution(String code, Contribution.Kind... kinds) {
        Contribution contribution = entityManager
                .createQuery("select c from Contribution c where c.code = :code", Contribution.class)
                .setParameter("code", Code.normalise(code))
                .getResultStream()
                .filter(one -> List.of(kinds).contains(one.kind()) && one.publishedAt() != null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!processes.isReached(Process.findById(contribution.processId()))) {
            throw new NotFoundException();
        }
        return new Target(contribution.scope(), contribution.address());
    }
}
