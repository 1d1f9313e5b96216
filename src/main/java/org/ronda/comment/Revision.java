package org.ronda.comment;

import java.util.ArrayList;
import java.util.List;
import org.ronda.contribution.ContributionVersion;
import org.ronda.kernel.Differences;

/** One version of a comment, with what it changed against the one before. */
record Revision(ContributionVersion version, List<Differences.Piece> pieces) {
    /** Those of a page of the history, the latest first. */
    static List<Revision> of(ContributionVersion.Page page) {
        List<Revision> revisions = new ArrayList<>();
        for (int place = 0; place < page.shown(); place++) {
            ContributionVersion version = page.versions().get(place);
            String before = page.wordsBefore(place).get("body");
            String body = version.words().getOrDefault("body", "");
            revisions.add(new Revision(
                    version,
                    before == null
                            ? List.of(new Differences.Piece(Differences.Kind.SAME, body))
                            : Differences.between(before, body)));
        }
        return revisions;
    }
}
