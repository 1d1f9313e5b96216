package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.ledger.Counts;

/** Makes the cards of several processes in a fixed number of statements. */
@ApplicationScoped
public class Cards {
    @Inject
    Processes processes;

    @Inject
    Counters counters;

    public List<ProcessCard> of(List<Process> list) {
        if (list.isEmpty()) {
            return List.of();
        }
        Map<Scope, Counts> counts =
                counters.of(list.stream().map(Process::scope).toList(), null);
        List<ProcessCard> cards = processes.timelines(list).stream()
                .map(timeline -> new ProcessCard(
                        timeline.process(),
                        timeline,
                        new Course(timeline, counts).first(),
                        counts.get(timeline.process().scope()),
                        null))
                .toList();
        Map<Long, ProcessNews> told = ProcessNews.latestOf(cards.stream()
                .filter(ProcessCard::isEnded)
                .map(card -> card.process().id())
                .toList());
        return cards.stream()
                .map(card -> card.telling(told.get(card.process().id())))
                .toList();
    }
}
