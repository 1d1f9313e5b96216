package org.ronda.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Subject;
import org.ronda.ledger.Subjects;

/** Answers the ledger for boards, which everybody reaches. */
@ApplicationScoped
class BoardSubjects implements Subjects {
    @Override
    public Set<Scope.Kind> kinds() {
        return Set.of(Scope.Kind.BOARD);
    }

    @Override
    public Map<Scope, Subject> describe(Collection<Scope> scopes, Language language) {
        Map<Scope, Subject> described = new HashMap<>();
        Board.byIds(scopes.stream().map(Scope::id).toList())
                .forEach(board -> described.put(
                        board.scope(),
                        new Subject(board.name().in(language).text(), board.address(), true, true, false)));
        return described;
    }
}
