package org.ronda.process;

import java.util.Arrays;
import java.util.List;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Wording;

/**
 * The form of a phase.
 *
 * @param phase null when it is a new one
 * @param theirs what somebody else saved meanwhile, or null
 * @param rules their contract, line by line
 * @param present the phase as it is, or null
 */
public record PhaseForm(
        Process process,
        Phase phase,
        PhaseInput input,
        PhaseInput theirs,
        List<Option> rules,
        PhaseInput present,
        Language language) {
    public String action() {
        return "/setup/" + process.slug() + "/phases/" + (phase == null ? "new" : phase.code());
    }

    public List<Option> kinds() {
        return Arrays.stream(Phase.Kind.values())
                .map(kind -> new Option(kind.name(), Blueprint.name(kind, language)))
                .toList();
    }

    public List<Option> actions() {
        return actions(words());
    }

    static List<Option> actions(SetupMessages words) {
        return List.of(
                new Option("PROPOSE", words.actPropose()),
                new Option("COMMENT", words.actComment()),
                new Option("SUPPORT", words.actSupport()),
                new Option("AMEND", words.actAmend()),
                new Option("ATTEND", words.actAttend()));
    }

    public List<Option> owed() {
        return owed(words());
    }

    static List<Option> owed(SetupMessages words) {
        return List.of(
                new Option("PROPOSAL", words.owedProposal()),
                new Option("TOPIC_ENTRY", words.owedEntry()),
                new Option("CLAUSE_COMMENT", words.owedClauseComment()),
                new Option("AMENDMENT", words.owedAmendment()),
                new Option("QUESTION", words.owedQuestion()),
                new Option("THREAD", words.owedThread()));
    }

    public List<Option> moderations() {
        return List.of(new Option("POST", words().moderatedAfter()), new Option("PRE", words().moderatedFirst()));
    }

    private SetupMessages words() {
        return Wording.of(SetupMessages.class, language);
    }
}
