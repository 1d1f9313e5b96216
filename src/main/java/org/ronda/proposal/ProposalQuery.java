package org.ronda.proposal;

import jakarta.ws.rs.BadRequestException;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.PlainText;

/** What a list of proposals is asked for; empty filters do not filter, unknown words are a bad request. */
public record ProposalQuery(
        @RestQuery String phase,
        @RestQuery String order,
        @RestQuery String district,
        @RestQuery String topic,
        @RestQuery String state,
        @RestQuery String author,
        @RestQuery String q,
        @RestQuery String cursor) {

    /** In which order. */
    public enum Order {
        RANDOM,
        NEWEST,
        SUPPORTED,
        DISCUSSED
    }

    public ProposalQuery {
        phase = blank(phase);
        district = blank(district);
        topic = blank(topic);
        author = blank(author);
        q = PlainText.line(blank(q));
        state = blank(state);
        order = blank(order);
    }

    private static String blank(String text) {
        return text == null ? "" : text.strip();
    }

    public Order by() {
        return order.isEmpty() ? Order.RANDOM : word(Order.class, order);
    }

    /** Whether the visitor chose it, and not we for them. */
    boolean isRandomAsked() {
        return order.equalsIgnoreCase("random") && cursor == null;
    }

    public Contribution.State in() {
        Contribution.State in = state.isEmpty() ? Contribution.State.PUBLISHED : word(Contribution.State.class, state);
        if (in == Contribution.State.DRAFT || in == Contribution.State.UNCONFIRMED || in == Contribution.State.HELD) {
            throw new BadRequestException();
        }
        return in;
    }

    public boolean isFiltered() {
        return !district.isEmpty() || !topic.isEmpty() || !state.isEmpty() || !author.isEmpty() || !q.isEmpty();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadRequestException(unknown);
        }
    }
}
