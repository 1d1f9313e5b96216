package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.identity.Participant;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Chronicle;

/** Everything that was changed in a process, with who and why, from the ledger; three statements a page. */
@ApplicationScoped
class Changes {
    private static final int PAGE = 30;

    @Inject
    Chronicle chronicle;

    Slice<Change> of(Process process, Cursor from, Language language) {
        List<Long> phases = Phase.of(process).stream().map(Phase::id).toList();
        Slice<Chronicle.Entry> entries = chronicle.of(process.scope(), Scope.Kind.PHASE, phases, from, PAGE);
        Map<Object, Participant> people = people(entries.items());
        return entries.map(entry -> new Change(
                entry.at(),
                entry.kind().in(language),
                entry.actorId() == null || !people.containsKey(entry.actorId())
                        ? ""
                        : people.get(entry.actorId()).name(),
                about(entry, people, language),
                entry.content().getOrDefault("reason", "")));
    }

    /** Everybody who is named on the page, by id and by code. */
    private static Map<Object, Participant> people(List<Chronicle.Entry> entries) {
        List<Long> ids = entries.stream()
                .map(Chronicle.Entry::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<String> codes = entries.stream()
                .map(entry -> entry.content().get("participant"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return Participant.<Participant>list("id in ?1 or code in ?2", ids, codes).stream()
                .flatMap(person ->
                        Stream.of(Map.entry((Object) person.id(), person), Map.entry((Object) person.code(), person)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String about(Chronicle.Entry entry, Map<Object, Participant> people, Language language) {
        String code = entry.content().get("participant");
        if (code != null) {
            String name = people.containsKey(code) ? people.get(code).name() : code;
            return name + " · " + role(Role.valueOf(entry.content().get("role")), language);
        }
        String number = entry.content().get("number");
        if (number != null) {
            return Wording.of(SetupMessages.class, language).codesOf(Integer.parseInt(number));
        }
        return Stream.concat(Stream.of(language), Stream.of(Language.values()))
                .map(of -> entry.content().get("title_" + of.tag()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    static String role(Role role, Language language) {
        SetupMessages words = Wording.of(SetupMessages.class, language);
        return switch (role) {
            case PROCESS_ADMINISTRATOR -> words.roleAdministrator();
            case MODERATOR -> words.roleModerator();
            case FACILITATOR -> words.roleFacilitator();
            case MONITORING_BODY -> words.roleMonitoring();
            case EVALUATOR -> words.roleEvaluator();
        };
    }

    /** What somebody with that role may do in its process today. */
    static String powers(Role role, Language language) {
        SetupMessages words = Wording.of(SetupMessages.class, language);
        return switch (role) {
            case PROCESS_ADMINISTRATOR -> words.mayAdministrator();
            case MODERATOR -> words.mayModerator();
            case FACILITATOR -> words.mayFacilitator();
            case MONITORING_BODY -> words.mayMonitoring();
            case EVALUATOR -> words.mayEvaluator();
        };
    }
}
