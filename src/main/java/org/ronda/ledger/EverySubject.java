package org.ronda.ledger;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;

/** The subjects of all rooms. */
@ApplicationScoped
public class EverySubject {
    @Inject
    @All
    List<Subjects> rooms;

    /** An answer for each of them; what nobody knows is not reached. */
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        scopes.forEach(scope -> described.put(scope, Subject.UNREACHED));
        for (Subjects room : rooms) {
            List<Scope> own = scopes.stream()
                    .filter(scope -> room.kinds().contains(scope.kind()))
                    .distinct()
                    .toList();
            if (!own.isEmpty()) {
                described.putAll(room.describe(own, language));
            }
        }
        return described;
    }

    Subject describe(Scope scope, Language language) {
        return describe(List.of(scope), language).get(scope);
    }

    /** What the room of the subject says, if anything. */
    Optional<Wording> next(EventKind kind, Scope subject) {
        return rooms.stream()
                .filter(room -> room.kinds().contains(subject.kind()))
                .flatMap(room -> room.next(kind, subject).stream())
                .findFirst();
    }

    Optional<Scope> process(String slug) {
        return rooms.stream().flatMap(room -> room.process(slug).stream()).findFirst();
    }
}
