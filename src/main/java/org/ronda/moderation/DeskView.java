package org.ronda.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.process.Process;

/**
 * The desk of a process as its moderator sees it.
 *
 * @param counts how much waits in each queue; none for what was decided
 * @param next where the next page of the queue begins, or null
 * @param open what is looked at, or null
 */
record DeskView(Process process, Queue queue, Map<Queue, Integer> counts, List<Row> rows, Cursor next, Case open) {
    /**
     * One line of a queue.
     *
     * @param reports how many people reported it and wait for a decision
     */
    record Row(String code, Contribution contribution, String author, Instant at, int reports) {}

    /**
     * A contribution on the desk with everything about it.
     *
     * @param files those of the present version
     * @param decision the decision that is looked at, or null when it is the contribution
     * @param isOwn whether the moderator wrote it, and so does not decide
     * @param isFirst whether the moderator decided first, and so does not look again
     * @param acts what may be decided now
     * @param blockedUntil until when its author is blocked, or null
     */
    record Case(
            Contribution contribution,
            String author,
            boolean isOrganisation,
            List<Attachment> files,
            List<Report> reports,
            List<Decision> decisions,
            Decision decision,
            boolean isOwn,
            boolean isFirst,
            List<Decision.Kind> acts,
            Instant blockedUntil) {
        public boolean isAnyActPossible() {
            return !acts.isEmpty() && !isOwn;
        }

        /** What was withdrawn is read only by whom its author asked to look at it once more. */
        public boolean isReadable() {
            return !contribution.isWithdrawn() || decision != null && decision.isLookOpen();
        }

        /** The texts under the title, each as Markdown. */
        public List<String> texts() {
            return contribution.words().entrySet().stream()
                    .filter(field ->
                            !field.getKey().equals("title") && !field.getKey().equals("files"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        /** Everything that a passage may be taken out of, as it was typed. */
        public List<String> sources() {
            return Stream.concat(texts().stream(), files.stream().map(Attachment::caption))
                    .toList();
        }

        public boolean hasTitle() {
            return contribution.words().containsKey("title");
        }

        public List<Option> options(Language language) {
            return acts.stream()
                    .map(kind -> new Option(kind.key(), Desk.verb(kind, language)))
                    .toList();
        }
    }

    public Queue[] queues() {
        return Queue.values();
    }

    public int waiting(Queue one) {
        return counts.getOrDefault(one, 0);
    }

    public boolean hasCount(Queue one) {
        return counts.containsKey(one);
    }

    public String address() {
        return "/desk/" + process.slug();
    }

    public String addressOf(Queue one) {
        return address() + "?queue=" + one.key();
    }

    public String addressOf(Row row) {
        return addressOf(queue) + "&at=" + row.code() + "#case";
    }

    public String more() {
        return addressOf(queue) + "&cursor=" + next;
    }

    public boolean isOpen(Row row) {
        if (open == null) {
            return false;
        }
        return queue.isOfDecisions()
                ? open.decision() != null && open.decision().code().equals(row.code())
                : open.contribution().code().equals(row.code());
    }
}
