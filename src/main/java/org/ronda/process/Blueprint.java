package org.ronda.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/** The template "co-creation of an action plan": its stages as phases, with lengths, rules and words to begin from. */
enum Blueprint {
    OUTREACH(Phase.Kind.OUTREACH, 0, 3, SetupMessages::kindOutreach, SetupMessages::askOutreach, Action.COMMENT),
    TOPICS(
            Phase.Kind.TOPICS,
            3,
            6,
            SetupMessages::kindTopics,
            SetupMessages::askTopics,
            Action.PROPOSE,
            Action.COMMENT,
            Action.SUPPORT),
    TABLES(Phase.Kind.TABLES, 6, 9, SetupMessages::kindTables, SetupMessages::askTables, Action.COMMENT, Action.ATTEND),
    PROPOSALS(
            Phase.Kind.PROPOSALS,
            8,
            12,
            SetupMessages::kindProposals,
            SetupMessages::askProposals,
            Action.PROPOSE,
            Action.COMMENT,
            Action.SUPPORT),
    PRIORITISATION(
            Phase.Kind.PRIORITISATION,
            12,
            15,
            SetupMessages::kindPrioritisation,
            SetupMessages::askPrioritisation,
            Action.COMMENT),
    DRAFTS(
            Phase.Kind.DRAFT_COMMENT,
            15,
            19,
            SetupMessages::kindDraftComment,
            SetupMessages::askDraftComment,
            Action.COMMENT,
            Action.AMEND,
            Action.SUPPORT),
    RESPONSE(Phase.Kind.RESPONSE, 19, 22, SetupMessages::kindResponse, SetupMessages::askResponse),
    ENDORSEMENT(Phase.Kind.ENDORSEMENT, 22, 24, SetupMessages::kindEndorsement, SetupMessages::askEndorsement),
    IMPLEMENTATION(
            Phase.Kind.IMPLEMENTATION,
            24,
            76,
            SetupMessages::kindImplementation,
            SetupMessages::askImplementation,
            Action.COMMENT),
    EVALUATION(
            Phase.Kind.EVALUATION, 76, 84, SetupMessages::kindEvaluation, SetupMessages::askEvaluation, Action.COMMENT);

    /** By when what was said is answered, after input has ended. */
    private static final int ANSWER_WEEKS = 4;

    private final Phase.Kind kind;
    private final int firstWeek;
    private final int lastWeek;
    private final Function<SetupMessages, String> title;
    private final Function<SetupMessages, String> ask;
    private final Set<Action> actions = EnumSet.noneOf(Action.class);

    Blueprint(
            Phase.Kind kind,
            int firstWeek,
            int lastWeek,
            Function<SetupMessages, String> title,
            Function<SetupMessages, String> ask,
            Action... actions) {
        this.kind = kind;
        this.firstWeek = firstWeek;
        this.lastWeek = lastWeek;
        this.title = title;
        this.ask = ask;
        this.actions.addAll(List.of(actions));
    }

    Phase.Sketch sketch() {
        return new Phase.Sketch(kind, inAll(title), inAll(ask));
    }

    Contract contract(Instant start, ZoneId zone) {
        Instant ends = week(start, zone, lastWeek);
        Contract contract = Contract.between(week(start, zone, firstWeek), ends)
                .allowing(actions)
                .limited(limits());
        return isAnswered() ? contract.answering(answers(week(ends, zone, ANSWER_WEEKS))) : contract;
    }

    private Contract.Answers answers(Instant due) {
        return kind == Phase.Kind.DRAFT_COMMENT
                ? new Contract.Answers(EnumSet.of(Owed.AMENDMENT, Owed.CLAUSE_COMMENT, Owed.QUESTION), due, 100)
                : Contract.Answers.by(due);
    }

    private boolean isAnswered() {
        return kind == Phase.Kind.TOPICS || kind == Phase.Kind.PROPOSALS || kind == Phase.Kind.DRAFT_COMMENT;
    }

    private Contract.Limits limits() {
        return switch (kind) {
            case TOPICS -> new Contract.Limits(5, 3, 400);
            case PROPOSALS -> new Contract.Limits(10, 5, 4_000);
            default -> Contract.Limits.NONE;
        };
    }

    /** The name of a kind of phase. */
    static String name(Phase.Kind kind, Language language) {
        SetupMessages words = Wording.of(SetupMessages.class, language);
        return Arrays.stream(values())
                .filter(stage -> stage.kind == kind)
                .map(stage -> stage.title.apply(words))
                .findFirst()
                .orElseThrow();
    }

    static Translated inAll(Function<SetupMessages, String> text) {
        Translated all = Translated.EMPTY;
        for (Language language : Language.values()) {
            all = all.with(language, text.apply(Wording.of(SetupMessages.class, language)));
        }
        return all;
    }

    /** By the calendar of the place, so that an hour of summer time does not move the opening. */
    private static Instant week(Instant start, ZoneId zone, int weeks) {
        return start.atZone(zone).plusWeeks(weeks).toInstant();
    }
}
