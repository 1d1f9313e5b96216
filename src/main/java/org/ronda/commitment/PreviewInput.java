package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/**
 * How a text is cut, as somebody corrected it: what each piece becomes, its heading and its words, in lists of the same
 * length.
 *
 * @param changes how many tracked changes the file had
 * @param comments how many comments of the file were left out
 * @param as the name of a kind, or {@link #LEFT_OUT} or {@link #JOINED}
 */
record PreviewInput(
        @RestForm String title,
        @RestForm String language,
        @RestForm int changes,
        @RestForm int comments,
        @RestForm List<String> as,
        @RestForm List<String> heading,
        @RestForm List<String> words,
        @RestForm List<String> easyRead) {
    static final String LEFT_OUT = "LEFT_OUT";
    static final String JOINED = "JOINED";

    /** A piece on the page; {@code i} counts from 0. */
    public record Row(int i, String as, String heading, String words, String easyRead) {
        /** How errors name one of its fields. */
        public String field(String part) {
            return "clauses[" + i + "]." + part;
        }

        public boolean hasEasyRead() {
            return !easyRead.isEmpty();
        }
    }

    PreviewInput {
        title = title == null ? "" : title;
        language = language == null ? "" : language;
        as = as == null ? List.of() : as;
        heading = heading == null ? List.of() : heading;
        words = words == null ? List.of() : words;
        easyRead = easyRead == null ? List.of() : easyRead;
    }

    static PreviewInput of(Cut cut, String language) {
        return new PreviewInput(
                cut.title(),
                language,
                cut.changes(),
                cut.comments(),
                cut.clauses().stream().map(Piece::kind).toList(),
                cut.clauses().stream().map(Piece::heading).toList(),
                cut.clauses().stream().map(Piece::words).toList(),
                cut.clauses().stream().map(Piece::easyRead).toList());
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < as.size(); i++) {
            rows.add(new Row(i, as.get(i), at(heading, i), at(words, i), at(easyRead, i)));
        }
        return rows;
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    /** With the pieces that were joined in the one before them; in place of each that is gone there is null. */
    WholeInput whole() {
        List<Piece> pieces = new ArrayList<>();
        int last = -1;
        for (Row row : rows()) {
            boolean isJoined = row.as().equals(JOINED) && last >= 0;
            if (row.as().equals(LEFT_OUT)) {
                pieces.add(null);
            } else if (isJoined) {
                pieces.set(last, joined(pieces.get(last), row));
                pieces.add(null);
            } else {
                last = pieces.size();
                pieces.add(new Piece(row.as(), row.heading(), row.words(), row.easyRead()));
            }
        }
        return new WholeInput(title, language, pieces);
    }

    private static Piece joined(Piece before, Row row) {
        return new Piece(
                before.kind(),
                before.heading(),
                paragraphs(before.words(), row.heading(), row.words()),
                paragraphs(before.easyRead(), row.easyRead()));
    }

    private static String paragraphs(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** As it is after joining and leaving out. */
    PreviewInput applied() {
        return of(new Cut(title, changes, comments, whole().pieces()), language);
    }
}
