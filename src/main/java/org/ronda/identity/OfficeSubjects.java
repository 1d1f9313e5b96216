package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;

/** Answers the ledger for offices, which everybody reaches. */
@ApplicationScoped
class OfficeSubjects implements Subjects {
    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.OFFICE);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        Office.<Office>list("id in ?1", scopes.stream().map(Scope::id).toList())
                .forEach(office -> described.put(
                        office.scope(),
                        new Subject(office.name().in(language).text(), office.address(), true, true, false)));
        return described;
    }
}
