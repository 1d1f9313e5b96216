package org.ronda.process;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Wording;

/** The contract of a phase, line by line, as everybody reads it. */
public final class ContractInWords {
    private final List<Option> lines = new ArrayList<>();
    private final SetupMessages words;
    private final ProcessMessages own;
    private final ZoneId zone;
    private final Language language;

    private ContractInWords(ZoneId zone, Language language) {
        this.words = Wording.of(SetupMessages.class, language);
        this.own = Wording.of(ProcessMessages.class, language);
        this.zone = zone;
        this.language = language;
    }

    public static List<Option> of(Phase.Kind kind, Contract contract, ZoneId zone, Language language) {
        ContractInWords words = new ContractInWords(zone, language);
        words.write(kind, contract);
        return words.lines;
    }

    private void write(Phase.Kind kind, Contract contract) {
        line(words.kind(), Blueprint.name(kind, language));
        line(words.opens(), Dates.inWordsWithZone(contract.opensAt(), zone, language));
        line(words.ends(), Dates.inWordsWithZone(contract.endsAt(), zone, language));
        line(words.actions(), named(contract.actions(), own.contractNothing(), PhaseForm.actions(words)));
        if (!contract.actions().isEmpty()) {
            input(contract);
        }
        line(words.owed(), named(contract.answers().owed(), own.contractNothing(), PhaseForm.owed(words)));
        if (contract.answers().dueAt() != null) {
            line(words.due(), Dates.inWordsWithZone(contract.answers().dueAt(), zone, language));
            line(words.share(), String.valueOf(contract.answers().promisedShare()));
        }
    }

    private void input(Contract contract) {
        line(words.late(), Dates.inWordsWithZone(contract.lateUntil(), zone, language));
        if (contract.actions().contains(Action.PROPOSE)) {
            line(words.proposalsPerVoter(), limit(contract.limits().proposalsPerVoter()));
        }
        if (contract.actions().contains(Action.SUPPORT)) {
            line(words.supportsPerVoter(), limit(contract.limits().supportsPerVoter()));
            line(
                    own.contractOrganisations(),
                    contract.hasOrganisations() ? own.contractOrganisationsToo() : own.contractOrganisationsNot());
            line(
                    own.contractTallies(),
                    contract.hasHiddenTally() ? own.contractTalliesAfter() : own.contractTalliesAtOnce());
        }
        line(words.maxLength(), Dates.grouped(contract.limits().maxLength(), language));
        line(words.moderation(), contract.isModeratedFirst() ? words.moderatedFirst() : words.moderatedAfter());
    }

    private void line(String label, String value) {
        lines.add(new Option(value, label));
    }

    private String limit(Integer most) {
        return most == null ? own.contractUnlimited() : Dates.grouped(most, language);
    }

    private static String named(Collection<? extends Enum<?>> chosen, String none, List<Option> options) {
        List<String> names = chosen.stream().map(Enum::name).toList();
        return names.isEmpty()
                ? none
                : options.stream()
                        .filter(option -> names.contains(option.value()))
                        .map(Option::label)
                        .collect(Collectors.joining(", "));
    }
}
