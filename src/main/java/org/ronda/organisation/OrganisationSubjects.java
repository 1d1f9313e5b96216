package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.EventKind;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;

/** Answers the ledger for organisations: an application exists for who sent it and who checks it. */
@ApplicationScoped
class OrganisationSubjects implements Subjects {
    @Inject
    OrganisationReading reading;

    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.ORGANISATION);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        Organisation.<Organisation>list(
                        "id in ?1", scopes.stream().map(Scope::id).toList())
                .forEach(organisation -> described.put(organisation.scope(), subject(organisation)));
        return described;
    }

    private Subject subject(Organisation organisation) {
        return reading.isReached(organisation)
                ? new Subject(organisation.name(), organisation.address(), true, organisation.isPublic(), false)
                : Subject.UNREACHED;
    }

    @Override
    public Optional<Wording> next(EventKind kind, Scope subject) {
        return kind == EventKind.ORGANISATION_APPLIED
                ? Optional.of(language -> Applying.words(language).nextChecked())
                : Optional.empty();
    }
}
