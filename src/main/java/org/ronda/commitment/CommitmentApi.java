package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Office;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;

/** Draft commitments for programs: what is or was public. */
@Path("/api/v1/commitments/{code}")
class CommitmentApi {
    /**
     * A version that is or was public.
     *
     * @param summary what changed with it, in the language of record
     */
    record VersionJson(int n, String state, Instant publishedAt, String summary) {
        static VersionJson of(CommitmentVersion version) {
            return new VersionJson(version.n(), version.state().name(), version.publishedAt(), version.summary());
        }
    }

    /**
     * A clause.
     *
     * @param key names it in every version of its draft
     * @param heading its own, or null for that of its kind
     * @param easyRead the same in easy words, or null
     * @param sha256 of the heading, a line feed and the words in UTF-8, as the ledger has it
     * @param comments how many there are about it, whatever the version
     */
    record ClauseJson(
            String key, String kind, String heading, String words, String easyRead, String sha256, int comments) {}

    /** A proposal, topic entry or group that the draft began with; {@code title} is the code once it was withdrawn or hidden. */
    record OriginJson(String code, String title) {}

    /** A version with its clauses, in their order. {@code office} is the code of the one that answers for it, or null. */
    record EditionJson(
            String code,
            String process,
            String language,
            String title,
            VersionJson version,
            String office,
            LocalDate startsOn,
            LocalDate endsOn,
            Set<OgpValue> values,
            List<OriginJson> origins,
            List<ClauseJson> clauses,
            List<VersionJson> versions) {}

    @Inject
    CommitmentReading reading;

    @Inject
    Beginnings beginnings;

    @Inject
    Counters counters;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "A draft commitment in its present version")
    public EditionJson show(@RestPath String code) {
        Draft draft = reading.reach(code);
        return json(draft, draft.present());
    }

    @GET
    @Path("versions/{n}")
    @Operation(summary = "A version of a draft commitment that is or was public")
    public EditionJson version(@RestPath String code, @RestPath int n) {
        Draft draft = reading.reach(code);
        return json(draft, Edition.of(draft.commitment(), draft.version(n).orElseThrow(NotFoundException::new)));
    }

    private EditionJson json(Draft draft, Edition edition) {
        CommitmentVersion.Facts facts = edition.version().facts();
        Map<Scope, Counts> counts = counters.of(
                edition.lines().stream().map(line -> line.clause().scope()).toList(), viewer.idOrNull());
        return new EditionJson(
                draft.commitment().code(),
                draft.process().slug(),
                draft.commitment().language(),
                edition.title(),
                VersionJson.of(edition.version()),
                facts.leadOfficeId() == null
                        ? null
                        : Office.<Office>findById(facts.leadOfficeId()).code(),
                facts.startsOn(),
                facts.endsOn(),
                facts.values(),
                beginnings.of(draft.commitment()).stream()
                        .map(one -> new OriginJson(one.code(), one.title()))
                        .toList(),
                edition.lines().stream()
                        .map(line -> json(line, counts.get(line.clause().scope())))
                        .toList(),
                draft.versions().stream().map(VersionJson::of).toList());
    }

    private static ClauseJson json(Edition.Line line, Counts counts) {
        return new ClauseJson(
                line.clause().key(),
                line.clause().kind().name(),
                line.text().heading().isEmpty() ? null : line.text().heading(),
                line.text().words(),
                line.text().easyRead().isEmpty() ? null : line.text().easyRead(),
                line.hash(),
                counts.comments());
    }
}
