package org.ronda.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * An event as it is published: position, leaf and hash to everybody; all that the leaf is made of to whoever reaches its
 * subject; the words and their salt while the words are public. Never who did it, nor the salt that hides it.
 *
 * @param receipt the hash of the receipt's code, as it stands in the leaf
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Published(
        long position,
        String leaf,
        String hash,
        Integer format,
        Long id,
        String kind,
        Long processId,
        String subjectKind,
        Long subjectId,
        Instant at,
        String deltas,
        String who,
        String what,
        String receipt,
        String title,
        String address,
        Map<String, String> content,
        String salt) {

    static Published closed(long position, String leaf, String hash) {
        return new Published(
                position, leaf, hash, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null);
    }
}
