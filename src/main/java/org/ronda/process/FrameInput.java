package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.WholeNumber;
import org.ronda.kernel.Wording;

/**
 * How a process is decided, in which languages and by which clock.
 *
 * @param body the code of the body that decides, or empty
 * @param minAge how old one has to be to contribute, or empty
 * @param eligibility what whoever counts has to show first; empty for what it was
 * @param publicNames which public names it takes; empty for those that it took
 */
record FrameInput(
        @RestForm @NotEmpty List<String> languages,
        @RestForm String body,
        @RestForm @NotBlank String influence,
        @RestForm @NotBlank @Size(max = 40) String zone,
        @RestForm @WholeNumber(min = 1, max = 120) String minAge,
        @RestForm String eligibility,
        @RestForm String publicNames,
        @RestForm @Size(max = 1_000) String reason,
        @RestForm Long version) {
    FrameInput {
        languages = languages == null ? List.of() : languages;
        body = body == null ? "" : body.strip();
        influence = influence == null ? "" : influence.strip();
        zone = PlainText.line(zone);
        minAge = PlainText.line(minAge);
        eligibility = eligibility == null ? "" : eligibility.strip();
        publicNames = publicNames == null ? "" : publicNames.strip();
        reason = PlainText.clean(reason);
    }

    static FrameInput of(Process process) {
        return new FrameInput(
                process.languages().stream().map(Language::tag).toList(),
                DecisionBodies.code(process),
                process.influence().name(),
                process.zone().getId(),
                process.minAge() == null ? "" : process.minAge().toString(),
                process.eligibility().name(),
                process.publicNames().name(),
                "",
                process.version());
    }

    Process.Description in(Process.Description before) {
        return new Process.Description(
                before.title(),
                before.summary(),
                before.decided(),
                before.notDecided(),
                before.easyRead(),
                decisionBody(),
                Arrays.stream(Influence.values())
                        .filter(level -> level.name().equals(influence))
                        .findFirst()
                        .orElseThrow(() -> unknown("influence")),
                languages.stream()
                        .distinct()
                        .map(tag -> Language.of(tag).orElseThrow(() -> unknown("languages")))
                        .toList(),
                place(),
                minAge.isEmpty() ? null : Integer.valueOf(minAge),
                eligibility.isEmpty() ? before.eligibility() : way(),
                publicNames.isEmpty() ? before.publicNames() : names());
    }

    private Eligibility way() {
        return Arrays.stream(Eligibility.values())
                .filter(way -> way.name().equals(eligibility))
                .findFirst()
                .orElseThrow(() -> unknown("eligibility"));
    }

    private PublicNames names() {
        return Arrays.stream(PublicNames.values())
                .filter(names -> names.name().equals(publicNames))
                .findFirst()
                .orElseThrow(() -> unknown("publicNames"));
    }

    private Scope decisionBody() {
        return body.isEmpty() ? null : DecisionBodies.chosen(body).orElseThrow(() -> unknown("body"));
    }

    private ZoneId place() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException notAZone) {
            throw unknown("zone");
        }
    }

    private static Refused unknown(String field) {
        return Refused.invalid(
                field, language -> Wording.of(SetupMessages.class, language).choose());
    }
}
