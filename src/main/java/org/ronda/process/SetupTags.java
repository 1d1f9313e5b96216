package org.ronda.process;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;

/** What pages ask about the one who looks: {@code {staff:setsUp}} for the navigation, {@code {staff:administers(id)}}, {@code {staff:moderates(id)}}. */
@TemplateExtension(namespace = "staff")
class SetupTags {
    private SetupTags() {}

    static boolean setsUp() {
        return Arc.container().instance(Viewer.class).get().has(PlatformRole.PROCESS_CREATOR)
                || !Arc.container()
                        .instance(Standing.class)
                        .get()
                        .administered()
                        .isEmpty();
    }

    static boolean administers(long processId) {
        return Arc.container().instance(Standing.class).get().administers(processId);
    }

    static boolean moderates(long processId) {
        return Arc.container().instance(Standing.class).get().is(processId, Role.MODERATOR);
    }
}
