package org.ronda.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;

/** Asked by the ledger, answered by the rooms that own the subjects of events. Kinds that nobody knows are not reached. */
public interface Subjects {
    Set<Scope.Kind> kinds();

    /**
     * All of them in a fixed number of statements, as whoever is looking at the current request sees them. Those that
     * do not exist may be left out.
     */
    Map<Scope, Subject> describe(Collection<Scope> scopes, Language language);

    /** What happens next after that was done to a subject that is reached, such as by when it will be answered. */
    default Optional<Wording> next(EventKind kind, Scope subject) {
        return Optional.empty();
    }

    /** The process at that address, if whoever is looking reaches it; only the room of processes answers. */
    default Optional<Scope> process(String slug) {
        return Optional.empty();
    }
}
