package org.ronda.commitment;

import io.quarkus.arc.Unremovable;
import io.quarkus.qute.TemplateExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.process.Action;
import org.ronda.process.Phase;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;

/** The rounds of a process: its phases in which drafts are commented on, in their order, with the drafts chosen for each. */
@ApplicationScoped
@Unremovable
class Rounds {
    @Inject
    Processes processes;

    @Inject
    Team team;

    /** For templates: {@code {rounds:n(timeline, stage)}}; costs nothing. */
    @TemplateExtension(namespace = "rounds")
    static class InTemplates {
        private InTemplates() {}

        /** Which round a phase is, or 0 where it is none. */
        static int n(Timeline timeline, Stage stage) {
            return stages(timeline).indexOf(stage) + 1;
        }
    }

    /**
     * A draft among the rounds.
     *
     * @param round the open one that it is in; else the next, else the last; or null
     * @param without the open one that it is not in, or null
     */
    record Turn(Round round, Round without) {
        public Stage stage() {
            return round == null ? null : round.stage();
        }
    }

    private static List<Stage> stages(Timeline timeline) {
        return timeline.stages().stream()
                .filter(stage -> stage.phase().kind() == Phase.Kind.DRAFT_COMMENT)
                .toList();
    }

    /** The phase that is the round of that number. */
    static Phase phase(Timeline timeline, int n) {
        List<Stage> stages = stages(timeline);
        if (n < 1 || n > stages.size()) {
            throw new NotFoundException();
        }
        return stages.get(n - 1).phase();
    }

    /** In one statement; none where no phase is about drafts. */
    List<Round> of(Timeline timeline) {
        List<Stage> stages = stages(timeline);
        if (stages.isEmpty()) {
            return List.of();
        }
        Map<Long, RoundPreparation> prepared =
                RoundPreparation.of(
                                stages.stream().map(stage -> stage.phase().id()).toList())
                        .stream()
                        .collect(Collectors.toMap(RoundPreparation::phaseId, Function.identity()));
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            RoundPreparation preparation = prepared.get(stage.phase().id());
            rounds.add(new Round(
                    timeline.process(),
                    stage,
                    i + 1,
                    i + 1 < stages.size() ? stages.get(i + 1) : null,
                    preparation == null ? Set.of() : Set.copyOf(preparation.drafts()),
                    preparation == null ? 0 : preparation.revision()));
        }
        return rounds;
    }

    /** The round of that number, as far as the viewer reaches its process. */
    Round reach(String slug, int n) {
        return of(processes.timeline(processes.reach(slug))).stream()
                .filter(round -> round.n() == n)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The same for somebody of its team; for anybody else there is nothing. */
    Round own(String slug, int n) {
        Round round = reach(slug, n);
        if (!team.has(round.process().id())) {
            throw new NotFoundException();
        }
        return round;
    }

    /** @param versions those of the draft that are or were public */
    Turn turn(Timeline timeline, Commitment commitment, List<CommitmentVersion> versions) {
        List<Round> rounds = of(timeline);
        List<Round> mine =
                rounds.stream().filter(round -> round.has(commitment, versions)).toList();
        Optional<Stage> stage = stageOf(
                new Timeline(timeline.process(), mine.stream().map(Round::stage).toList(), timeline.now()));
        Round round = mine.stream()
                .filter(one -> stage.isPresent() && one.stage() == stage.get())
                .findFirst()
                .orElse(null);
        Round without = rounds.stream()
                .filter(one -> one.stage().isOpen() && !mine.contains(one))
                .min(Comparator.comparing(one -> one.stage().contract().endsAt()))
                .orElse(null);
        return new Turn(round, round != null && round.stage().isOpen() ? null : without);
    }

    /** The phase that comments drafts now; else the next one, else the last one. */
    static Optional<Stage> stage(Timeline timeline) {
        return stageOf(new Timeline(timeline.process(), stages(timeline), timeline.now()));
    }

    private static Optional<Stage> stageOf(Timeline drafts) {
        return drafts.openFor(Action.COMMENT)
                .or(() -> drafts.nextFor(Action.COMMENT))
                .or(drafts::last);
    }
}
