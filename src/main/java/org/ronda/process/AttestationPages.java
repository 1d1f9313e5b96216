package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;

/** Where a facilitator or an administrator of a process confirms in person who somebody is, and takes that back. */
@Path("/processes/{slug}/attestations")
class AttestationPages {
    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance attestations(
                Process process,
                List<Attesting.Attested> attestations,
                AttestationInput input,
                String find,
                Errors errors);
    }

    private record Revocation(String of, @Size(max = 1_000) String reason) {}

    @Inject
    Attesting attesting;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    /** @param find a code or a public name, to find an earlier one */
    @GET
    public TemplateInstance show(@RestPath String slug, @RestQuery String find) {
        Process process = attesting.reach(slug);
        return show(process, kept.as(AttestationInput.class).orElse(AttestationInput.BLANK), find, Errors.NONE);
    }

    @POST
    public Response attest(@RestPath String slug, @BeanParam AttestationInput input, @RestForm String nonce) {
        Process process = attesting.reach(slug);
        Supplier<byte[]> document = attesting.document(process, input);
        return forms.post(
                input.sealed(document),
                nonce,
                viewer.id(),
                () -> {
                    attesting.attest(process, input, document, viewer.id());
                    return URI.create(process.address() + "/attestations");
                },
                errors -> show(process, input, null, errors));
    }

    @POST
    @Path("{code}/revocation")
    public Response revoke(
            @RestPath String slug, @RestPath String code, @RestForm String reason, @RestForm String nonce) {
        Process process = attesting.reach(slug);
        Attestation attestation = Attestation.byCode(process.id(), code).orElseThrow(NotFoundException::new);
        String why = PlainText.clean(reason);
        return forms.post(
                new Revocation(attestation.code(), why),
                nonce,
                viewer.id(),
                () -> {
                    attesting.revoke(process.id(), attestation.code(), why, viewer.id());
                    return URI.create(process.address() + "/attestations");
                },
                errors -> show(process, AttestationInput.BLANK, null, errors));
    }

    private TemplateInstance show(Process process, AttestationInput input, String find, Errors errors) {
        ProcessMessages words = ProcessSetup.words(page.language());
        page.titled(words.attestTitle())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.attestTitle());
        String wanted = PlainText.line(find);
        return Templates.attestations(process, attesting.latest(process, wanted), input, wanted, errors);
    }
}
