package org.ronda.commitment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ronda.commitment.Placement.Kind;
import org.ronda.commitment.Staying.Range;
import org.ronda.kernel.Words;

/**
 * Where words of a version are in the next one. They are the same only where their clause says so and all that could be
 * mistaken for them stayed too; where there is any doubt, somebody is asked. Made once for two versions, then asked for
 * any number of selectors.
 */
public final class Anchoring {
    /** So many characters before and after the words tell whether what they are part of is still there. */
    private static final int AROUND = 48;

    /** So much alike are words that are only written otherwise; they are where they were, whatever is elsewhere. */
    private static final double MENDED = 0.6;

    /** Of words of which less stayed nothing is said. */
    private static final double LEAST_KEPT = 0.5;

    /** Fewer characters may be the same by chance, unless what is around them is, too. */
    private static final int TELLING = 40;

    private static final double LEAST_CONTEXT = 0.4;

    /** The selected words as they are compared, and what stood around them. */
    private record Quote(String exact, String prefix, String suffix) {
        static Quote of(Selector selector) {
            return new Quote(
                    Composed.compose(selector.exact()),
                    Composed.compose(selector.prefix()),
                    Composed.compose(selector.suffix()));
        }

        List<Range> in(String text) {
            List<Range> places = new ArrayList<>();
            for (int at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
                places.add(new Range(at, at + exact.length()));
            }
            return places;
        }

        /** How much of what stood around the words stands around that place: 1 is all. */
        double context(String text, Range place) {
            int before = 0;
            while (before < Math.min(prefix.length(), place.from())
                    && prefix.charAt(prefix.length() - 1 - before) == text.charAt(place.from() - 1 - before)) {
                before++;
            }
            int after = 0;
            while (after < Math.min(suffix.length(), text.length() - place.to())
                    && suffix.charAt(after) == text.charAt(place.to() + after)) {
                after++;
            }
            int all = prefix.length() + suffix.length();
            return all == 0 ? 1 : (double) (before + after) / all;
        }
    }

    private record Found(Passage passage, Range range, double context) {
        Placement uncertain() {
            return passage.placement(Kind.UNCERTAIN, range);
        }
    }

    private final Alignment alignment;
    private final Map<String, Passage> passages = new HashMap<>();
    private final List<Passage> changed = new ArrayList<>();

    private Anchoring(Alignment alignment) {
        this.alignment = alignment;
    }

    public static Anchoring between(Alignment alignment) {
        Anchoring anchoring = new Anchoring(alignment);
        for (Alignment.Group group : alignment.groups()) {
            Passage passage = new Passage(group);
            group.old().forEach(unit -> anchoring.passages.put(unit.key(), passage));
            if (!passage.isUnchanged()) {
                anchoring.changed.add(passage);
            }
        }
        return anchoring;
    }

    /** Where the words are that somebody selected in the clause with that key. */
    public Placement place(String key, Selector selector) {
        if (selector.exact().isEmpty()) {
            throw new IllegalArgumentException("no words are selected");
        }
        Quote quote = Quote.of(selector);
        Passage passage = passages.get(key);
        Range said = passage == null ? null : said(passage, key, quote, selector.start());
        if (said == null) {
            return elsewhere(quote).map(Found::uncertain).orElse(Placement.NONE);
        }
        Optional<Range> kept = passage.kept(said);
        if (kept.isPresent()) {
            return kept(passage, key, quote, said, kept.get());
        }
        Optional<Range> guess = passage.staying().guess(said);
        double likeness = passage.staying().likeness(said);
        return guess.flatMap(range -> near(passage, quote, range, likeness))
                .or(() -> guess.filter(range -> likeness >= MENDED).map(range -> new Found(passage, range, 1)))
                .or(() -> elsewhere(quote))
                .or(() -> guess.filter(range -> likeness >= LEAST_KEPT).map(range -> new Found(passage, range, 1)))
                .map(Found::uncertain)
                .orElse(Placement.NONE);
    }

