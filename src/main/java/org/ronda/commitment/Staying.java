package org.ronda.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Words;

/** Which words of a text stayed in the next one, and where. */
final class Staying {
    /** What is between two places of the text before, or of the one after. */
    record Range(int from, int to) {
        int length() {
            return to - from;
        }

        boolean contains(Range other) {
            return from <= other.from && other.to <= to;
        }

        Range first(int length) {
            return new Range(from, from + length);
        }

        Range without(int length) {
            return new Range(from + length, to);
        }

        Range overlap(Range other) {
            return new Range(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    /** Words that stayed, which are 1 alike, or that went and those that came for them. */
    private record Span(Range old, Range fresh, double likeness) {
        boolean isKept() {
            return likeness == 1;
        }

        /** Both came, or both went. */
        boolean isLike(Span other) {
            return !isReplaced() && !other.isReplaced() && old.length() > 0 == other.old.length() > 0;
        }

        boolean isReplaced() {
            return old.length() > 0 && fresh.length() > 0;
        }
    }

    private final String old;
    private final String fresh;
    private final List<Span> spans = new ArrayList<>();
    private final List<Range> slacks = new ArrayList<>();

    Staying(String old, String fresh) {
        this.old = old;
        this.fresh = fresh;
        List<Piece> pieces = Differences.between(old, fresh);
        int oldPlace = 0;
        int freshPlace = 0;
        for (int i = 0; i < pieces.size(); i++) {
            String went = pieces.get(i).isAdded() ? "" : pieces.get(i).text();
            String came = pieces.get(i).isGone() ? "" : pieces.get(i).text();
            boolean isKept = !went.isEmpty() && !came.isEmpty();
            if (came.isEmpty() && i + 1 < pieces.size() && pieces.get(i + 1).isAdded()) {
                i++;
                came = pieces.get(i).text();
            }
            add(new Span(
                    new Range(oldPlace, oldPlace + went.length()),
                    new Range(freshPlace, freshPlace + came.length()),
                    isKept ? 1 : Likeness.of(went, came)));
            oldPlace += went.length();
            freshPlace += came.length();
        }
        spans.stream().filter(span -> !span.isReplaced()).forEach(span -> slacks.add(slack(span)));
    }

    /**
     * What came in two parts with a little between them that is in both, such as a space, may as well have come in one;
     * and so may what went.
     */
    private void add(Span two) {
        int last = spans.size() - 1;
        if (two.isKept() && last >= 0 && spans.get(last).isKept()) {
            Span one = spans.remove(last);
            add(new Span(new Range(one.old.from, two.old.to), new Range(one.fresh.from, two.fresh.to), 1));
            return;
        }
        if (last < 1 || !two.isLike(spans.get(last - 1))) {
            spans.add(two);
            return;
        }
        Span one = spans.get(last - 1);
        int between = spans.get(last).old.length();
        Range whole = new Range(one.old.from, two.old.to);
        Range freshWhole = new Range(one.fresh.from, two.fresh.to);
        if (slack(one).to - one.old.to >= between) {
            spans.subList(last - 1, last + 1).clear();
            add(new Span(whole.first(between), freshWhole.first(between), 1));
            add(new Span(whole.without(between), freshWhole.without(between), 0));
        } else if (two.old.from - slack(two).from >= between) {
            spans.subList(last - 1, last + 1).clear();
            add(new Span(
                    new Range(whole.from, whole.to - between), new Range(freshWhole.from, freshWhole.to - between), 0));
            add(new Span(
                    new Range(whole.to - between, whole.to), new Range(freshWhole.to - between, freshWhole.to), 1));
        } else {
            spans.add(two);
        }
    }

    /** Where these words are now, if each of them stayed and nothing came between. */
    Optional<Range> kept(Range said) {
        Span span = spanAt(said.from);
        if (!span.isKept() || !span.old.contains(said)) {
            return Optional.empty();
        }
        int moved = span.fresh.from - span.old.from;
        return Optional.of(new Range(said.from + moved, said.to + moved));
    }

    /** Whether a word of these in the text after was not in the text before. */
    boolean isAdded(Range range) {
        return spans.stream().noneMatch(span -> span.isKept() && span.fresh.contains(range));
    }

    /**
     * Whether it cannot be told if something came, or went, within these words or beside them, because it begins or ends as
     * they do. A mark after them is no matter: every sentence ends with one.
     */
    boolean isDoubtful(Range said) {
        for (Range slack : slacks) {
            Range part = slack.overlap(said);
            boolean isAtStart = part.from == said.from;
            if (part.length() > 0
                    && old.substring(part.from, part.to)
                            .codePoints()
                            .anyMatch(letter ->
                                    isAtStart ? !Character.isWhitespace(letter) : Character.isLetterOrDigit(letter))) {
                return true;
            }
        }
        return false;
    }

    /** Where in the text before it may as well have come or gone: the results are the same. */
    private Range slack(Span span) {
        String text = span.old.length() > 0 ? old : fresh;
        Range changed = span.old.length() > 0 ? span.old : span.fresh;
        int before = 0;
        while (changed.from - before > 0
                && text.charAt(changed.from - before - 1) == text.charAt(changed.to - before - 1)) {
            before++;
        }
        int after = 0;
        while (changed.to + after < text.length()
                && text.charAt(changed.from + after) == text.charAt(changed.to + after)) {
            after++;
        }
        return new Range(span.old.from - before, span.old.to + after);
    }

    /**
     * Whether no word came or went so near these, before and now.
     *
     * @param mended how much alike a word is that is only written otherwise
     */
    boolean isLeftAlone(Range said, Range kept, int near, double mended) {
        Range before = new Range(said.from - near, said.to + near);
        Range after = new Range(kept.from - near, kept.to + near);
        return spans.stream()
                .filter(span -> span.likeness < mended)
                .noneMatch(
                        span -> hasWords(old, span.old.overlap(before)) || hasWords(fresh, span.fresh.overlap(after)));
    }

    private static boolean hasWords(String text, Range range) {
        return range.length() > 0
                && text.substring(range.from, range.to).codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** How much of these words stayed: 1 is all. */
    double likeness(Range said) {
        double kept = 0;
        int all = 0;
        for (Span span : spans) {
            Range part = span.old.overlap(said);
            int letters = (int) IntStream.range(part.from, Math.max(part.from, part.to))
                    .filter(at -> !Character.isWhitespace(old.charAt(at)))
                    .count();
            kept += letters * span.likeness;
            all += letters;
        }
        return kept / all;
    }

    /** Where these words, or those that came for them, probably are; empty where there are none. */
    Optional<Range> guess(Range said) {
        Range hull = stripped(new Range(start(said.from), end(said.to)));
        if (hull.length() <= 0) {
            return Optional.empty();
        }
        if (hull.length() <= 2 * said.length() + 40) {
            return Optional.of(hull);
        }
        return spans.stream()
                .filter(Span::isKept)
                .map(span -> span.old.overlap(said))
                .filter(part -> part.length() * 2 >= said.length())
                .max(Comparator.comparingInt(Range::length))
                .map(part -> stripped(new Range(start(part.from), end(part.to))));
    }

    private int start(int at) {
        Span span = spanAt(at);
        if (span.isKept() || at == span.old.from) {
            return span.fresh.from + at - span.old.from;
        }
        List<Words.Word> came = words(fresh, span.fresh);
        long before = words(old, new Range(span.old.from, at)).size();
        int index = (int) (before * came.size() / words(old, span.old).size());
        return index < came.size() ? span.fresh.from + came.get(index).start() : span.fresh.to;
    }

    private int end(int at) {
        Span span = spanAt(at - 1);
        if (span.isKept()) {
            return span.fresh.from + at - span.old.from;
        }
        if (at == span.old.to) {
            return span.fresh.to;
        }
        List<Words.Word> came = words(fresh, span.fresh);
        long after = words(old, new Range(at, span.old.to)).size();
        int index =
                came.size() - (int) (after * came.size() / words(old, span.old).size());
        return index > 0 ? span.fresh.from + came.get(index - 1).end() : span.fresh.from;
    }

    private static List<Words.Word> words(String text, Range range) {
        return Words.of(text.substring(range.from, range.to)).stream()
                .filter(word -> !word.isSpace())
                .toList();
    }

    Range stripped(Range range) {
        int from = range.from;
        int to = range.to;
        while (from < to && Character.isWhitespace(fresh.charAt(from))) {
            from++;
        }
        while (from < to && Character.isWhitespace(fresh.charAt(to - 1))) {
            to--;
        }
        return new Range(from, to);
    }

    private Span spanAt(int at) {
        return spans.stream().filter(span -> at < span.old.to).findFirst().orElseThrow();
    }
}
