package org.ronda.commitment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Differences.Piece;

/** Where the words of clauses came from, for programs. */
@Path("/api/v1/commitments/{code}/versions/{n}/provenance")
class ProvenanceApi {
    /** A part of a text: {@code same}, {@code added} or {@code gone}. */
    record PieceJson(String kind, String text) {
        static List<PieceJson> of(List<Piece> pieces) {
            return pieces.stream()
                    .map(piece -> new PieceJson(piece.kind().name().toLowerCase(Locale.ROOT), piece.text()))
                    .toList();
        }
    }

    /** A contribution that words came from. {@code relation} is QUOTED, ADAPTED or INSPIRED. */
    record SourceJson(String contribution, String kind, String relation) {}

    /**
     * What a version made of a clause. Without the pieces that are gone, the others are its words; without those that were
     * added, what it or the clauses in {@code from} said before.
     *
     * @param fate new, changed, same (only moved) or removed
     * @param after the key of the clause that it stands behind; null for the first, and for what is removed
     */
    record StepJson(
            String clause,
            String kind,
            String heading,
            String fate,
            String after,
            boolean moved,
            List<String> from,
            List<PieceJson> pieces,
            List<SourceJson> sources) {}

    /** From the version before to this one; clauses that are as they were are not there. */
    record ProvenanceJson(String code, int version, List<StepJson> clauses) {}

    @Inject
    CommitmentReading reading;

    @Inject
    Provenance provenance;

    @GET
    @Operation(summary = "What a version changed, and the contributions that its words came from")
    public ProvenanceJson provenance(@RestPath String code, @RestPath int n) {
        Draft draft = reading.reach(code);
        CommitmentVersion version = draft.version(n).orElseThrow(NotFoundException::new);
        List<String> order = Edition.of(draft.commitment(), version).lines().stream()
                .map(line -> line.clause().key())
                .toList();
        return new ProvenanceJson(
                draft.commitment().code(),
                n,
                provenance.of(draft, version).stream()
                        .map(step -> json(step, order))
                        .toList());
    }

    static StepJson json(Provenance.Step step, List<String> order) {
        int place = order.indexOf(step.line().clause().key());
        return new StepJson(
                step.line().clause().key(),
                step.line().clause().kind().name(),
                step.line().text().heading().isEmpty()
                        ? null
                        : step.line().text().heading(),
                step.fate().name().toLowerCase(Locale.ROOT),
                place < 1 ? null : order.get(place - 1),
                step.isMoved(),
                step.from(),
                PieceJson.of(step.pieces()),
                step.sources().stream()
                        .map(source -> new SourceJson(
                                source.contribution().code(),
                                source.contribution().kind().name(),
                                source.effect().relation().name()))
                        .toList());
    }
}
