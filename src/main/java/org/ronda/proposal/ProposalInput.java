package org.ronda.proposal;

import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * What somebody types for a proposal or a topic entry. A draft may be incomplete; what is missing is asked for when it
 * is checked and sent.
 *
 * @param topics codes of the process's topics
 * @param district a district's code, or empty for the whole city
 * @param name the code of the organisation in whose name it is said, or empty for oneself
 * @param version the version of the draft or proposal that was seen
 * @param change "correction" or "meaning", when a published proposal is revised
 */
record ProposalInput(
        @RestForm @Size(max = 140) String title,
        @RestForm @Size(max = 20_000) String problem,
        @RestForm @Size(max = 20_000) String solution,
        @RestForm List<String> topics,
        @RestForm String district,
        @RestForm String name,
        @RestForm String language,
        @RestForm Long version,
        @RestForm String change) {

    ProposalInput {
        title = PlainText.line(orEmpty(title));
        problem = PlainText.clean(orEmpty(problem));
        solution = PlainText.clean(orEmpty(solution));
        topics = topics == null ? List.of() : topics;
        district = district == null ? "" : district.strip();
        name = name == null ? "" : name.strip();
        language = language == null || language.isBlank() ? "es" : language.strip();
        change = change == null ? "" : change;
    }

    static final ProposalInput EMPTY = new ProposalInput(null, null, null, null, null, null, null, null, null);

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", title);
        words.put("problem", problem);
        words.put("solution", solution);
        return words;
    }
}
