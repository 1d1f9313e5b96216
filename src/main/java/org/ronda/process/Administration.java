package org.ronda.process;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** Who may set which process up. What somebody does not administer is 404, as if it were not there. */
@RequestScoped
class Administration {
    @Inject
    Viewer viewer;

    @Inject
    Standing standing;

    @Inject
    Page page;

    /** The process at that address, for its administrators; a blocked one is refused. */
    Process of(String slug) {
        viewer.writing();
        return Process.<Process>find("slug", slug)
                .firstResultOptional()
                .filter(process -> standing.administers(process.id()))
                .orElseThrow(NotFoundException::new);
    }

    /** One that asks that of whoever counts. */
    Process asking(String slug, Eligibility eligibility) {
        Process process = of(slug);
        if (!process.asks(eligibility)) {
            throw new NotFoundException();
        }
        return process;
    }

    Phase phase(Process process, String code) {
        return Phase.byCode(code)
                .filter(phase -> phase.processId() == process.id())
                .orElseThrow(NotFoundException::new);
    }

    boolean mayCreate() {
        return viewer.has(PlatformRole.PROCESS_CREATOR);
    }

    /** Title and crumbs of a page of a process's setting up. */
    void on(Process process, String title) {
        page.titled(title)
                .in("setup")
                .crumb(words().setup(), "/setup")
                .crumb(process.title().in(page.language()).text(), "/setup/" + process.slug())
                .crumb(title);
    }

    SetupMessages words() {
        return Wording.of(SetupMessages.class, page.language());
    }
}
