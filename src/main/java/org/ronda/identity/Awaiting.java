package org.ronda.identity;

import java.util.List;
import org.ronda.kernel.Language;

/**
 * Asked of later rooms: what waits for a decision of whoever is looking. Nothing costs nothing: a room that has nothing
 * for this person sends no statement.
 */
public interface Awaiting {
    /** @param words what waits, and where */
    record Awaited(String words, String address) {}

    List<Awaited> awaited(Language language);
}
