package org.ronda.commitment;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ronda.commitment.Alignment.Unit;

/** Where the words of a clause come from: what it says itself, and what its words say. */
final class Origins {
    /** That one clause became another, wholly or in part: their places in their versions. */
    record Link(int old, int fresh) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    /** Words that follow each other say much more about where a text comes from than words alone. */
    private static final int RUN = 3;

    /** The part of a clause's words that has to be in the other one. */
    private static final double MOST = 0.5;

    private final List<Set<String>> old = new ArrayList<>();
    private final List<Set<String>> fresh = new ArrayList<>();
    private final List<Integer> oldSize;
    private final List<Integer> freshSize;
    private final Set<Integer> looseOld;
    private final Set<Integer> looseFresh;
    private final Set<Integer> telling;

    private Origins(List<Unit> old, List<Unit> fresh, Set<Link> stated) {
        old.forEach(unit -> this.old.add(runs(unit.words())));
        fresh.forEach(unit -> this.fresh.add(runs(unit.words())));
        oldSize = this.old.stream().map(Set::size).toList();
        freshSize = this.fresh.stream().map(Set::size).toList();
        looseOld = IntStream.range(0, old.size()).boxed().collect(toSet());
        looseFresh = IntStream.range(0, fresh.size()).boxed().collect(toSet());
        telling = IntStream.range(0, fresh.size())
                .filter(j -> !fresh.get(j).cameFrom().isEmpty())
                .boxed()
                .collect(toSet());
        stated.forEach(link -> looseOld.remove(link.old));
        stated.forEach(link -> looseFresh.remove(link.fresh));
        stated.forEach(this::spend);
    }

    /**
     * A clause comes from the one with its key, and from those that it names. One that was there before names what it was
     * joined with; what still stands beside it, it was split from in an earlier version.
     */
    static Set<Link> stated(List<Unit> old, List<Unit> fresh) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < old.size(); i++) {
            places.put(old.get(i).key(), i);
        }
        Set<String> standing = fresh.stream().map(Unit::key).collect(toSet());
        Set<Link> links = new LinkedHashSet<>();
        for (int j = 0; j < fresh.size(); j++) {
            Unit unit = fresh.get(j);
            boolean wasThere = places.containsKey(unit.key());
            if (wasThere) {
                links.add(new Link(places.get(unit.key()), j));
            }
            for (String key : unit.cameFrom()) {
                if (places.containsKey(key) && !(wasThere && standing.contains(key))) {
                    links.add(new Link(places.get(key), j));
                }
            }
        }
        return links;
    }

    /**
     * For clauses that nothing is stated about: where most of their words went, or came from; the likest first. To what a
     * clause says of its origin nothing is added.
     */
    static Set<Link> found(List<Unit> old, List<Unit> fresh, Set<Link> stated) {
        Origins origins = new Origins(old, fresh, stated);
        List<Link> candidates = new ArrayList<>(origins.candidates());
        Map<Link, Double> likeness = new HashMap<>();
        candidates.forEach(link -> likeness.put(link, origins.likeness(link)));
        candidates.removeIf(link -> likeness.get(link) < MOST);
        candidates.sort(Comparator.<Link>comparingDouble(link -> -likeness.get(link))
                .thenComparingInt(Link::old)
                .thenComparingInt(Link::fresh));
        Set<Link> links = new LinkedHashSet<>();
        for (Link link : candidates) {
            if (origins.likeness(link) >= MOST) {
                links.add(link);
                origins.spend(link);
            }
        }
        return links;
    }

    private Set<Link> candidates() {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = 0; j < fresh.size(); j++) {
            for (String run : fresh.get(j)) {
                places.computeIfAbsent(run, key -> new ArrayList<>()).add(j);
            }
        }
        Set<Link> candidates = new HashSet<>();
        for (int i = 0; i < old.size(); i++) {
            for (String run : old.get(i)) {
                for (int j : places.getOrDefault(run, List.of())) {
                    if (!telling.contains(j) && (looseOld.contains(i) || looseFresh.contains(j))) {
                        candidates.add(new Link(i, j));
                    }
                }
            }
        }
        return candidates;
    }

    /** The part of the words of the one that nothing is known about that are in the other and not accounted for. */
    private double likeness(Link link) {
        Set<String> shared = new HashSet<>(old.get(link.old));
        shared.retainAll(fresh.get(link.fresh));
        double likeness = 0;
        if (looseOld.contains(link.old)) {
            likeness = (double) shared.size() / oldSize.get(link.old);
        }
        if (looseFresh.contains(link.fresh)) {
            likeness = Math.max(likeness, (double) shared.size() / freshSize.get(link.fresh));
        }
        return likeness;
    }

    /** The words that went from one to the other went nowhere else, and came from nowhere else. */
    private void spend(Link link) {
        Set<String> shared = new HashSet<>(old.get(link.old));
        shared.retainAll(fresh.get(link.fresh));
        old.get(link.old).removeAll(shared);
        fresh.get(link.fresh).removeAll(shared);
    }

    private static Set<String> runs(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i < words.size() && (i == 0 || i <= words.size() - RUN); i++) {
            runs.add(String.join(" ", words.subList(i, Math.min(words.size(), i + RUN))));
        }
        return runs;
    }
}
