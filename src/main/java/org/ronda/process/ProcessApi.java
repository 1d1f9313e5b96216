package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Counts;

/** Processes and their phases for programs. */
@Path("/api/v1/processes")
class ProcessApi {
    /** A process, with its texts by language. */
    record ProcessJson(
            String slug,
            Map<String, String> title,
            Map<String, String> summary,
            Map<String, String> decided,
            Map<String, String> notDecided,
            String influence,
            List<String> languages,
            String zone,
            Instant publishedAt,
            boolean archived,
            Counts counts) {}

    /** A phase and the terms that are in force. */
    record PhaseJson(
            String code,
            String kind,
            Map<String, String> title,
            Map<String, String> ask,
            String state,
            Instant opensAt,
            Instant endsAt,
            Instant lateUntil,
            Set<Action> actions,
            Integer supportsPerVoter,
            Integer proposalsPerVoter,
            int maxLength,
            Moderation moderation,
            boolean hiddenTally,
            Set<Owed> owed,
            Instant answersDueAt,
            int promisedShare) {}

    /** A page of a list; {@code next} is null on the last. */
    record Page<T>(List<T> items, String next) {}

    @Inject
    Processes processes;

    @Inject
    Cards cards;

    /** @param archived {@code true} for those that left the lists */
    @GET
    @Operation(summary = "The public processes, or those that are archived")
    public Page<ProcessJson> list(@RestQuery Boolean archived, @RestQuery Integer limit, @RestQuery String cursor) {
        int most = limit == null ? 20 : limit;
        Cursor after = Cursor.parse(cursor, 2);
        Slice<Process> slice =
                Boolean.TRUE.equals(archived) ? processes.archived(after, most) : processes.current(after, most);
        List<ProcessJson> items = cards.of(slice.items()).stream()
                .map(card -> json(card.process(), card.counts()))
                .toList();
        return new Page<>(items, slice.next() == null ? null : slice.next().toString());
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A process")
    public ProcessJson show(@RestPath String slug) {
        Process process = processes.reach(slug);
        return json(process, cards.of(List.of(process)).get(0).counts());
    }

    @GET
    @Path("{slug}/phases")
    @Operation(summary = "The phases of a process with the contracts in force")
    public Page<PhaseJson> phases(@RestPath String slug) {
        return new Page<>(
                processes.timeline(processes.reach(slug)).stages().stream()
                        .map(ProcessApi::json)
                        .toList(),
                null);
    }

    private static ProcessJson json(Process process, Counts counts) {
        return new ProcessJson(
                process.slug(),
                texts(process.title()),
                texts(process.summary()),
                texts(process.decided()),
                texts(process.notDecided()),
                process.influence().name(),
                process.languages().stream().map(language -> language.tag()).toList(),
                process.zone().getId(),
                process.publishedAt(),
                process.isArchived(),
                counts);
    }

    private static PhaseJson json(Stage stage) {
        Contract contract = stage.contract();
        return new PhaseJson(
                stage.phase().code(),
                stage.phase().kind().name(),
                texts(stage.phase().title()),
                texts(stage.phase().ask()),
                stage.state().name(),
                contract.opensAt(),
                contract.endsAt(),
                contract.lateUntil(),
                contract.actions(),
                contract.limits().supportsPerVoter(),
                contract.limits().proposalsPerVoter(),
                contract.limits().maxLength(),
                contract.moderation(),
                contract.hasHiddenTally(),
                contract.answers().owed(),
                contract.answers().dueAt(),
                contract.answers().promisedShare());
    }

    static Map<String, String> texts(Translated translated) {
        Map<String, String> texts = new TreeMap<>();
        translated.texts().forEach((language, text) -> texts.put(language, text.text()));
        return texts;
    }
}
