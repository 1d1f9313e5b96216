package org.ronda.identity;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Wording;

/**
 * What a room keeps about somebody. Implemented by every room that keeps anything; asked in the order of
 * {@code @Priority}, the highest first: what hangs on something else goes before it.
 */
public interface PersonalData {
    /** A file that somebody brought, and what it is called in the download. */
    record Brought(String name, long fileId) {}

    /** Writes everything that is kept about this participant. */
    void tell(Telling telling, long participantId) throws IOException;

    default List<Brought> files(long participantId) {
        return List.of();
    }

    /** What keeps somebody from being erased now, and what to do about it. */
    default Optional<Wording> obstacle(long participantId) {
        return Optional.empty();
    }

    /**
     * Erases what is theirs and makes the rest nobody's. Called without a transaction: in as many as are needed, each of
     * which leaves things as they may stay, as it is called again until all of it went through.
     */
    default void erase(long participantId) {}
}
