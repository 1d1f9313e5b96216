package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import org.ronda.identity.Office;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.organisation.Organisation;

/** The names of the bodies that decide. */
@ApplicationScoped
class DecisionBodies {
    /** The body's name, or an empty text when none was named yet. */
    String name(Process process, Language language) {
        return process.decisionBody().map(scope -> name(scope, language)).orElse("");
    }

    private static String name(Scope scope, Language language) {
        return switch (scope.kind()) {
            case OFFICE ->
                Office.<Office>findByIdOptional(scope.id())
                        .map(office -> office.name().in(language).text())
                        .orElse("");
            case ORGANISATION ->
                Organisation.<Organisation>findByIdOptional(scope.id())
                        .map(Organisation::name)
                        .orElse("");
            default -> "";
        };
    }
}
