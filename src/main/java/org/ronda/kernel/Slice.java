package org.ronda.kernel;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list that is read from a key on, not from a number on, so that the last page costs what the first does.
 *
 * @param next where the next page begins, or null when this is the last one
 */
public record Slice<T>(List<T> items, Cursor next) {
    /** The most that a page of the API holds. */
    public static final int LARGEST = 100;

    /** Of rows that were read with a limit of one more than the page holds, which tells whether there is a next page. */
    public static <T> Slice<T> of(List<T> rows, int limit, Function<T, Cursor> key) {
        if (rows.size() <= limit) {
            return new Slice<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Slice<>(items, key.apply(items.get(limit - 1)));
    }

    /** The same page, each item as something else. */
    public <R> Slice<R> map(Function<T, R> as) {
        return new Slice<>(items.stream().map(as).toList(), next);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
