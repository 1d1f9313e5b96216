package org.ronda.commitment;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/**
 * What a version says beside its clauses, as it is typed.
 *
 * @param office the code of the office that answers for it, or empty
 * @param from its first day, or empty
 * @param to its last day, or empty
 * @param values names of {@link OgpValue}s
 * @param expected when the version is to be public, or empty; said in public at once
 * @param version of what was before the writer's eyes
 */
record FactsInput(
        @RestForm String office,
        @RestForm String from,
        @RestForm String to,
        @RestForm List<String> values,
        @RestForm String expected,
        @RestForm Long version) {
    FactsInput {
        office = office == null ? "" : office.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        values = values == null ? List.of() : values;
        expected = expected == null ? "" : expected.strip();
    }

    long seen() {
        return version == null ? -1 : version;
    }
}
