package org.ronda.moderation;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;

/** The moderators' desk for programs: what waits, and everything about one thing that waits. */
@Path("/api/v1/desk")
class DeskApi {
    private static final int USUAL = 20;

    /** How much waits on the desk of a process, by queue. */
    record DeskJson(String process, Map<String, Integer> waiting) {}

    /** All desks that the reader has; nobody moderates so many processes that a page would not hold them. */
    record Desks(List<DeskJson> items, String next) {}

    /**
     * A line of a queue.
     *
     * @param code of the decision in the queues of decisions, else of the contribution
     * @param headline null where it was withdrawn
     * @param reports how many people reported it and wait for a decision
     */
    record RowJson(String code, String contribution, String headline, String author, Instant at, int reports) {}

    /** A page of a queue; {@code next} is null on the last. */
    record Page(String queue, List<RowJson> items, String next) {}

    record ReportJson(String rule, String reason, Instant at) {}

    record FileJson(String address, String mediaType, String caption) {}

    /**
     * A contribution on the desk. Its author and words are null where it was withdrawn.
     *
     * @param version what a decision about it names
     * @param words its fields as they were typed, in Markdown
     * @param acts what may be decided now; empty for who wrote it
     * @param decision the code of the decision that was asked for, or null
     * @param authorBlockedUntil until when its author may not write, or null
     */
    record CaseJson(
            String contribution,
            String state,
            long version,
            String language,
            String author,
            Instant saidAt,
            Map<String, String> words,
            List<FileJson> files,
            List<ReportJson> reports,
            List<String> decisions,
            String decision,
            List<String> acts,
            Instant authorBlockedUntil) {}

    @Inject
    Desk desk;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "The desks that the reader has, one for each process, with how much waits")
    public Desks desks() {
        viewer.writing();
        List<Process> processes = desk.processes();
        if (processes.isEmpty()) {
            throw new NotFoundException();
        }
        Map<Long, Map<Queue, Integer>> counts =
                desk.counts(processes.stream().map(Process::id).toList());
        return new Desks(
                processes.stream()
                        .map(process -> new DeskJson(process.slug(), byKey(counts.get(process.id()))))
                        .toList(),
                null);
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "A queue of a desk: reports, held, looks, hidden, blocks or decided")
    public Page queue(
            @RestPath String slug, @RestQuery String queue, @RestQuery String cursor, @RestQuery Integer limit) {
        viewer.writing();
        Process process = desk.reach(slug);
        Queue asked = queue == null ? Queue.REPORTS : Queue.of(queue).orElseThrow(BadRequestException::new);
        Slice<DeskView.Row> rows = desk.queue(process, asked, Cursor.parse(cursor, 2), limit == null ? USUAL : limit);
        return new Page(
                asked.key(),
                rows.items().stream().map(DeskApi::json).toList(),
                rows.next() == null ? null : rows.next().toString());
    }

    @GET
    @Path("{slug}/{code}")
    @Operation(summary = "A contribution on the desk, by its own code or that of a decision about it")
    public CaseJson open(@RestPath String slug, @RestPath String code) {
        Participant moderator = viewer.writing();
        return json(desk.open(desk.reach(slug), Code.normalise(code), moderator));
    }

    private static Map<String, Integer> byKey(Map<Queue, Integer> counts) {
        Map<String, Integer> byKey = new LinkedHashMap<>();
        counts.forEach((queue, waiting) -> byKey.put(queue.key(), waiting));
        return byKey;
    }

    private static RowJson json(DeskView.Row row) {
        Contribution contribution = row.contribution();
        return new RowJson(
                row.code(),
                contribution.code(),
                contribution.isWithdrawn() ? null : contribution.headline(),
                row.author(),
                row.at(),
                row.reports());
    }

    /** The fields that somebody typed; the files have a member of their own. */
    private static Map<String, String> words(Contribution contribution) {
        Map<String, String> words = new LinkedHashMap<>(contribution.words());
        words.remove("files");
        return words;
    }

    private static CaseJson json(DeskView.Case open) {
        Contribution contribution = open.contribution();
        boolean isReadable = open.isReadable();
        return new CaseJson(
                contribution.code(),
                contribution.state().name(),
                contribution.version(),
                contribution.language(),
                isReadable ? open.author() : null,
                contribution.saidAt(),
                isReadable ? words(contribution) : null,
                open.files().stream()
                        .map(file ->
                                new FileJson(file.file().address(), file.file().mediaType(), file.caption()))
                        .toList(),
                open.reports().stream()
                        .map(report -> new ReportJson(report.rule().key(), report.reason(), report.reportedAt()))
                        .toList(),
                open.decisions().stream().map(Decision::code).toList(),
                open.decision() == null ? null : open.decision().code(),
                open.isOwn()
                        ? List.of()
                        : open.acts().stream().map(Decision.Kind::key).toList(),
                open.blockedUntil());
    }
}
