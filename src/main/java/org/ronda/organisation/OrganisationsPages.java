package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** The organisations that take part, and those that did. */
@Path("/organisations")
class OrganisationsPages {
    static final int PAGE = 30;

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance index(
                Slice<Organisation> organisations, boolean areEnded, boolean isAdministrator);
    }

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance index(@RestQuery boolean ended, @RestQuery String cursor) {
        OrganisationMessages words = Applying.words(page.language());
        page.titled(ended ? words.endedOnes() : words.organisations()).in("organisations");
        Organisation.State state = ended ? Organisation.State.ENDED : Organisation.State.ACCEPTED;
        return Templates.index(
                Organisation.listed(state, Cursor.parse(cursor, 2), PAGE),
                ended,
                viewer.has(PlatformRole.ADMINISTRATOR));
    }
}
