package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.process.Process;

/** A draft that begins with a text from elsewhere: brought in, looked at as it is cut, corrected, begun. */
@Path("/processes/{slug}/commitments")
class ImportPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance bring(Process process, SourceInput input, Errors errors);

        static native TemplateInstance preview(Process process, PreviewInput input, List<Option> kinds, Errors errors);
    }

    @Inject
    Importing importing;

    @Inject
    Drafting drafting;

    @Inject
    Team team;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Path("import")
    public TemplateInstance ask(@RestPath String slug) {
        viewer.writing();
        Process process = team.process(slug);
        if (kept.isFor(process.address() + "/commitments/import/draft")) {
            return preview(process, kept.as(PreviewInput.class).orElseThrow(), Errors.NONE);
        }
        String first = process.languages().get(0).tag();
        return bring(process, kept.as(SourceInput.class).orElse(new SourceInput(first, "", null)), kept.errors());
    }

    /** Whoever had to sign in first with a form of which the browser did not say where it stood is led here. */
    @GET
    @Path("import/draft")
    public TemplateInstance askAgain(@RestPath String slug) {
        return ask(slug);
    }

    /** Keeps nothing: what was read is in the form of the page that is answered. */
    @POST
    @Path("import")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Compressed
    public Response cut(@RestPath String slug, @BeanParam SourceInput input) {
        viewer.writing();
        Process process = team.process(slug);
        try {
            new BeginInput("", input.language(), "").chosenLanguage();
            Cut cut = importing.cut(input);
            return shown(200, preview(process, PreviewInput.of(cut, input.language()), Errors.NONE));
        } catch (Refused refused) {
            Errors errors = Errors.of(refused, page.language());
            return shown(errors.status(), bring(process, input, errors));
        }
    }

    /** @param again whether to look at it once more, with what was joined and left out */
    @POST
    @Path("import/draft")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @Compressed
    public Response begin(
            @RestPath String slug, @BeanParam PreviewInput input, @RestForm boolean again, @RestForm String nonce) {
        Participant by = viewer.writing();
        Process process = team.process(slug);
        if (again) {
            return shown(200, preview(process, input.applied(), Errors.NONE));
        }
        WholeInput whole = input.whole();
        return forms.post(
                whole,
                nonce,
                by.id(),
                () -> URI.create(drafting.begin(process.id(), whole, by.id()).address() + "/work"),
                errors -> preview(process, input, errors));
    }

    private static Response shown(int status, TemplateInstance page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(page.render())
                .build();
    }

    private TemplateInstance bring(Process process, SourceInput input, Errors errors) {
        titled(process, words().bringTitle());
        return Templates.bring(process, input, errors);
    }

    private TemplateInstance preview(Process process, PreviewInput input, Errors errors) {
        titled(process, words().previewTitle());
        List<Option> kinds = new ArrayList<>(WorkPages.kinds(page.language()));
        kinds.add(new Option(PreviewInput.JOINED, words().asJoined()));
        kinds.add(new Option(PreviewInput.LEFT_OUT, words().asLeftOut()));
        return Templates.preview(process, input, kinds, errors);
    }

    private void titled(Process process, String title) {
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().drafts(), process.address() + "/commitments")
                .crumb(title);
    }

    private CommitmentMessages words() {
        return Drafting.words(page.language());
    }
}
