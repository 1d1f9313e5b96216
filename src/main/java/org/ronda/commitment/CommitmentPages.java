package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Office;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Page;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;
import org.ronda.process.Processes;
import org.ronda.process.Timeline;

/** A draft commitment: reading it and what is said about it, its earlier versions, and what changed between two. */
@Path("/commitments/{code}")
class CommitmentPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance show(DraftView view);

        static native TemplateInstance version(Draft draft, Edition edition, Office lead);

        static native TemplateInstance changes(Draft draft, Changes changes, boolean isAside);

        static native TemplateInstance history(Draft draft);
    }

    @Inject
    CommitmentReading reading;

    /** As many amendments as stand beside a text. */
    private static final int BESIDE = 5;

    @Inject
    AmendmentReading amendments;

    @Inject
    Effects effects;

    @Inject
    ClauseTalk talk;

    @Inject
    Anchors anchors;

    @Inject
    Processes processes;

    @Inject
    Rounds rounds;

    @Inject
    TextMarks textMarks;

    @Inject
    Counters counters;

    @Inject
    Team team;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    /**
     * @param clause whose thread stands beside the text; none at first
     * @param marks which comments are marked in the text, kept in a cookie; none at first
     */
    @GET
    @Compressed
    public Response show(
            @RestPath String code,
            @RestQuery String clause,
            @RestQuery String quote,
            @RestQuery String at,
            @RestQuery String marks) {
        Optional<Draft> reached = reading.reached(code);
        if (reached.isEmpty()) {
            return Response.seeOther(URI.create(reading.own(code).address() + "/work"))
                    .build();
        }
        Draft draft = reached.get();
        Timeline timeline = processes.timeline(draft.process());
        Rounds.Turn turn = rounds.turn(timeline, draft.commitment(), draft.versions());
        Map<Scope, Counts> counts = counters.of(
                draft.present().lines().stream()
                        .map(line -> line.clause().scope())
                        .toList(),
                viewer.idOrNull());
        Edition.Line chosen = clause == null ? null : reading.everSaid(draft, clause);
        titled(draft, null);
        page.shared(Excerpt.of(
                draft.present().body().isEmpty()
                        ? draft.present().title()
                        : draft.present().body().get(0).text().words(),
                160));
        Office lead = lead(draft.present().version());
        Response.ResponseBuilder answer = Response.ok(Templates.show(new DraftView(
                draft,
                lead,
                turn,
                next(draft, lead, timeline.now()),
                textMarks.of(draft, marks),
                counts,
                chosen,
                chosen == null ? null : talk.subject(draft, chosen, turn.stage()),
                quote == null ? "" : quote,
                at == null ? String.valueOf(draft.present().version().n()) : at,
                anchors.loose(draft),
                amendments.counts(draft.commitment()),
                chosen == null
                        ? new Slice<>(List.of(), null)
                        : amendments.of(draft, timeline, chosen.clause(), null, BESIDE),
                effects.in(draft.present()),
                team.has(draft.process().id()))));
        textMarks.kept(marks).ifPresent(answer::cookie);
        return answer.build();
    }

    private NextVersion next(Draft draft, Office lead, Instant now) {
        return CommitmentVersion.working(draft.commitment().id())
                .map(working -> NextVersion.of(
                        working, lead, LocalDate.ofInstant(now, draft.process().zone()), page.language()))
                .orElse(null);
    }

    @GET
    @Path("versions/{n}")
    public TemplateInstance version(@RestPath String code, @RestPath int n) {
        Draft draft = reading.reach(code);
        CommitmentVersion version = draft.version(n).orElseThrow(NotFoundException::new);
        titled(draft, words().versionN(n));
        return Templates.version(draft, Edition.of(draft.commitment(), version), lead(version));
    }

    /** What changed between two versions, as one text with marks or side by side. */
    @GET
    @Path("changes")
    public TemplateInstance changes(
            @RestPath String code, @RestQuery Integer from, @RestQuery Integer to, @RestQuery boolean aside) {
        Draft draft = reading.reach(code);
        int last = to == null ? draft.present().version().n() : to;
        CommitmentVersion fresh = draft.version(last).orElseThrow(NotFoundException::new);
        CommitmentVersion old = draft.version(from == null ? last - 1 : from)
                .filter(version -> version.n() < fresh.n())
                .orElseThrow(NotFoundException::new);
        titled(draft, words().whatChanged());
        return Templates.changes(
                draft,
                Changes.between(Edition.of(draft.commitment(), old), Edition.of(draft.commitment(), fresh)),
                aside);
    }

    @GET
    @Path("history")
    public TemplateInstance history(@RestPath String code) {
        Draft draft = reading.reach(code);
        titled(draft, words().history());
        return Templates.history(draft);
    }

    private static Office lead(CommitmentVersion version) {
        return version.facts().leadOfficeId() == null
                ? null
                : Office.findById(version.facts().leadOfficeId());
    }

    private void titled(Draft draft, String part) {
        page.titled(part == null ? draft.present().title() : part)
                .in("processes")
                .crumb(
                        draft.process().title().in(page.language()).text(),
                        draft.process().address())
                .crumb(words().drafts(), draft.process().address() + "/commitments");
        if (part == null) {
            page.crumb(draft.commitment().code());
        } else {
            page.crumb(draft.present().title(), draft.commitment().address()).crumb(part);
        }
    }

    private CommitmentMessages words() {
        return Drafting.words(page.language());
    }
}
