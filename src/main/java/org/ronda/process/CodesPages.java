package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limits;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** Lists of codes of a process that asks for them: uploaded, looked at, confirmed, withdrawn. */
@Path("/setup/{slug}/with/codes")
class CodesPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance codes(
                Process process, List<Shown> lists, Shown preview, String reason, Errors errors);
    }

    /** A list, how many of its codes are used, and the first rows that were not taken. */
    record Shown(CodeList list, int used, List<CodeFile.Refusal> refusals) {
        public boolean isTold() {
            return refusals.size() == list.refused();
        }
    }

    /** What a form stands for, so that its nonce stands for nothing else; a file as its key only. */
    private record Act(
            String what, String of, @Size(max = 1_000) String reason) {}

    @Inject
    Administration administration;

    @Inject
    CodeLists codeLists;

    @Inject
    Voters voters;

    @Inject
    Limits limits;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @GET
    public TemplateInstance show(@RestPath String slug) {
        return show(of(slug), kept.value("reason"), kept.errors());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath String slug, @RestForm FileUpload file, @RestForm String nonce) {
        Process process = of(slug);
        byte[] bytes = bytes(file);
        Supplier<CodeFile.Content> content = Forms.ready(() -> {
            limits.count("upload codes", 20, Duration.ofMinutes(10));
            return read(process, bytes);
        });
        return forms.post(
                new Act("upload", HexFormat.of().formatHex(voters.keyFrom("file", process.id(), sum(bytes))), ""),
                nonce,
                viewer.id(),
                () -> {
                    codeLists.upload(process.id(), content.get(), viewer.id());
                    return here(process);
                },
                errors -> show(process, "", errors));
    }

    @POST
    @Path("{code}/confirmation")
    public Response confirm(
            @RestPath String slug, @RestPath String code, @RestForm String reason, @RestForm String nonce) {
        Process process = of(slug);
        return act(
                process, new Act("confirm", code(process, code), PlainText.clean(reason)), nonce, codeLists::confirm);
    }

    @POST
    @Path("{code}/withdrawal")
    public Response withdraw(
            @RestPath String slug, @RestPath String code, @RestForm String reason, @RestForm String nonce) {
        Process process = of(slug);
        return act(
                process, new Act("withdraw", code(process, code), PlainText.clean(reason)), nonce, codeLists::withdraw);
    }

    private interface Done {
        void of(long process, String code, String reason, long by);
    }

    private Response act(Process process, Act act, String nonce, Done done) {
        return forms.post(
                act,
                nonce,
                viewer.id(),
                () -> {
                    done.of(process.id(), act.of(), act.reason(), viewer.id());
                    return here(process);
                },
                errors -> show(process, act.reason(), errors));
    }

    private static String code(Process process, String code) {
        return CodeList.byCode(process.id(), code)
                .orElseThrow(NotFoundException::new)
                .code();
    }

    private CodeFile.Content read(Process process, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refused.invalid(
                    "file",
                    language -> Wording.of(SetupMessages.class, language).codesNoFile());
        }
        return codeLists.read(process.id(), bytes);
    }

    /** One byte more than is taken, so that more is seen. */
    private static byte[] bytes(FileUpload file) {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return content.readNBytes(CodeFile.MOST_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Process of(String slug) {
        Process process = administration.of(slug);
        if (!process.asks(Eligibility.CODES)) {
            throw new NotFoundException();
        }
        return process;
    }

    private static URI here(Process process) {
        return URI.create("/setup/" + process.slug() + "/with/codes");
    }

    private TemplateInstance show(Process process, String reason, Errors errors) {
        administration.on(process, administration.words().codes());
        List<Shown> all = codeLists.of(process.id()).stream()
                .map(one -> new Shown(
                        one.list(), one.used(), one.list().isPreview() ? codeLists.refusals(one.list()) : List.of()))
                .toList();
        return Templates.codes(
                process,
                all.stream().filter(one -> !one.list().isPreview()).toList(),
                all.stream().filter(one -> one.list().isPreview()).findFirst().orElse(null),
                reason,
                errors);
    }
}
