package org.ronda.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.kernel.Scope;

/**
 * How an event changes one counter of one subject.
 *
 * @param meaning the meaning that a support was given to; 0 for counters that follow the subject through its meanings
 * @param by how many more, or fewer when negative
 */
public record Delta(Scope subject, int meaning, Counter counter, int by) {
    private static final Comparator<Delta> ORDER = Comparator.comparing((Delta d) -> d.subject.kind())
            .thenComparing(d -> d.subject.id())
            .thenComparing(Delta::meaning)
            .thenComparing(Delta::counter);

    public Delta {
        meaning = counter.isOfOneMeaning() ? meaning : 0;
    }

    /** The deltas as an event keeps them: sorted, one for each counter, such as {@code CONTRIBUTION/12/1/SUPPORTS/+1}. */
    static String write(List<Delta> deltas) {
        Map<Delta, Integer> sums = new TreeMap<>(ORDER);
        deltas.forEach(delta -> sums.merge(delta, delta.by, Math::addExact));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> sum.getKey().address() + "/" + "%+d".formatted(sum.getValue()))
                .collect(Collectors.joining(" "));
    }

    static List<Delta> read(String written) {
        return written.isEmpty()
                ? List.of()
                : Stream.of(written.split(" ")).map(Delta::readOne).toList();
    }

    private static Delta readOne(String written) {
        String[] parts = written.split("/");
        Scope subject = new Scope(Scope.Kind.valueOf(parts[0]), Long.parseLong(parts[1]));
        return new Delta(subject, Integer.parseInt(parts[2]), Counter.valueOf(parts[3]), Integer.parseInt(parts[4]));
    }

    private String address() {
        return subject.kind() + "/" + subject.id() + "/" + meaning + "/" + counter;
    }
}
