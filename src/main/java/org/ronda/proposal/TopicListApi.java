package org.ronda.proposal;

import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Role;
import org.ronda.process.Standing;
import org.ronda.process.Topic;

/** The topics that came of a topics phase, for programs. */
@Path("/api/v1/processes/{slug}/phases/{code}/topics")
class TopicListApi {
    /** A topic; its entries are read from the list of proposals with the filter {@code topic}. */
    record TopicJson(
            String code, Map<String, String> title, boolean published, int entries, int withdrawnOrHidden, int named) {}

    /** When topics were published, and how they were arrived at. */
    record ListJson(Instant publishedAt, Map<String, String> note) {}

    /** All that is public of it. */
    record Topics(List<ListJson> published, List<TopicJson> items, int entriesInNone) {}

    /** Entries for a topic: one that is there, by its code, or a new one with a title by language. */
    record Gathering(
            String topic,
            Map<String, @Size(max = 140) String> title,
            @NotNull @Size(min = 1, max = 500) List<String> entries) {}

    /** The topic that entries were put into. */
    record Gathered(String code) {}

    /** How the list was arrived at, by language. */
    record Note(@NotNull Map<String, @Size(max = 3_000) String> note) {}

    @Inject
    Processes processes;

    @Inject
    TopicLists topicLists;

    @Inject
    TopicReading reading;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    @Inject
    Idempotent idempotent;

    @GET
    @Operation(summary = "The published topics of a topics phase")
    public Topics list(@RestPath String slug, @RestPath String code) {
        Phase phase = phase(processes.reach(slug), code);
        return new Topics(
                TopicList.of(phase.id()).stream()
                        .map(list -> new ListJson(list.publishedAt(), texts(list.note())))
                        .toList(),
                reading.published(phase).stream().map(TopicListApi::json).toList(),
                reading.inNone(phase));
    }

    /** What is prepared, public or not. */
    @GET
    @Path("preparation")
    @Operation(summary = "The topics that are prepared, with what they come from")
    public List<TopicJson> prepared(@RestPath String slug, @RestPath String code) {
        viewer.writing();
        return reading.prepared(moderated(slug, code)).stream()
                .map(TopicListApi::json)
                .toList();
    }

    /** Puts entries into a topic that is being prepared. */
    @POST
    @Path("preparation")
    @Operation(summary = "Prepare a topic from the entries that it names")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Gathered.class)))
    public Response gather(@RestPath String slug, @RestPath String code, Gathering sent) {
        Participant by = viewer.writing();
        Phase phase = moderated(slug, code);
        return idempotent.write(sent, by.id(), () -> {
            String topic = topicLists.gather(
                    phase.id(),
                    sent.topic() == null ? "" : sent.topic(),
                    translated(sent.title(), PlainText::line),
                    sent.entries().stream().distinct().toList(),
                    by.id());
            return Response.ok(new Gathered(topic)).build();
        });
    }

    @POST
    @Path("publication")
    @Operation(summary = "Publish the list of topics")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Topics.class)))
    public Response publish(@RestPath String slug, @RestPath String code, Note sent) {
        Participant by = viewer.writing();
        Phase phase = moderated(slug, code);
        return idempotent.write(sent, by.id(), () -> {
            topicLists.publish(phase.id(), translated(sent.note(), PlainText::clean), by.id());
            return Response.ok(list(slug, code)).build();
        });
    }

    private Phase moderated(String slug, String code) {
        Process process = processes.reach(slug);
        if (!standing.is(process.id(), Role.MODERATOR)) {
            throw new NotFoundException();
        }
        return phase(process, code);
    }

    private Phase phase(Process process, String code) {
        return processes
                .timeline(process)
                .of(code)
                .map(stage -> stage.phase())
                .filter(Phase::isTopics)
                .orElseThrow(NotFoundException::new);
    }

    private static TopicJson json(TopicReading.Drawn drawn) {
        Topic topic = drawn.topic();
        return new TopicJson(
                topic.code(), texts(topic.title()), topic.isPublished(), drawn.entries(), drawn.gone(), drawn.named());
    }

    private static Map<String, String> texts(Translated translated) {
        Map<String, String> texts = new TreeMap<>();
        translated.texts().forEach((language, text) -> texts.put(language, text.text()));
        return texts;
    }

    /** The texts of a map by language; a tag that the interface does not speak is a bad request. */
    private static Translated translated(Map<String, String> texts, UnaryOperator<String> clean) {
        Translated translated = Translated.EMPTY;
        if (texts != null) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                translated = translated.with(
                        Language.of(text.getKey()).orElseThrow(BadRequestException::new), clean.apply(text.getValue()));
            }
        }
        return translated;
    }
}
