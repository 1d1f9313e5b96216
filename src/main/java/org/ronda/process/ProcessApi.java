package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
            Map<String, String> easyRead,
            String influence,
            List<String> languages,
            String zone,
            BodyJson decisionBody,
            Integer minAge,
            Eligibility eligibility,
            PublicNames publicNames,
            Instant ownNamesSince,
            Instant publishedAt,
            String shortNoticeReason,
            boolean archived,
            String archivedReason,
            Counts counts) {}

    /**
     * Who decides in a process, as it is called.
     *
     * @param kind of what kind it is, such as OFFICE
     * @param endedOn the first day that is no longer part of it, or null
     * @param followedBy the code of who decides since then, or null
     */
    record BodyJson(String kind, String code, Map<String, String> name, LocalDate endedOn, String followedBy) {
        static BodyJson of(DecisionBodies.Body body) {
            return body == null
                    ? null
                    : new BodyJson(
                            body.kind(),
                            body.code(),
                            texts(body.name()),
                            body.endedOn(),
                            body.followedBy() == null ? null : body.followedBy().code());
        }
    }

    /** Something to read first. */
    record ReadingJson(Map<String, String> title, boolean file, String address) {}

    /** What a post said before, from when on it says something else, and why. */
    record CorrectionJson(Map<String, String> title, Map<String, String> body, Instant correctedAt, String reason) {}

    /** A post. */
    record NewsJson(
            String code,
            Map<String, String> title,
            Map<String, String> body,
            Instant publishedAt,
            List<CorrectionJson> corrections) {}

    /** Terms that a phase had, has or will have, and what they did to those before them. */
    record TermsJson(
            PhaseTerms.Change change,
            Instant effectiveAt,
            Instant opensAt,
            Instant endsAt,
            boolean suspended,
            String reason) {}

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
            boolean organisationsSupport,
            Set<Owed> owed,
            Instant answersDueAt,
            int promisedShare,
            List<TermsJson> terms) {}

    /** A page of a list; {@code next} is null on the last. */
    record Page<T>(List<T> items, String next) {}

    @Inject
    Processes processes;

    @Inject
    Cards cards;

    @Inject
    DecisionBodies decisionBodies;

    /** @param archived {@code true} for those that left the lists */
    @GET
    @Operation(summary = "The public processes, or those that are archived")
    public Page<ProcessJson> list(@RestQuery Boolean archived, @RestQuery Integer limit, @RestQuery String cursor) {
        int most = limit == null ? 20 : limit;
        Cursor after = Cursor.parse(cursor, 2);
        Slice<Process> slice =
                Boolean.TRUE.equals(archived) ? processes.archived(after, most) : processes.current(after, most);
        Map<Long, DecisionBodies.Body> bodies = decisionBodies.of(slice.items());
        List<ProcessJson> items = cards.of(slice.items()).stream()
                .map(card -> json(card.process(), bodies.get(card.process().id()), card.counts()))
                .toList();
        return new Page<>(items, slice.next() == null ? null : slice.next().toString());
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A process")
    public ProcessJson show(@RestPath String slug) {
        Process process = processes.reach(slug);
        return json(
                process,
                decisionBodies.of(process).orElse(null),
                cards.of(List.of(process)).get(0).counts());
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

    @GET
    @Path("{slug}/reading")
    @Operation(summary = "What to read first")
    public Page<ReadingJson> reading(@RestPath String slug) {
        return new Page<>(
                ProcessReading.of(processes.reach(slug).id()).stream()
                        .map(reading -> new ReadingJson(texts(reading.title()), reading.isFile(), reading.address()))
                        .toList(),
                null);
    }

    @GET
    @Path("{slug}/news")
    @Operation(summary = "The posts of a process with their corrections, the newest first")
    public Page<NewsJson> news(@RestPath String slug, @RestQuery Integer limit, @RestQuery String cursor) {
        Slice<ProcessNews> slice =
                ProcessNews.page(processes.reach(slug).id(), Cursor.parse(cursor, 2), limit == null ? 20 : limit);
        Map<Long, List<NewsCorrection>> corrections = NewsCorrection.of(slice.items()).stream()
                .collect(Collectors.groupingBy(correction -> correction.newsId));
        return new Page<>(
                slice.items().stream()
                        .map(news -> json(news, corrections.getOrDefault(news.id, List.of())))
                        .toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    private static NewsJson json(ProcessNews news, List<NewsCorrection> corrections) {
        return new NewsJson(
                news.code(),
                texts(news.title()),
                texts(news.body()),
                news.publishedAt(),
                corrections.stream()
                        .map(before -> new CorrectionJson(
                                texts(before.title()), texts(before.body()), before.madeAt(), before.reason()))
                        .toList());
    }

    private static TermsJson json(PhaseTerms terms) {
        Contract contract = terms.contract();
        return new TermsJson(
                terms.change(),
                terms.effectiveAt(),
                contract.opensAt(),
                contract.endsAt(),
                contract.isSuspended(),
                terms.reason());
    }

    private static ProcessJson json(Process process, DecisionBodies.Body body, Counts counts) {
        return new ProcessJson(
                process.slug(),
                texts(process.title()),
                texts(process.summary()),
                texts(process.decided()),
                texts(process.notDecided()),
                texts(process.easyRead()),
                process.influence().name(),
                process.languages().stream().map(language -> language.tag()).toList(),
                process.zone().getId(),
                BodyJson.of(body),
                process.minAge(),
                process.eligibility(),
                process.publicNames(),
                process.ownNamesSince(),
                process.publishedAt(),
                process.shortNoticeReason(),
                process.isArchived(),
                process.archivedReason(),
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
                contract.hasOrganisations(),
                contract.answers().owed(),
                contract.answers().dueAt(),
                contract.answers().promisedShare(),
                stage.history().stream().map(ProcessApi::json).toList());
    }

    static Map<String, String> texts(Translated translated) {
        Map<String, String> texts = new TreeMap<>();
        translated.texts().forEach((language, text) -> texts.put(language, text.text()));
        return texts;
    }
}
