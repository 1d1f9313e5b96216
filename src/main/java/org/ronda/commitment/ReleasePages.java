package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.process.Process;

/** Making the working version public: what changes with it is shown first. */
@Path("/commitments/{code}/publication")
class ReleasePages {
    /**
     * What is published.
     *
     * @param seen the text that was read, as {@link Edition#seen} names it
     * @param summary what changed, in the language of record
     */
    record ReleaseInput(
            @RestForm String seen,
            @RestForm @Size(max = 2_000) String summary) {
        ReleaseInput {
            seen = seen == null ? "" : seen;
            summary = PlainText.clean(summary);
        }
    }

    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance publish(Edition edition, Changes changes, ReleaseInput input, Errors errors);
    }

    @Inject
    CommitmentReading reading;

    @Inject
    Releasing releasing;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask(@RestPath String code) {
        viewer.writing();
        Edition edition = Edition.working(reading.own(code));
        return form(edition, kept.as(ReleaseInput.class).orElse(new ReleaseInput(edition.seen(), "")), Errors.NONE);
    }

    @POST
    public Response publish(@RestPath String code, @BeanParam ReleaseInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Commitment commitment = reading.own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    releasing.publish(code, input.seen(), input.summary(), by.id());
                    return URI.create(commitment.address());
                },
                errors -> form(Edition.working(reading.own(code)), input, errors));
    }

    private TemplateInstance form(Edition edition, ReleaseInput input, Errors errors) {
        Commitment commitment = edition.commitment();
        Process process = Process.findById(commitment.processId());
        CommitmentMessages words = Drafting.words(page.language());
        page.titled(words.publishTitle(edition.version().n()))
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.drafts(), process.address() + "/commitments")
                .crumb(edition.title(), commitment.address() + "/work")
                .crumb(words.publish());
        Changes changes = CommitmentVersion.present(commitment.id())
                .map(present -> Changes.between(Edition.of(commitment, present), edition.withoutEmpty()))
                .orElse(null);
        return Templates.publish(edition, changes, input, errors);
    }
}
