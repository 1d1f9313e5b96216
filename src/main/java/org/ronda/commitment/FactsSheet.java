package org.ronda.commitment;

import java.util.List;
import org.ronda.kernel.Option;

/** The form of what a version says beside its clauses. */
record FactsSheet(FactsInput input, List<Option> offices, List<Option> values, List<Option> kinds, long version) {}
