package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;

/** Where a facilitator or an administrator of a process confirms in person who somebody is, and takes that back. */
@Path("/processes/{slug}/attestations")
class AttestationPages {
    /** Far more people than one table sees, far fewer than a list of addresses has. */
    private static final int IN_AN_HOUR = 120;

    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance attestations(
                Process process, List<Attested> attestations, AttestationInput input, String find, Errors errors);
    }

    /** An attestation with whom it is about and who made it. */
    record Attested(Attestation attestation, Participant person, Participant by) {}

    /** What a form stands for; the number of a document as its key only. */
    private record Sealed(@NotBlank @Size(max = 320) String who, boolean isSeen, String document) {}

    private record Revocation(String of, @Size(max = 1_000) String reason) {}

    @Inject
    Attesting attesting;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Limits limits;

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
        Process process = of(slug);
        return show(process, kept.as(AttestationInput.class).orElse(AttestationInput.BLANK), find, Errors.NONE);
    }

    @POST
    public Response attest(@RestPath String slug, @BeanParam AttestationInput input, @RestForm String nonce) {
        Process process = of(slug);
        Supplier<byte[]> document = Forms.ready(
                () -> input.documentNumber().isEmpty() ? null : attesting.key(process.id(), input.documentNumber()));
        return forms.post(
                new Sealed(input.who(), input.isSeen(), sealed(document)),
                nonce,
                viewer.id(),
                () -> {
                    limits.count("attest", IN_AN_HOUR, Duration.ofHours(1));
                    attesting.attest(process.id(), input.who(), input.isSeen(), document.get(), viewer.id());
                    return URI.create(process.address() + "/attestations");
                },
                errors -> show(process, input, null, errors));
    }

    @POST
    @Path("{code}/revocation")
    public Response revoke(
            @RestPath String slug, @RestPath String code, @RestForm String reason, @RestForm String nonce) {
        Process process = of(slug);
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

    /** A number that is none is not kept either, and is said to be wrong in the act. */
    private static String sealed(Supplier<byte[]> document) {
        try {
            byte[] key = document.get();
            return key == null ? "" : HexFormat.of().formatHex(key);
        } catch (Refused odd) {
            return "odd";
        }
    }

    private Process of(String slug) {
        viewer.writing();
        return processes
                .reached(slug)
                .filter(process -> process.asks(Eligibility.IN_PERSON) && standing.attests(process.id()))
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance show(Process process, AttestationInput input, String find, Errors errors) {
        ProcessMessages words = ProcessSetup.words(page.language());
        page.titled(words.attestTitle())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.attestTitle());
        String wanted = PlainText.line(find);
        List<Long> found = wanted.isEmpty()
                ? List.of()
                : Participant.named(wanted).stream().map(Participant::id).toList();
        List<Attestation> latest =
                !wanted.isEmpty() && found.isEmpty() ? List.of() : Attestation.latest(process.id(), found);
        Map<Long, Participant> people = Participant.<Participant>list(
                        "id in ?1",
                        latest.stream()
                                .flatMap(one -> Stream.of(one.participantId(), one.attestedBy()))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        List<Attested> attested = latest.stream()
                .map(one -> new Attested(one, people.get(one.participantId()), people.get(one.attestedBy())))
                .toList();
        return Templates.attestations(process, attested, input, wanted, errors);
    }
}
