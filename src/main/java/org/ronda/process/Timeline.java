package org.ronda.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The phases of a process, in their order, as they stand at one instant. */
public record Timeline(Process process, List<Stage> stages, Instant now) {

    /** The phase whose input is open now and ends first. */
    public Optional<Stage> open() {
        return stages.stream()
                .filter(Stage::isOpen)
                .min(Comparator.comparing(stage -> stage.contract().endsAt()));
    }

    /** The phase that would be open or open next, were it not suspended. */
    public Optional<Stage> suspended() {
        return stages.stream()
                .filter(Stage::isSuspended)
                .min(Comparator.comparing(stage -> stage.contract().opensAt()));
    }

    /** The next phase to open. */
    public Optional<Stage> next() {
        return stages.stream()
                .filter(stage -> stage.state() == Stage.State.ANNOUNCED)
                .min(Comparator.comparing(stage -> stage.contract().opensAt()));
    }

    /** The last phase whose input ended. */
    public Optional<Stage> last() {
        return stages.stream()
                .filter(Stage::isPast)
                .max(Comparator.comparing(stage -> stage.contract().endsAt()));
    }

    public Optional<Stage> openFor(Action action) {
        return stages.stream()
                .filter(stage -> stage.allows(action))
                .min(Comparator.comparing(stage -> stage.contract().endsAt()));
    }

    /** The next phase to open that will allow it. */
    public Optional<Stage> nextFor(Action action) {
        return stages.stream()
                .filter(stage -> stage.state() == Stage.State.ANNOUNCED
                        && stage.contract().actions().contains(action))
                .min(Comparator.comparing(stage -> stage.contract().opensAt()));
    }

    public Optional<Stage> of(long phaseId) {
        return stages.stream().filter(stage -> stage.phase().id() == phaseId).findFirst();
    }

    public Optional<Stage> of(String phaseCode) {
        return stages.stream()
                .filter(stage -> stage.phase().code().equals(phaseCode))
                .findFirst();
    }

    public boolean hasEnded() {
        return !stages.isEmpty() && stages.stream().allMatch(Stage::isPast);
    }

    public boolean hasBegun() {
        return stages.stream().anyMatch(stage -> !now.isBefore(stage.contract().opensAt()));
    }

    public Optional<Instant> firstOpening() {
        return stages.stream().map(stage -> stage.contract().opensAt()).min(Comparator.naturalOrder());
    }
}
