package org.ronda.proposal;

import java.util.List;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.ContributionVersion;
import org.ronda.kernel.Differences;

/** One version in the history, with what it changed against the one before, field by field. */
record Revision(ContributionVersion version, List<Field> fields, List<Attachment> files) {
    record Field(String name, List<Differences.Piece> pieces) {}
}
