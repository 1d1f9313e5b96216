package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;

/** How a clause came to say what it says: its words in every public version, and the contributions that they came from. */
@Path("/commitments/{code}/clauses/{key}/origins")
class ClausePages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance origins(Draft draft, Edition.Line line, List<Provenance.Step> steps);
    }

    @Inject
    CommitmentReading reading;

    @Inject
    Provenance provenance;

    @Inject
    Page page;

    @GET
    public TemplateInstance show(@RestPath String code, @RestPath String key) {
        Draft draft = reading.reach(code);
        Edition.Line line = reading.everSaid(draft, key);
        CommitmentMessages words = Drafting.words(page.language());
        String title = words.originsOf(line.title(page.language()));
        page.titled(title)
                .in("processes")
                .crumb(
                        draft.process().title().in(page.language()).text(),
                        draft.process().address())
                .crumb(draft.present().title(), draft.commitment().address())
                .crumb(title);
        return Templates.origins(draft, line, provenance.of(draft, line.clause()));
    }
}