    /** Where the words are in their own version: where they say, or else where what is around them says. */
    private static Range said(Passage passage, String key, Quote quote, int start) {
        Range clause = passage.clause(key);
        Range stated = new Range(passage.place(key, start), passage.place(key, start) + quote.exact.length());
        if (passage.old().startsWith(quote.exact, stated.from()) && clause.contains(stated)) {
            return stated;
        }
        List<Range> places =
                quote.in(passage.old()).stream().filter(clause::contains).toList();
        return places.stream()
                .filter(place -> places.size() == 1 || quote.context(passage.old(), place) == 1)
                .findFirst()
                .orElse(null);
    }

    private Placement kept(Passage passage, String key, Quote quote, Range said, Range kept) {
        boolean isCertain = alignment.isCertain(key, passage.keyAfter(kept));
        Found there = new Found(passage, kept, quote.context(passage.fresh(), kept));
        if (isCertain && (passage.isUnchanged() || isUnmistakable(quote, said, there))) {
            return passage.placement(Kind.SAME, kept);
        }
        return Stream.concat(Stream.of(there), found(passage, quote))
                .max(Comparator.comparingDouble(Found::context))
                .get()
                .uncertain();
    }

    private boolean isUnmistakable(Quote quote, Range said, Found there) {
        boolean isOnce = quote.in(there.passage.old()).size() == 1;
        return isKeptEverywhere(there.passage, quote)
                && (isOnce || isToldApart(there.passage, quote))
                && there.passage.staying().isLeftAlone(said, there.range, AROUND, isOnce ? MENDED : 1)
                && !there.passage.staying().isDoubtful(said)
                && changed.stream()
                        .flatMap(passage -> added(passage, quote))
                        .allMatch(other -> other.context < there.context);
    }

    /** Whether the words, which stand there more than once, are these by what is around them. */
    private static boolean isToldApart(Passage passage, Quote quote) {
        return Stream.of(passage.old(), passage.fresh())
                .allMatch(text -> quote.in(text).stream()
                                .filter(place -> quote.context(text, place) == 1)
                                .count()
                        == 1);
    }

    /** Whether none of these words, wherever they stood, went, and none came. */
    private static boolean isKeptEverywhere(Passage passage, Quote quote) {
        List<Range> before = quote.in(passage.old());
        return before.size() == quote.in(passage.fresh()).size()
                && before.stream().allMatch(place -> passage.kept(place).isPresent());
    }

    /** The very words among those that came, where they would be. */
    private static Optional<Found> near(Passage passage, Quote quote, Range guess, double likeness) {
        Range around = new Range(guess.from() - quote.exact.length(), guess.to() + quote.exact.length());
        return added(passage, quote)
                .filter(found -> around.overlap(found.range).length() >= 0)
                .filter(found -> likeness >= LEAST_KEPT || found.context >= LEAST_CONTEXT)
                .max(Comparator.comparingDouble(Found::context));
    }

    /** The very words among those that came anywhere, if they say enough. */
    private Optional<Found> elsewhere(Quote quote) {
        return changed.stream()
                .flatMap(passage -> added(passage, quote))
                .filter(found -> quote.exact.length() >= TELLING || found.context >= LEAST_CONTEXT)
                .max(Comparator.comparingDouble(Found::context));
    }

    private static Stream<Found> added(Passage passage, Quote quote) {
        return found(passage, quote).filter(found -> passage.staying().isAdded(found.range));
    }

    private static Stream<Found> found(Passage passage, Quote quote) {
        String text = passage.fresh();
        return quote.in(text).stream()
                .filter(place -> Words.letterStart(text, place.from()) == place.from()
                        && Words.letterEnd(text, place.to()) == place.to())
                .map(place -> new Found(passage, place, quote.context(text, place)));
    }
}
