package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Differences.Kind;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Words;

/**
 * What changed between two wordings of a clause, as people read it: a space, a mark or a short word that happens to be
 * in both, between words that were replaced, is replaced with them. All pieces that are not added, joined, are the old
 * text; all that are not gone, the new one.
 */
public final class Comparison {
    /** Letters of a word that says little by itself: de, la, the, et. */
    private static final int SHORT = 3;

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder gone = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    private Comparison() {}

    public static List<Piece> between(String old, String fresh) {
        List<Piece> exact = Differences.between(old, fresh);
        Comparison comparison = new Comparison();
        for (int i = 0; i < exact.size(); i++) {
            Piece piece = exact.get(i);
            switch (piece.kind()) {
                case GONE -> comparison.gone.append(piece.text());
                case ADDED -> comparison.added.append(piece.text());
                case SAME -> comparison.same(piece, isReplaced(exact, i + 1));
            }
        }
        comparison.endChange();
        return comparison.pieces;
    }

    /** Whether words are gone here and others came in their place; then what is gone stands first. */
    private static boolean isReplaced(List<Piece> exact, int at) {
        return at + 1 < exact.size()
                && exact.get(at).kind() == Kind.GONE
                && exact.get(at + 1).kind() == Kind.ADDED;
    }

    private void same(Piece piece, boolean isBeforeReplaced) {
        if (isBeforeReplaced && !gone.isEmpty() && !added.isEmpty() && saysLittle(piece.text())) {
            gone.append(piece.text());
            added.append(piece.text());
        } else {
            endChange();
            pieces.add(piece);
        }
    }

    /** Not where a line ends: who reads finds the lines again. */
    private static boolean saysLittle(String text) {
        long words = Words.of(text).stream().filter(word -> !word.isSpace()).count();
        return words <= 1 && text.strip().length() <= SHORT && text.indexOf('\n') < 0;
    }

    private void endChange() {
        end(Kind.GONE, gone);
        end(Kind.ADDED, added);
    }

    private void end(Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text.toString()));
            text.setLength(0);
        }
    }
}
