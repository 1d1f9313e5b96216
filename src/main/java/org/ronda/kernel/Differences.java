package org.ronda.kernel;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed between two texts, word by word (Myers' difference algorithm). */
public final class Differences {
    /** Whether a run of words is in both texts, only in the later or only in the earlier. */
    public enum Kind {
        SAME,
        ADDED,
        GONE
    }

    /** A run of words and the spaces between them. */
    public record Piece(Kind kind, String text) {
        public boolean isAdded() {
            return kind == Kind.ADDED;
        }

        public boolean isGone() {
            return kind == Kind.GONE;
        }
    }

    private Differences() {}

    public static List<Piece> between(String earlier, String later) {
        List<String> before = words(earlier);
        List<String> after = words(later);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            add(pieces, Kind.SAME, before.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.GONE, delta.getSource().getLines());
            add(pieces, Kind.ADDED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, before.subList(at, before.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)|(?<=[\\p{L}\\p{N}])(?=\\p{P})|(?<=\\p{P})(?=[\\p{L}\\p{N}])"));
    }
}
