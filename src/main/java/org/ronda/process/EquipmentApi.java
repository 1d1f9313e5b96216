package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** What a process has beside its phases, for programs: topics, things to read first, news, people with a role. */
@Path("/api/v1/setup/{slug}/with")
class EquipmentApi {
    /** All of a kind; none of these lists grows beyond what is read at once. */
    record All<T>(List<T> items) {}

    /** A topic that can be chosen. */
    record TopicJson(String code, Map<String, String> title) {}

    /** A topic, in the languages of the interface. */
    record NewTopic(String titleEs, String titleEn, String titleFr, String reason) {
        TopicInput input() {
            return new TopicInput(titleEs, titleEn, titleFr, reason);
        }
    }

    /** Something to read first. */
    record ReadingJson(long id, Map<String, String> title, boolean file, String address) {}

    /** A link to read first. */
    record Link(String titleEs, String titleEn, String titleFr, String url, String reason) {
        ReadingInput input() {
            return new ReadingInput(titleEs, titleEn, titleFr, url, null, reason);
        }
    }

    /** A post, with what an edit of it sends as If-Match. */
    record NewsJson(
            String code, String etag, Map<String, String> title, Map<String, String> body, Instant publishedAt) {}

    /** Other words for a post, and why. */
    record Correction(
            String titleEs,
            String bodyEs,
            String titleEn,
            String bodyEn,
            String titleFr,
            String bodyFr,
            String reason) {
        NewsInput input(int seen) {
            return new NewsInput(titleEs, bodyEs, titleEn, bodyEn, titleFr, bodyFr, reason, seen);
        }
    }

    /** A post as it is sent: a title and a text in each language that is used. */
    record NewNews(String titleEs, String bodyEs, String titleEn, String bodyEn, String titleFr, String bodyFr) {
        NewsInput input() {
            return new NewsInput(titleEs, bodyEs, titleEn, bodyEn, titleFr, bodyFr, null, null);
        }
    }

    /** Whom to give which role. */
    record NewRole(String who, String role) {
        RoleInput input() {
            return new RoleInput(who, role);
        }
    }

    /** Somebody with a role. */
    record HolderJson(long id, String participant, String name, Role role, Instant since) {}

    /** Everybody who has one. */
    record Holders(List<HolderJson> items) {}

    /** What was made. */
    record Made(String code) {}

    /** What a request without a body does. */
    record Act(String what, @Size(max = 1_000) String reason) {}

    @Inject
    Administration administration;

    @Inject
    Equipping equipping;

    @Inject
    ProcessSetup setup;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @GET
    @Path("topics")
    @Operation(summary = "The topics that can be chosen in a process")
    public All<TopicJson> topics(@RestPath String slug) {
        return new All<>(Topic.of(administration.of(slug).id()).stream()
                .map(topic -> new TopicJson(topic.code(), ProcessApi.texts(topic.title())))
                .toList());
    }

    @POST
    @Path("topics")
    @Operation(summary = "Add a topic", description = "Once the process is public, `reason` is needed.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response addTopic(@RestPath String slug, NewTopic topic) {
        Process process = administration.of(slug);
        TopicInput input = Idempotent.sent(topic).input();
        return idempotent.write(
                input, viewer.id(), () -> made(slug, "topics", equipping.addTopic(process.id(), input, viewer.id())));
    }

    @DELETE
    @Path("topics/{code}")
    @Operation(summary = "Remove a topic while the process is not public")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response removeTopic(@RestPath String slug, @RestPath String code) {
        Process process = administration.of(slug);
        return idempotent.write(new Act("remove", null), viewer.id(), () -> {
            equipping.removeTopic(process.id(), code, viewer.id());
            return Response.noContent().build();
        });
    }

    @GET
    @Path("reading")
    @Operation(summary = "What to read first: links and files")
    public All<ReadingJson> reading(@RestPath String slug) {
        return new All<>(ProcessReading.of(administration.of(slug).id()).stream()
                .map(reading -> new ReadingJson(
                        reading.id(), ProcessApi.texts(reading.title()), reading.isFile(), reading.address()))
                .toList());
    }

    @POST
    @Path("reading")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add a link to read first", description = "Once the process is public, `reason` is needed.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response addReading(@RestPath String slug, Link link) {
        Process process = administration.of(slug);
        ReadingInput input = Idempotent.sent(link).input();
        return idempotent.write(
                input,
                viewer.id(),
                () -> made(slug, "reading", String.valueOf(equipping.addReading(process.id(), input, viewer.id()))));
    }

