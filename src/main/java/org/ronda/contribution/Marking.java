package org.ronda.contribution;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.ronda.process.Process;

/** Asked of the room that moderates: what it left in public on contributions. */
public interface Marking {
    /**
     * That something was taken away, and why.
     *
     * @param decision the code of the decision
     * @param kind hide, redact or refuse
     * @param rule the key of the rule that was broken
     * @param at when it was decided
     * @param awaitsSecondLook whether a second look was asked for and is not done
     */
    record Mark(String decision, String kind, String rule, String reason, Instant at, boolean awaitsSecondLook) {}

    /** The marks in force, by contribution, the latest first; those without any are left out. One statement. */
    Map<Long, List<Mark>> marks(Process process, Collection<Long> contributions);
}
