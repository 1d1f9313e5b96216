package org.ronda.commitment;

import java.util.Comparator;
import java.util.List;
import org.ronda.identity.Office;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Language;

/** A round with its drafts and what was said about them in it. */
record RoundView(Round round, List<Part> parts) {
    private static final int LIVELIEST = 3;

    /**
     * A clause, as the round reads it.
     *
     * @param heading its own, or empty
     * @param words the beginning of them
     */
    record Line(long id, String key, Clause.Kind kind, String heading, String words, Heard heard) {
        public String title(Language language) {
            return heading.isEmpty() ? kind.in(language) : heading;
        }

        /** Its first words, as more than one clause may be of a kind. */
        public String excerpt() {
            return Excerpt.of(words, 90);
        }

        public boolean isSilent() {
            return heard.comments() == 0;
        }

        boolean isTitle() {
            return kind == Clause.Kind.TITLE;
        }
    }

    /**
     * A draft in it.
     *
     * @param versions those that are or were public
     * @param base the version that the round began with
     * @param read the one that is commented on, or was last
     * @param working the one that is being written, or null
     * @param lead the office that answers for it, or null
     * @param lines the clauses of the version that is read
     * @param heard what was said about it in this round, clauses that are gone included
     */
    record Part(
            Round round,
            Commitment commitment,
            List<CommitmentVersion> versions,
            CommitmentVersion base,
            CommitmentVersion read,
            CommitmentVersion working,
            Office lead,
            List<Line> lines,
            Heard heard) {
        public String title() {
            return lines.stream()
                    .filter(Line::isTitle)
                    .findFirst()
                    .map(Line::words)
                    .orElse(commitment.code());
        }

        public String address() {
            return commitment.address();
        }

        /** The version that is being written, where it follows the one that the round reads; or null. */
        public CommitmentVersion next() {
            return working != null && working.n() == read.n() + 1 ? working : null;
        }

        /** What was published since the round opened, up to the next one. */
        public List<CommitmentVersion> brought() {
            return versions.stream().filter(round::brought).toList();
        }

        /** The clauses about which most was said. */
        public List<Line> liveliest() {
            return lines.stream()
                    .filter(line -> !line.isSilent())
                    .sorted(Comparator.comparing((Line line) -> -line.heard().comments()))
                    .limit(LIVELIEST)
                    .toList();
        }

        /** The clauses of the text about which nobody said anything. */
        public List<Line> silent() {
            return lines.stream()
                    .filter(line -> line.isSilent() && !line.isTitle())
                    .toList();
        }

        /** How many comments are about clauses that are no longer in the text. */
        public int gone() {
            return heard.comments()
                    - lines.stream().mapToInt(line -> line.heard().comments()).sum();
        }
    }

    public Heard heard() {
        return parts.stream().map(Part::heard).reduce(Heard.NOTHING, Heard::plus);
    }

    public int heat(Line line) {
        int most = parts.stream()
                .flatMap(part -> part.lines().stream())
                .mapToInt(other -> other.heard().comments())
                .max()
                .orElse(0);
        return Heard.heat(line.heard().comments(), most);
    }

    /** What became public since it opened. */
    public List<Part> changed() {
        return parts.stream().filter(part -> !part.brought().isEmpty()).toList();
    }
}
