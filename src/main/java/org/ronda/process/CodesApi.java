package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.PlainText;

/** The lists of codes of a process, for programs: in numbers, and uploaded, confirmed and withdrawn as on the page. */
@Path("/api/v1/setup/{slug}/with/codes")
class CodesApi {
    /** A list: how many codes were given, how many of them are used, how many rows were not taken. */
    record CodesJson(String code, int given, int used, int refused, boolean confirmed, boolean withdrawn, Instant at) {}

    /** All lists of a process. */
    record AllCodes(List<CodesJson> items) {}

    /** A row that is not taken, and why: never what it said. */
    record RefusalJson(int row, String fault) {}

    /** What was taken of a file, to be looked at before it counts; the first of the rows that were not taken. */
    record PreviewJson(String code, int given, int refused, int empty, List<RefusalJson> refusals) {}

    /** Why; needed once the process is public. */
    record Reason(String reason) {}

    /** What a body stands for: a file as its key only. */
    private record Act(
            String what, String of, @Size(max = 1_000) String reason) {}

    @Inject
    Administration administration;

    @Inject
    CodeLists codeLists;

    @Inject
    CodeUploads uploads;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "The lists of codes of a process whose eligibility is CODES: how many are given and used")
    public AllCodes list(@RestPath String slug) {
        Process process = administration.asking(slug, Eligibility.CODES);
        return new AllCodes(codeLists.of(process.id()).stream()
                .map(one -> new CodesJson(
                        one.list().code(),
                        one.list().given(),
                        one.used(),
                        one.list().refused(),
                        !one.list().isPreview(),
                        one.list().isWithdrawn(),
                        one.list().madeAt()))
                .toList());
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Upload a list of codes, to be looked at before it counts",
            description =
                    "A CSV in UTF-8 with one code in a row, of up to 100,000 rows, in the field `file`. No code of it"
                            + " is found before it is confirmed; it takes the place of one that was not. Of a row that is not"
                            + " taken its number and the fault are answered, of the first two hundred.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PreviewJson.class)))
    public Response upload(@RestPath String slug, @RestForm FileUpload file) {
        Process process = administration.asking(slug, Eligibility.CODES);
        CodeUploads.Upload upload = uploads.of(process, file);
        return idempotent.write(new Act("upload", upload.key(), ""), viewer.id(), () -> {
            CodeList list = codeLists.upload(process.id(), upload.content().get(), viewer.id());
            return Response.created(URI.create("/api/v1/setup/" + process.slug() + "/with/codes"))
                    .entity(preview(list))
                    .build();
        });
    }

    @POST
    @Path("{code}/confirmation")
    @Operation(
            summary = "Let the codes of a list count",
            description = "Once the process is public, `reason` is needed.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response confirm(@RestPath String slug, @RestPath String code, Reason reason) {
        return act(slug, code, "confirm", reason, codeLists::confirm);
    }

    @POST
    @Path("{code}/withdrawal")
    @Operation(
            summary = "Take a list of codes back while none of them is used",
            description = "Once the process is public, `reason` is needed; one that was not confirmed leaves no trace.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response withdraw(@RestPath String slug, @RestPath String code, Reason reason) {
        return act(slug, code, "withdraw", reason, codeLists::withdraw);
    }

    private interface Done {
        void of(long process, String code, String reason, long by);
    }

    private Response act(String slug, String code, String what, Reason reason, Done done) {
        Process process = administration.asking(slug, Eligibility.CODES);
        Act act = new Act(what, code, PlainText.clean(Idempotent.sent(reason).reason()));
        return idempotent.write(act, viewer.id(), () -> {
            done.of(process.id(), code, act.reason(), viewer.id());
            return Response.noContent().build();
        });
    }

    private PreviewJson preview(CodeList list) {
        return new PreviewJson(
                list.code(),
                list.given(),
                list.refused(),
                list.empty(),
                codeLists.refusals(list).stream()
                        .map(one -> new RefusalJson(one.row(), one.fault().name()))
                        .toList());
    }
}
