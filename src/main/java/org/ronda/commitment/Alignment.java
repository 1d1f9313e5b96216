package org.ronda.commitment;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which clauses of a version became which of the next one. A clause is the same where its key is; a new one comes from
 * those that it says it came from, or else from those that most of its words were in.
 */
public final class Alignment {
    /**
     * A clause as it is compared.
     *
     * @param cameFrom keys of the clauses that its words come from, if known
     */
    public record Unit(String key, String words, List<String> cameFrom) {
        public Unit(String key, String words) {
            this(key, words, List.of());
        }
    }

    /** What became of the clauses of a group. */
    public enum Kind {
        SAME,
        CHANGED,
        /** One became several. */
        SPLIT,
        /** Several became one. */
        JOINED,
        /** Several became several others, with words of more than one in each. */
        REGROUPED,
        NEW,
        REMOVED
    }

    /**
     * Clauses that became each other, in the order of their versions.
     *
     * @param isMoved whether they stand elsewhere, while as many others as possible stayed where they were
     */
    public record Group(Kind kind, List<Unit> old, List<Unit> fresh, boolean isMoved) {}

    private final List<Unit> old;
    private final List<Unit> fresh;
    private final List<Set<Integer>> became = new ArrayList<>();
    private final Set<Origins.Link> stated;
    private final List<Group> groups = new ArrayList<>();
    private final Set<List<String>> certain = new HashSet<>();

    private Alignment(List<Unit> old, List<Unit> fresh) {
        this.old = old;
        this.fresh = fresh;
        this.stated = Origins.stated(old, fresh);
    }

    public static Alignment of(List<Unit> old, List<Unit> fresh) {
        Alignment alignment = new Alignment(old, fresh);
        old.forEach(unit -> alignment.became.add(new TreeSet<>()));
        alignment.stated.forEach(link -> alignment.became.get(link.old()).add(link.fresh()));
        Origins.found(old, fresh, alignment.stated)
                .forEach(link -> alignment.became.get(link.old()).add(link.fresh()));
        alignment.group();
        alignment.becomeCertain();
        return alignment;
    }

    /** All clauses of both versions, in the new order; what was removed comes after what it stood behind. */
    public List<Group> groups() {
        return groups;
    }

    /** Whether one became the other beyond doubt: it says so, or all words are there, in order, and nowhere else. */
    boolean isCertain(String oldKey, String freshKey) {
        return certain.contains(List.of(oldKey, freshKey));
    }

    private record Places(TreeSet<Integer> old, TreeSet<Integer> fresh) {}

    private void group() {
        List<Places> places = connected();
        Set<Integer> staying = staying(places);
        Map<Integer, Group> byOld = new HashMap<>();
        Map<Integer, Group> byFresh = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Places place = places.get(i);
            List<Unit> from = place.old.stream().map(old::get).toList();
            List<Unit> to = place.fresh.stream().map(fresh::get).toList();
            Group group = new Group(kind(from, to), from, to, !staying.contains(i));
            place.old.forEach(at -> byOld.put(at, group));
            place.fresh.forEach(at -> byFresh.put(at, group));
        }
        for (int j = 0; j < fresh.size(); j++) {
            Group group = byFresh.get(j);
            if (group == null) {
                groups.add(new Group(Kind.NEW, List.of(), List.of(fresh.get(j)), false));
            } else if (group.fresh().get(0) == fresh.get(j)) {
                groups.add(group);
            }
        }
        int next = 0;
        for (int i = 0; i < old.size(); i++) {
            if (byOld.containsKey(i)) {
                next = groups.indexOf(byOld.get(i)) + 1;
            } else {
                groups.add(next++, new Group(Kind.REMOVED, List.of(old.get(i)), List.of(), false));
            }
        }
    }

    private static Kind kind(List<Unit> from, List<Unit> to) {
        if (from.size() > 1) {
            return to.size() > 1 ? Kind.REGROUPED : Kind.JOINED;
        }
        if (to.size() > 1) {
            return Kind.SPLIT;
        }
        return from.get(0).words().equals(to.get(0).words()) ? Kind.SAME : Kind.CHANGED;
    }

    /** Clauses that became each other, also by way of others. */
    private List<Places> connected() {
        List<Places> places = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            if (!became.get(i).isEmpty()) {
                Places place = new Places(new TreeSet<>(Set.of(i)), new TreeSet<>(became.get(i)));
                for (Places other : List.copyOf(places)) {
                    if (other.fresh.stream().anyMatch(place.fresh::contains)) {
                        place.old.addAll(other.old);
                        place.fresh.addAll(other.fresh);
                        places.remove(other);
                    }
                }
                places.add(place);
            }
        }
        places.sort((one, other) -> one.old.first() - other.old.first());
        return places;
    }

    /** Those that stand in the same order in both: the longest increasing subsequence, so that the fewest moved. */
    private static Set<Integer> staying(List<Places> places) {
        int[] length = new int[places.size()];
        int[] before = new int[places.size()];
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            before[i] = -1;
            for (int j = 0; j < i; j++) {
                if (places.get(j).fresh.first() < places.get(i).fresh.first() && length[j] > length[i]) {
                    length[i] = length[j];
                    before[i] = j;
                }
            }
            length[i]++;
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        Set<Integer> staying = new HashSet<>();
        for (int at = last; at >= 0; at = before[at]) {
            staying.add(at);
        }
        return staying;
    }

    private void becomeCertain() {
        stated.forEach(link -> certain.add(
                List.of(old.get(link.old()).key(), fresh.get(link.fresh()).key())));
        Map<String, Integer> oldTexts = new HashMap<>();
        Map<String, Integer> freshTexts = new HashMap<>();
        for (Group group : groups) {
            oldTexts.merge(text(group.old()), 1, Integer::sum);
            freshTexts.merge(text(group.fresh()), 1, Integer::sum);
        }
        for (Group group : groups) {
            String text = text(group.old());
            if (text.equals(text(group.fresh())) && oldTexts.get(text) == 1 && freshTexts.get(text) == 1) {
                group.old().forEach(from -> group.fresh().forEach(to -> certain.add(List.of(from.key(), to.key()))));
            }
        }
    }

    private static String text(List<Unit> units) {
        return units.stream()
                .map(unit -> unit.words().replaceAll("\\s+", " ").strip())
                .collect(joining(" "));
    }
}
