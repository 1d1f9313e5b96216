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

/** Answers the ledger for the platform itself, which everybody reaches. */
@ApplicationScoped
class HouseSubjects implements Subjects {
    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.PLATFORM);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        scopes.forEach(scope ->
                described.put(scope, new Subject(HouseTexts.words(language).platform(), "/", true, true, false)));
        return described;
    }
}
