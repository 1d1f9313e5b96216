package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Page;

/** A draft on paper for a meeting: each clause with room for notes and the way to comment on it. */
@Path("/commitments/{code}")
class SheetPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance sheets(Draft draft, boolean isEasy);
    }

    @Inject
    CommitmentReading reading;

    @Inject
    Page page;

    /** @param easy whether the easy words are printed too */
    @GET
    @Path("sheets")
    public TemplateInstance sheets(@RestPath String code, @RestQuery boolean easy) {
        Draft draft = reading.reach(code);
        CommitmentMessages words = Drafting.words(page.language());
        page.titled(words.sheets())
                .in("processes")
                .crumb(
                        draft.process().title().in(page.language()).text(),
                        draft.process().address())
                .crumb(words.drafts(), draft.process().address() + "/commitments")
                .crumb(draft.present().title(), draft.commitment().address())
                .crumb(words.sheets());
        return Templates.sheets(draft, easy);
    }

    /** A short address for paper: leads to the clause with the form for a comment on it. */
    @GET
    @Path("clauses/{key}")
    public Response clause(@RestPath String code, @RestPath String key) {
        Draft draft = reading.reach(code);
        String found = reading.everSaid(draft, key).clause().key();
        return Response.seeOther(URI.create(draft.commitment().address() + "?clause=" + found + "#say"))
                .build();
    }
}
