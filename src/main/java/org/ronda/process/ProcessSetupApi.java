package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** A process as its administrators set it up, for programs: the same use-cases as the pages below {@code /setup}. */
@Path("/api/v1/setup/{slug}")
class ProcessSetupApi {
    /** What a process says of itself in one language. */
    record Texts(String title, String summary, String decided, String notDecided, String easyRead, String reason) {
        static Texts of(TextsInput input) {
            return new Texts(
                    input.title(), input.summary(), input.decided(), input.notDecided(), input.easyRead(), null);
        }

        TextsInput input(long seen) {
            return new TextsInput(title, summary, decided, notDecided, easyRead, reason, seen);
        }
    }

    /**
     * How it is decided, in which languages, by which clock, from which age on, what whoever counts shows first, and
     * which public names it takes;
     * {@code body} is the code of an office in force or of a dialogue board. An eligibility that is not named stays, and so do
     * the public names.
     */
    record Frame(
            List<String> languages,
            String body,
            String influence,
            String zone,
            Integer minAge,
            String eligibility,
            String publicNames,
            String reason) {
        static Frame of(FrameInput input) {
            Integer age = input.minAge().isEmpty() ? null : Integer.valueOf(input.minAge());
            return new Frame(
                    input.languages(),
                    input.body(),
                    input.influence(),
                    input.zone(),
                    age,
                    input.eligibility(),
                    input.publicNames(),
                    null);
        }

        FrameInput input(long seen) {
            String age = minAge == null ? "" : minAge.toString();
            return new FrameInput(languages, body, influence, zone, age, eligibility, publicNames, reason, seen);
        }
    }

    /** Why; may be without where notice is long enough. */
    record Reason(String reason) {}

    /** A thing that publishing asks for; {@code at} is where it is put right, below the address of the setting up. */
    record Item(Checklist.Kind kind, boolean done, String subject, String at) {}

    /** A process with everything that its administrators see, drafts too. */
    record SetupJson(
            String slug,
            String etag,
            Map<String, Texts> texts,
            Frame frame,
            Instant createdAt,
            Instant publishedAt,
            String shortNoticeReason,
            Instant archivedAt,
            String archivedReason,
            boolean ready,
            boolean reasonNeeded,
            List<Item> checklist) {}

    /** A page of the log; {@code next} is null on the last. */
    record Log(List<Change> items, String next) {}

    @Inject
    Administration administration;

    @Inject
    ProcessSetup setup;

    @Inject
    Processes processes;

    @Inject
    Changes changes;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    @Operation(
            summary = "A process as its administrators see it, with the checklist before publishing",
            description = "Drafts too. The ETag is what an edit of texts or frame sends as If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SetupJson.class)))
    public Response show(@RestPath String slug) {
        Process process = administration.of(slug);
        return Response.ok(json(process)).tag(SeenTag.of(process)).build();
    }

    @PUT
    @Path("texts/{language}")
    @Operation(
            summary = "What the process says of itself, in one language",
            description = "All texts of that language at once. Once the process is public, `reason` is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SetupJson.class)))
    public Response write(
            @RestPath String slug,
            @RestPath String language,
            Texts texts,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Process process = administration.of(slug);
        Language of = Language.of(language)
                .filter(found -> found.tag().equals(language))
                .orElseThrow(NotFoundException::new);
        TextsInput input = Idempotent.sent(texts).input(SeenTag.process(seen));
        return idempotent.write(input, viewer.id(), () -> {
            Process.Description words =
                    input.in(of, Process.<Process>findById(process.id()).description());
            setup.describe(process.id(), input.version(), words, input.reason(), viewer.id());
            return changed(process);
        });
    }

    @PUT
    @Path("frame")
    @Operation(
            summary = "Languages, deciding body, promised influence, time zone, minimum age and who counts",
            description = "All of it at once. Once the process is public, `reason` is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SetupJson.class)))
    public Response frame(@RestPath String slug, Frame frame, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Process process = administration.of(slug);
        FrameInput input = Idempotent.sent(frame).input(SeenTag.process(seen));
        return idempotent.write(input, viewer.id(), () -> {
            Process.Description words =
                    input.in(Process.<Process>findById(process.id()).description());
            setup.describe(process.id(), input.version(), words, input.reason(), viewer.id());
            return changed(process);
        });
    }

    @POST
    @Path("publication")
    @Operation(
            summary = "Make a process public",
            description = "Everything on the checklist is done (409). Less than fourteen days before the first opening"
                    + " `reason` is needed, and shown.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SetupJson.class)))
    public Response publish(@RestPath String slug, Reason why) {
        Process process = administration.of(slug);
        ReasonInput input = new ReasonInput(Idempotent.sent(why).reason());
        return idempotent.write(input, viewer.id(), () -> {
            setup.publish(process.id(), input.reason(), viewer.id());
            return changed(process);
        });
    }

    @POST
    @Path("archive")
    @Operation(
            summary = "Take an ended process out of the lists",
            description = "Its address, its pages and its data stay; nothing is changed any more. `reason` is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SetupJson.class)))
    public Response archive(@RestPath String slug, Reason why) {
        Process process = administration.of(slug);
        ReasonInput input = new ReasonInput(Idempotent.sent(why).reason());
        return idempotent.write(input, viewer.id(), () -> {
            setup.archive(process.id(), input.reason(), viewer.id());
            return changed(process);
        });
    }

    @GET
    @Path("log")
    @Operation(summary = "Everything that was changed, with who and why, the newest first, thirty on a page")
    public Log log(@RestPath String slug, @RestQuery String cursor) {
        Slice<Change> slice = changes.of(administration.of(slug), Cursor.parse(cursor, 1), page.language());
        return new Log(slice.items(), slice.next() == null ? null : slice.next().toString());
    }

    /** The process as it is after the act, with the tag that the next edit names. */
    private Response changed(Process process) {
        Process present = Process.findById(process.id());
        Process.flush();
        return Response.ok(json(present)).tag(SeenTag.of(present)).build();
    }

    private SetupJson json(Process process) {
        Checklist checklist = new Checklist(processes.timeline(process), now.instant());
        Map<String, Texts> texts = new TreeMap<>();
        for (Language language : process.languages()) {
            texts.put(language.tag(), Texts.of(TextsInput.of(process, language)));
        }
        return new SetupJson(
                process.slug(),
                '"' + SeenTag.of(process).getValue() + '"',
                texts,
                Frame.of(FrameInput.of(process)),
                process.createdAt(),
                process.publishedAt(),
                process.shortNoticeReason(),
                process.archivedAt(),
                process.archivedReason(),
                checklist.isReady(),
                checklist.isShortNotice(),
                checklist.items().stream()
                        .map(item -> new Item(item.kind(), item.isDone(), item.subject(), item.address()))
                        .toList());
    }
}
