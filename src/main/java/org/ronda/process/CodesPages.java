package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.PlainText;

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
    CodeUploads uploads;

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
        CodeUploads.Upload upload = uploads.of(process, file);
        return forms.post(
                new Act("upload", upload.key(), ""),
                nonce,
                viewer.id(),
                () -> {
                    codeLists.upload(process.id(), upload.content().get(), viewer.id());
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
        return CodeLists.of(process.id(), code).code();
    }

    private Process of(String slug) {
        return administration.asking(slug, Eligibility.CODES);
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
