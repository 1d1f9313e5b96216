package org.ronda.kernel;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; line by line or as a whole where that would take too long. Pages show it with {@code {#differences pieces /}}. */
public final class Differences {
    /** Whether the piece is in both texts, only in the new one, or only in the old one. */
    public enum Kind {
        SAME,
        ADDED,
        GONE
    }

    /** A run of words with the space between them. All pieces that are not added, joined, are the old text. */
    @TemplateData
    public record Piece(Kind kind, String text) {
        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        public boolean isGone() {
            return kind == Kind.GONE;
        }
    }

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

    /** Words of one text times words of the other, between what both begin and end with: a fraction of a second. */
    private static final long MOST_COMPARED = 4_000_000;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder same = new StringBuilder();
    private final StringBuilder gone = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    private Differences() {}

    public static List<Piece> between(String old, String fresh) {
        if (old.equals(fresh)) {
            return old.isEmpty() ? List.of() : List.of(new Piece(Kind.SAME, old));
        }
        List<String> from = words(old);
        List<String> to = words(fresh);
        if (isTooMuch(from, to)) {
            from = lines(old);
            to = lines(fresh);
        }
        if (isTooMuch(from, to)) {
            from = List.of(old);
            to = List.of(fresh);
        }
        // in linear space: two long texts with nothing in common would else take the square of their length
        Patch<String> patch = DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>());
        Differences differences = new Differences();
        int next = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int position = delta.getSource().getPosition();
            differences.keep(from.subList(next, position));
            delta.getSource().getLines().forEach(differences.gone::append);
            delta.getTarget().getLines().forEach(differences.added::append);
            next = position + delta.getSource().size();
        }
        differences.keep(from.subList(next, from.size()));
        differences.endChange();
        differences.end(Kind.SAME, differences.same);
        return differences.pieces;
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().map(Words.Word::text).toList();
    }

    private static List<String> lines(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean isTooMuch(List<String> from, List<String> to) {
        int most = Math.min(from.size(), to.size());
        int same = 0;
        while (same < most && from.get(same).equals(to.get(same))) {
            same++;
        }
        int end = 0;
        while (end < most - same && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        return (long) (from.size() - same - end) * (to.size() - same - end) > MOST_COMPARED;
    }

    private void keep(List<String> tokens) {
        if (!tokens.isEmpty()) {
            endChange();
            tokens.forEach(same::append);
        }
    }

    /** What is gone stands before what came in its place, in whichever order they were found. */
    private void endChange() {
        if (!gone.isEmpty() || !added.isEmpty()) {
            end(Kind.SAME, same);
            end(Kind.GONE, gone);
            end(Kind.ADDED, added);
        }
    }

    private void end(Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text.toString()));
            text.setLength(0);
        }
    }
}
