package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.OrganisationSupporting;
import org.ronda.identity.Participant;
import org.ronda.kernel.Scope;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.Organisation;
import org.ronda.process.Phase;
import org.ronda.proposal.Proposal;

/** A second organisation of the demonstration, and what both of them support. */
@ApplicationScoped
class Positions {
    @Inject
    Applying applying;

    @Inject
    OrganisationSupporting supporting;

    private String library;

    void organise(Participant librarian, long administrator) {
        library = applying.apply(
                        new ApplicationInput(
                                "Biblioteca Ejemplo del Sur",
                                "Abrimos todas las tardes y prestamos libros, herramientas y un salón donde reunirse.",
                                "Cuidados, Espacio público",
                                "biblioteca@ejemplo.example",
                                "REGISTERED",
                                "bibliotecaria"),
                        librarian.id())
                .code();
        applying.accept(library, "Tiene estatuto y comisión directiva a la vista.", administrator);
    }

    /** Both support one proposal, and each another one. */
    void take(Phase phase, Organisation network, Participant representative, Participant librarian) {
        List<Proposal> proposals = QuarkusTransaction.requiringNew()
                .call(() -> Proposal.list(
                        "phaseId = ?1 and state = ?2 and nameKind = ?3 and authorId not in ?4 order by id",
                        phase.id(),
                        Contribution.State.PUBLISHED,
                        Scope.Kind.PERSON,
                        List.of(representative.id(), librarian.id())));
        supporting.give(proposals.get(0), 1, network.code(), representative.id());
        supporting.give(proposals.get(1), 1, network.code(), representative.id());
        supporting.give(proposals.get(0), 1, library, librarian.id());
        supporting.give(proposals.get(2), 1, library, librarian.id());
    }
}
