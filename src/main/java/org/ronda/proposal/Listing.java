package org.ronda.proposal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ronda.process.District;
import org.ronda.process.Process;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;
import org.ronda.process.Topic;

/** What the list shows beside its cards. */
record Listing(
        Process process,
        Timeline timeline,
        Stage stage,
        ProposalQuery query,
        ProposalList.Slice slice,
        int count,
        List<Topic> topics,
        List<District> districts,
        List<Author> authors,
        Integer supportsLeft) {
    /** Whether entries may be asked for by the topic that came from them. */
    public boolean hasDrawnTopics() {
        return stage.phase().isTopics() && !topics.isEmpty();
    }

    public String address() {
        return process.address() + "/proposals";
    }

    /** The query string of this list with another order, from its beginning. */
    public String ordered(String order) {
        return "?phase=" + stage.phase().code() + "&order=" + order + filters();
    }

    public String after() {
        return "?phase=" + stage.phase().code() + "&order=" + query.by().name().toLowerCase() + filters() + "&cursor="
                + slice.next();
    }

    /** Whether the list is in that order. */
    public boolean isBy(String order) {
        return query.by().name().equalsIgnoreCase(order);
    }

    /** Whether the order is random because nobody said another, so that a visitor may still ask for one of their own. */
    public boolean isOrderOfTheDay() {
        return query.order().isEmpty();
    }

    private String filters() {
        return "&district=" + query.district() + "&topic=" + query.topic() + "&state=" + query.state() + "&author="
                + query.author() + "&q="
                + URLEncoder.encode(query.q(), StandardCharsets.UTF_8);
    }
}
