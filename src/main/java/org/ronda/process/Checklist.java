package org.ronda.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;

/** What is still missing before a process may be public, and whether it would be public early enough. */
public record Checklist(Timeline timeline, Instant now) {
    /** A thing to look at before publishing. */
    public enum Kind {
        TEXTS,
        DECISION_BODY,
        PHASES,
        PHASE_TEXTS,
        DATES
    }

    /**
     * @param subject the title of the phase, or a language's own name, that it is about; may be empty
     * @param address where it is mended, below the process's own setup page
     */
    public record Item(Kind kind, boolean isDone, String subject, String address) {}

    public List<Item> items() {
        Process process = timeline.process();
        List<Item> items = new ArrayList<>();
        for (Language language : process.languages()) {
            boolean isDone = has(language, process.title(), process.summary(), process.decided(), process.notDecided());
            items.add(new Item(Kind.TEXTS, isDone, language.ownName(), "/texts/" + language.tag()));
        }
        items.add(new Item(Kind.DECISION_BODY, process.decisionBody().isPresent(), "", "/frame"));
        items.add(new Item(Kind.PHASES, !timeline.stages().isEmpty(), "", "/phases"));
        for (Stage stage : timeline.stages()) {
            Phase phase = stage.phase();
            String title = phase.title().in(process.languages().get(0)).text();
            boolean isSaid =
                    process.languages().stream().allMatch(language -> has(language, phase.title(), phase.ask()));
            items.add(new Item(Kind.PHASE_TEXTS, isSaid, title, "/phases/" + phase.code()));
            items.add(new Item(Kind.DATES, !stage.contract().hasEnded(now), title, "/phases/" + phase.code()));
        }
        return items;
    }

    public boolean isReady() {
        return items().stream().allMatch(Item::isDone);
    }

    /** Public less than {@link Process#NOTICE} before the first opening: a reason is required, and shown. */
    public boolean isShortNotice() {
        return timeline.firstOpening()
                .filter(first -> first.isBefore(now.plus(Process.NOTICE)))
                .isPresent();
    }

    private static boolean has(Language language, Translated... texts) {
        for (Translated text : texts) {
            if (!text.has(language)) {
                return false;
            }
        }
        return true;
    }
}
