package org.ronda.process;

import java.util.Collection;
import java.util.Map;

/** Asked of the rooms that own what is owed an answer: how many in each phase have none yet. */
public interface Unanswered {
    /** By phase id; phases without any may be left out. One statement, whatever the number of phases. */
    Map<Long, Long> byPhase(Collection<Long> phaseIds);
}
