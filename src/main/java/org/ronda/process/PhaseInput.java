package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.LocalMoment;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Translated;
import org.ronda.kernel.WholeNumber;
import org.ronda.kernel.Wording;

/**
 * A phase as its form shows it: what it says and what it promises. Everything is a text, so that whatever was typed is shown again.
 *
 * @param version the version of the phase's words that was seen
 * @param terms the number of the terms that were seen
 */
public record PhaseInput(
        @RestForm @NotBlank String kind,
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 140) String titleFr,
        @RestForm @Size(max = 300) String askEs,
        @RestForm @Size(max = 300) String askEn,
        @RestForm @Size(max = 300) String askFr,
        @RestForm @NotBlank @LocalMoment String opensAt,
        @RestForm @NotBlank @LocalMoment String endsAt,
        @RestForm @LocalMoment String lateUntil,
        @RestForm List<String> actions,
        @RestForm @WholeNumber(min = 1, max = 1_000) String supportsPerVoter,
        @RestForm @WholeNumber(min = 1, max = 1_000) String proposalsPerVoter,

        @RestForm @NotBlank @WholeNumber(min = 100, max = 20_000)
        String maxLength,

        @RestForm @NotBlank String moderation,
        @RestForm String hasDisagree,
        @RestForm String hasHiddenTally,
        @RestForm String hasOrganisations,
        @RestForm List<String> owed,
        @RestForm @LocalMoment String answersDueAt,
        @RestForm @NotBlank @WholeNumber(min = 0, max = 100) String promisedShare,
        @RestForm @Size(max = 1_000) String reason,
        @RestForm Long version,
        @RestForm Integer terms) {

    public PhaseInput {
        titleEs = PlainText.line(titleEs);
        titleEn = PlainText.line(titleEn);
        titleFr = PlainText.line(titleFr);
        askEs = PlainText.line(askEs);
        askEn = PlainText.line(askEn);
        askFr = PlainText.line(askFr);
        kind = kind == null ? "" : kind.strip();
        actions = actions == null ? List.of() : actions;
        owed = owed == null ? List.of() : owed;
        moderation = moderation == null ? "" : moderation.strip();
        opensAt = PlainText.line(opensAt);
        endsAt = PlainText.line(endsAt);
        lateUntil = PlainText.line(lateUntil);
        answersDueAt = PlainText.line(answersDueAt);
        supportsPerVoter = PlainText.line(supportsPerVoter);
        proposalsPerVoter = PlainText.line(proposalsPerVoter);
        maxLength = PlainText.line(maxLength);
        promisedShare = PlainText.line(promisedShare);
        reason = PlainText.clean(reason);
    }

    static PhaseInput of(Phase.Sketch sketch, Contract contract, ZoneId zone, Long version, Integer terms) {
        return new PhaseInput(
                sketch.kind().name(),
                sketch.title().exactly(Language.ES),
                sketch.title().exactly(Language.EN),
                sketch.title().exactly(Language.FR),
                sketch.ask().exactly(Language.ES),
                sketch.ask().exactly(Language.EN),
                sketch.ask().exactly(Language.FR),
                Dates.local(contract.opensAt(), zone),
                Dates.local(contract.endsAt(), zone),
                Dates.local(contract.lateUntil(), zone),
                contract.actions().stream().map(Enum::name).toList(),
                number(contract.limits().supportsPerVoter()),
                number(contract.limits().proposalsPerVoter()),
                number(contract.limits().maxLength()),
                contract.moderation().name(),
                contract.hasDisagree() ? "true" : null,
                contract.hasHiddenTally() ? "true" : null,
                contract.hasOrganisations() ? "true" : null,
                contract.answers().owed().stream().map(Enum::name).toList(),
                Dates.local(contract.answers().dueAt(), zone),
                number(contract.answers().promisedShare()),
                "",
                version,
                terms);
    }

    /** The field in which the title, or what is asked, is typed in that language. */
    static String field(String name, Language language) {
        String suffix = language.name();
        return name + suffix.charAt(0) + suffix.substring(1).toLowerCase(Locale.ROOT);
    }

    Phase.Sketch sketch() {
        Translated title = Translated.of(titleEs, titleEn, titleFr);
        if (title.isEmpty()) {
            throw refused("titleEs", SetupMessages::titleMissing);
        }
        return new Phase.Sketch(one(Phase.Kind.class, "kind", kind), title, Translated.of(askEs, askEn, askFr));
    }

    /** @param before the contract that the form showed, or null for a new phase */
    Contract contract(ZoneId zone, Contract before) {
        Instant opens = Moment.of("opensAt", opensAt, zone, before == null ? null : before.opensAt())
                .orElseThrow();
        Instant ends = Moment.of("endsAt", endsAt, zone, before == null ? null : before.endsAt())
                .orElseThrow();
        if (!ends.isAfter(opens)) {
            throw refused("endsAt", SetupMessages::endsBeforeOpens);
        }
        Instant late = Moment.of("lateUntil", lateUntil, zone, before == null ? null : before.lateUntil())
                .orElse(ends.plus(Contract.LATE));
        if (late.isBefore(ends)) {
            throw refused("lateUntil", SetupMessages::lateBeforeEnd);
        }
        Instant due = Moment.of(
                        "answersDueAt",
                        answersDueAt,
                        zone,
                        before == null ? null : before.answers().dueAt())
                .orElse(null);
        Set<Owed> owes = all(Owed.class, "owed", owed);
        if (!owes.isEmpty() && due == null) {
            throw refused("answersDueAt", SetupMessages::dueMissing);
        }
        if (due != null && due.isBefore(ends.plus(Duration.ofDays(1)))) {
            throw refused("answersDueAt", SetupMessages::dueTooSoon);
        }
        return new Contract(
                new Contract.Window(opens, ends, late),
                before != null && before.isSuspended(),
                all(Action.class, "actions", actions),
                new Contract.Limits(whole(supportsPerVoter), whole(proposalsPerVoter), whole(maxLength)),
                one(Moderation.class, "moderation", moderation),
                "true".equals(hasDisagree),
                "true".equals(hasHiddenTally),
                "true".equals(hasOrganisations),
                new Contract.Answers(owes, due, whole(promisedShare)));
    }

    ProcessSetup.Seen seen() {
        return new ProcessSetup.Seen(version == null ? -1 : version, terms == null ? -1 : terms);
    }

    private static String number(Integer number) {
        return number == null ? "" : number.toString();
    }

    private static Integer whole(String typed) {
        return typed == null || typed.isBlank() ? null : Integer.valueOf(typed.strip());
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> type, String field, List<String> names) {
        Set<E> all = EnumSet.noneOf(type);
        names.forEach(name -> all.add(one(type, field, name)));
        return all;
    }

    private static <E extends Enum<E>> E one(Class<E> type, String field, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw refused(field, SetupMessages::choose);
        }
    }

    private static Refused refused(String field, java.util.function.Function<SetupMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(Wording.of(SetupMessages.class, language)));
    }
}
