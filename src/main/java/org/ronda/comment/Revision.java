package org.ronda.comment;

import java.util.ArrayList;
import java.util.List;
import org.ronda.contribution.ContributionVersion;
import org.ronda.kernel.Differences;

/** One version of a comment, with what it changed against the one before. */
record Revision(ContributionVersion version, List<Differences.Piece> pieces) {
    /** The latest first. */
    static List<Revision> of(Comment comment) {
        List<Revision> revisions = new ArrayList<>();
        String before = null;
        for (ContributionVersion version : ContributionVersion.of(comment.id())) {
            String body = version.words().getOrDefault("body", "");
            revisions.add(
                    0,
                    new Revision(
                            version,
                            before == null
                                    ? List.of(new Differences.Piece(Differences.Kind.SAME, body))
                                    : Differences.between(before, body)));
            before = body;
        }
        return revisions;
    }
}
