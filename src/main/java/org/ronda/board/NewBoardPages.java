package org.ronda.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;

/** The platform's administrator sets up a new board. */
@Path("/boards/new")
class NewBoardPages {
    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance begin(BoardInput input, Errors errors);
    }

    @Inject
    BoardReading reading;

    @Inject
    Seating seating;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance begin() {
        viewer.administrator();
        return show(kept.as(BoardInput.class).orElse(BoardInput.BLANK), Errors.NONE);
    }

    @POST
    public Response create(@BeanParam BoardInput input, @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> URI.create(seating.create(input, administrator.id()).address()),
                errors -> show(input, errors));
    }

    private TemplateInstance show(BoardInput input, Errors errors) {
        page.titled(words().newTitle())
                .in("boards")
                .crumb(words().boards(), "/boards")
                .crumb(words().newTitle());
        return Templates.begin(input, errors);
    }

    private BoardMessages words() {
        return Seating.words(page.language());
    }
}
