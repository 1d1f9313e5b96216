package org.ronda.identity;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.kernel.Language;

/**
 * All offices, as they stand on one day: what is part of what, and who followed whom. A city has some hundreds at most,
 * read in one statement. What was part of an office that ended is part of who followed it.
 */
public final class OfficeChart {
    /** An office in the tree; the roots have depth 1. */
    public record Branch(Office office, int depth, Office parent) {
        /** How far it is set in: no more than a phone has room for. */
        public int step() {
            return Math.min(depth, 4);
        }
    }

    private final Map<Long, Office> byId;
    private final LocalDate day;

    OfficeChart(List<Office> offices, LocalDate day) {
        this.byId = offices.stream().collect(Collectors.toMap(Office::id, Function.identity()));
        this.day = day;
    }

    public Optional<Office> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those in force, each after what it is part of, by name. */
    public List<Branch> inForce(Language language) {
        List<Office> present = byName(byId.values().stream().filter(one -> one.isValid(day)), language);
        Map<Long, List<Office>> parts = present.stream()
                .filter(one -> parent(one) != null)
                .collect(Collectors.groupingBy(one -> parent(one).id()));
        List<Branch> tree = new ArrayList<>();
        present.stream().filter(one -> parent(one) == null).forEach(root -> add(tree, root, 1, null, parts));
        return tree;
    }

    private static void add(List<Branch> tree, Office office, int depth, Office parent, Map<Long, List<Office>> parts) {
        tree.add(new Branch(office, depth, parent));
        parts.getOrDefault(office.id(), List.of()).forEach(part -> add(tree, part, depth + 1, office, parts));
    }

    /** Those that are not in force: the last that ended first; those to come before them. */
    List<Office> others() {
        return byId.values().stream()
                .filter(one -> !one.isValid(day))
                .sorted(Comparator.comparing(Office::validTo, Comparator.nullsFirst(Comparator.reverseOrder()))
                        .thenComparing(Office::id))
                .toList();
    }

    /** What it is part of on that day, or was when it ended; null for none. */
    Office parent(Office office) {
        Office parent = office.parentId() == null ? null : byId.get(office.parentId());
        if (parent == null || office.hasEnded(day)) {
            return parent;
        }
        Office present = present(parent);
        // what is not there yet, or ended without anybody who followed, holds nothing
        return present.isValid(day) ? present : null;
    }

    /** Who it is on that day: itself while it is in force, else who followed, as far as anybody did. */
    public Office present(Office office) {
        Office present = office;
        while (present.hasEnded(day) && present.successorId() != null) {
            // each ends later than who it followed, so this ends
            present = byId.get(present.successorId());
        }
        return present;
    }

    Office successor(Office office) {
        return office.successorId() == null ? null : byId.get(office.successorId());
    }

    List<Office> predecessors(Office office, Language language) {
        return byName(byId.values().stream().filter(one -> Objects.equals(one.successorId(), office.id())), language);
    }

    /** What is part of it. */
    List<Office> parts(Office office, Language language) {
        return byName(
                byId.values().stream()
                        .filter(one -> one.isValid(day))
                        .filter(one -> parent(one) != null && parent(one).id() == office.id()),
                language);
    }

    /** An office and all that it followed and that ended by then: what is asked of them is asked of it. */
    public Set<Long> standsFor(Office office) {
        return byId.values().stream()
                .filter(one -> one.id() == office.id()
                        || one.hasEnded(day) && present(one).id() == office.id())
                .map(Office::id)
                .collect(Collectors.toSet());
    }

    /** Whether one leads up to another, by what it is part of and by who follows that, on whichever day. */
    boolean leadsTo(Office from, Office to) {
        Deque<Long> open = new ArrayDeque<>(List.of(from.id()));
        Set<Long> seen = new HashSet<>();
        while (!open.isEmpty()) {
            long next = open.pop();
            if (next == to.id()) {
                return true;
            }
            if (seen.add(next)) {
                Stream.of(byId.get(next).parentId(), byId.get(next).successorId())
                        .filter(Objects::nonNull)
                        .forEach(open::push);
            }
        }
        return false;
    }

    private static List<Office> byName(Stream<Office> offices, Language language) {
        return offices.sorted(Comparator.comparing(
                                (Office one) -> one.name().in(language).text(), Collator.getInstance(language.place()))
                        .thenComparing(Office::id))
                .toList();
    }
}
