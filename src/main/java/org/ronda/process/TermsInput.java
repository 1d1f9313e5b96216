package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.LocalMoment;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * One change of a public phase.
 *
 * @param act extend, suspend, resume or reopen
 * @param terms the number of the terms that were seen
 */
record TermsInput(
        @RestForm @NotBlank @Pattern(regexp = "extend|suspend|resume|reopen")
        String act,

        @RestForm @LocalMoment String opensAt,
        @RestForm @LocalMoment String endsAt,
        @RestForm @NotBlank @Size(max = 1_000) String reason,
        @RestForm Integer terms) {
    TermsInput {
        act = act == null ? "" : act.strip();
        opensAt = PlainText.line(opensAt);
        endsAt = PlainText.line(endsAt);
        reason = PlainText.clean(reason);
    }

    /** @param settled until when an end that is not moved by now is not moved any more */
    Contract on(Contract last, ZoneId zone, Instant settled) {
        return switch (act) {
            case "suspend" -> suspended(last, true, ProcessMessages::alreadySuspended);
            case "resume" -> suspended(last, false, ProcessMessages::notSuspended);
            case "reopen" ->
                moved(ended(last, settled), moment("opensAt", opensAt, zone), moment("endsAt", endsAt, zone));
            default -> moved(last, last.opensAt(), later(last, moment("endsAt", endsAt, zone)));
        };
    }

    private static Contract suspended(Contract last, boolean suspended, Function<ProcessMessages, String> already) {
        if (last.isSuspended() == suspended) {
            throw Refused.conflict(language -> already.apply(ProcessSetup.words(language)));
        }
        return last.suspended(suspended);
    }

    private static Contract ended(Contract last, Instant settled) {
        if (!last.hasEnded(settled)) {
            throw Refused.conflict(language -> ProcessSetup.words(language).hasNotEnded());
        }
        return last;
    }

    /** What hangs on the end moves with it; a promised answer only when it would come before what it answers. */
    private static Contract moved(Contract last, Instant opens, Instant ends) {
        if (!ends.isAfter(opens)) {
            throw Refused.invalid(
                    "endsAt",
                    language -> Wording.of(SetupMessages.class, language).endsBeforeOpens());
        }
        Duration grace = Duration.between(last.endsAt(), last.lateUntil());
        Contract.Answers answers = last.answers();
        Contract moved = last.during(new Contract.Window(opens, ends, ends.plus(grace)));
        if (answers.dueAt() == null || answers.dueAt().isAfter(moved.lateUntil())) {
            return moved;
        }
        Duration wait = Duration.between(last.endsAt(), answers.dueAt());
        return moved.answering(new Contract.Answers(answers.owed(), ends.plus(wait), answers.promisedShare()));
    }

    private static Instant later(Contract last, Instant ends) {
        if (!ends.isAfter(last.endsAt())) {
            throw Refused.invalid(
                    "endsAt",
                    language -> Wording.of(SetupMessages.class, language).notLater());
        }
        return ends;
    }

    private static Instant moment(String field, String typed, ZoneId zone) {
        return Moment.of(field, typed, zone, null)
                .orElseThrow(() -> Refused.invalid(
                        field,
                        language -> Wording.of(SetupMessages.class, language).startMissing()));
    }
}
