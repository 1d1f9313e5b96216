package org.ronda.commitment;

import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Refused;

/**
 * A newer version of the draft became public while somebody wrote a change, and says something else there. Nothing is
 * sent; carries what changed and the change against the new words.
 */
class Overtaken extends Refused {
    private final transient AmendmentInput again;
    private final transient List<Piece> changes;

    private Overtaken(AmendmentInput again, List<Piece> changes, int n) {
        super(Status.CONFLICT, null, language -> Drafting.words(language).amendmentOvertaken(n));
        this.again = again;
        this.changes = changes;
    }

    /** The clause as the present version has it, if it says what the author of the change read. */
    static Edition.Line refuseOrFind(Commitment commitment, Edition present, AmendmentInput input) {
        CommitmentVersion read = CommitmentVersion.everPublic(commitment.id()).stream()
                .filter(version -> version.n() == input.version())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        Edition.Line then = Edition.of(commitment, read).line(input.clause()).orElseThrow(NotFoundException::new);
        Edition.Line line =
                present.line(input.clause()).orElseThrow(() -> Drafting.conflict(CommitmentMessages::clauseGone));
        String base = then.text().words();
        String fresh = line.text().words();
        if (fresh.equals(base) || input.op() == Amendment.Op.INSERT_AFTER) {
            return line;
        }
        String both = input.op() == Amendment.Op.REPLACE
                ? ThreeWay.merge(base, fresh, input.words()).text()
                : "";
        int n = present.version().n();
        throw new Overtaken(input.against(n, both), Comparison.between(base, fresh), n);
    }

    /** What was typed, against the words of the present version. */
    AmendmentInput again() {
        return again;
    }

    /** What the new version changed in the clause. */
    public List<Piece> changes() {
        return changes;
    }
}