    @POST
    @Path("reading/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Add a file to read first",
            description =
                    "A PDF, PNG or JPEG of up to 5 MB in the field `file`. Once the process is public, `reason` is"
                            + " needed.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response addFile(@RestPath String slug, @BeanParam ReadingInput input) {
        Process process = administration.of(slug);
        if (!input.hasFile()) {
            throw Refused.invalid(
                    "file",
                    language -> Wording.of(SetupMessages.class, language).linkOrFile());
        }
        return idempotent.write(
                input,
                viewer.id(),
                () -> made(slug, "reading", String.valueOf(equipping.addReading(process.id(), input, viewer.id()))));
    }

    @DELETE
    @Path("reading/{id}")
    @Operation(
            summary = "Remove something to read first",
            description = "Once the process is public, the query parameter `reason` is needed.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response removeReading(@RestPath String slug, @RestPath String id, @RestQuery String reason) {
        Process process = administration.of(slug);
        return idempotent.write(new Act("remove", reason), viewer.id(), () -> {
            equipping.removeReading(process.id(), number(id), reason, viewer.id());
            return Response.noContent().build();
        });
    }

    @GET
    @Path("news")
    @Operation(summary = "The thirty latest posts of a process")
    public All<NewsJson> news(@RestPath String slug) {
        return new All<>(ProcessNews.latest(administration.of(slug).id(), 30).stream()
                .map(EquipmentApi::json)
                .toList());
    }

    @POST
    @Path("news")
    @Operation(
            summary = "Post news",
            description =
                    "Public at once. A title and a text in each language that is used. A process that is not public"
                            + " has no news (409).")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response announce(@RestPath String slug, NewNews post) {
        Process process = administration.of(slug);
        NewsInput input = Idempotent.sent(post).input();
        return idempotent.write(
                input, viewer.id(), () -> made(slug, "news", equipping.announce(process.id(), input, viewer.id())));
    }

    @PUT
    @Path("news/{code}")
    @Operation(
            summary = "Correct a post",
            description = "All of its words at once, with a `reason`. What it said before stays public.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewsJson.class)))
    public Response correct(
            @RestPath String slug,
            @RestPath String code,
            Correction correction,
            @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Process process = administration.of(slug);
        NewsInput input = Idempotent.sent(correction).input(SeenTag.news(seen));
        return idempotent.write(input, viewer.id(), () -> {
            equipping.correct(process.id(), code, input, viewer.id());
            ProcessNews news = ProcessNews.byCode(process.id(), code).orElseThrow();
            return Response.ok(json(news)).tag(SeenTag.of(news)).build();
        });
    }

    private static NewsJson json(ProcessNews news) {
        return new NewsJson(
                news.code(),
                '"' + SeenTag.of(news).getValue() + '"',
                ProcessApi.texts(news.title()),
                ProcessApi.texts(news.body()),
                news.publishedAt());
    }

    @GET
    @Path("roles")
    @Operation(summary = "Who has which role in a process now")
    public Holders roles(@RestPath String slug) {
        return holders(administration.of(slug));
    }

    @POST
    @Path("roles")
    @Operation(
            summary = "Give somebody a role",
            description = "`who` is a participant's code or public name; whoever has the role keeps it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Holders.class)))
    public Response appoint(@RestPath String slug, NewRole given) {
        Process process = administration.of(slug);
        RoleInput input = Idempotent.sent(given).input();
        return idempotent.write(input, viewer.id(), () -> {
            equipping.appoint(process.id(), input, viewer.id());
            return Response.ok(holders(process)).build();
        });
    }

    @DELETE
    @Path("roles/{id}")
    @Operation(summary = "End a role", description = "A process is never left without an administrator (409).")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response dismiss(@RestPath String slug, @RestPath String id) {
        Process process = administration.of(slug);
        return idempotent.write(new Act("dismiss", null), viewer.id(), () -> {
            setup.dismiss(process.id(), number(id), viewer.id());
            return Response.noContent().build();
        });
    }

    private Holders holders(Process process) {
        List<ProcessRole> held = ProcessRole.ofProcess(process.id(), now.instant());
        Map<Long, Participant> people = Participant.<Participant>list(
                        "id in ?1",
                        held.stream().map(ProcessRole::participantId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, person -> person));
        return new Holders(held.stream()
                .map(role -> new HolderJson(
                        role.id(),
                        people.get(role.participantId()).code(),
                        people.get(role.participantId()).name(),
                        role.role(),
                        role.validFrom()))
                .toList());
    }

    private static Response made(String slug, String where, String code) {
        return Response.created(URI.create("/api/v1/setup/" + slug + "/with/" + where))
                .entity(new Made(code))
                .build();
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(id);
    }
}
