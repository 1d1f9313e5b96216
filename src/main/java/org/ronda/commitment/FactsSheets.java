package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeReading;
import org.ronda.identity.Period;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** What a version says beside its clauses, between the form and the draft. */
@ApplicationScoped
class FactsSheets {
    @Inject
    OfficeReading offices;

    @Inject
    Page page;

    FactsSheet of(CommitmentVersion version, FactsInput input) {
        Language language = page.language();
        List<Option> choices = new ArrayList<>();
        choices.add(new Option("", Drafting.words(language).officeNone()));
        offices.chart()
                .inForce(language)
                .forEach(branch -> choices.add(new Option(
                        branch.office().code(),
                        branch.office().name().in(language).text())));
        boolean isThere = choices.stream().anyMatch(option -> option.value().equals(input.office()));
        if (!isThere) {
            // it has ended since; whoever saves without looking at it does not change it
            Office.byCode(input.office())
                    .ifPresent(ended -> choices.add(
                            new Option(ended.code(), ended.name().in(language).text())));
        }
        return new FactsSheet(
                input,
                choices,
                Arrays.stream(OgpValue.values())
                        .map(value -> new Option(value.name(), value.in(language)))
                        .toList(),
                WorkPages.kinds(language),
                version.version());
    }

    FactsInput input(CommitmentVersion version) {
        CommitmentVersion.Facts facts = version.facts();
        return new FactsInput(
                facts.leadOfficeId() == null
                        ? ""
                        : Office.<Office>findById(facts.leadOfficeId()).code(),
                facts.startsOn() == null ? "" : facts.startsOn().toString(),
                facts.endsOn() == null ? "" : facts.endsOn().toString(),
                facts.values().stream().map(Enum::name).toList(),
                version.expectedOn() == null ? "" : version.expectedOn().toString(),
                version.version());
    }

    CommitmentVersion.Facts facts(FactsInput input) {
        Long office = input.office().isEmpty()
                ? null
                : Office.byCode(input.office())
                        .map(Office::id)
                        .orElseThrow(() -> Drafting.invalid("office", CommitmentMessages::chooseOffice));
        return new CommitmentVersion.Facts(
                office, day("from", input.from()), day("to", input.to()), values(input.values()));
    }

    LocalDate expected(FactsInput input) {
        return day("expected", input.expected());
    }

    private static LocalDate day(String field, String typed) {
        return typed.isEmpty() ? null : Period.day(field, typed);
    }

    private static Set<OgpValue> values(List<String> typed) {
        Set<OgpValue> values = EnumSet.noneOf(OgpValue.class);
        for (String name : typed) {
            values.add(Arrays.stream(OgpValue.values())
                    .filter(value -> value.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Drafting.invalid("values", CommitmentMessages::chooseValue)));
        }
        return values;
    }
}
