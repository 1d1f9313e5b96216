package org.ronda.proposal;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.IdentityMessages;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;
import org.ronda.process.Action;
import org.ronda.process.Process;
import org.ronda.process.ProcessNews;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** What is new in a process, as an Atom feed. */
@Path("/processes/{slug}/feed.atom")
class ProcessFeed {
    private static final int NEWEST = 30;
    private static final ProposalQuery BY_DATE = new ProposalQuery(null, "newest", null, null, null, null, null, null);

    @Inject
    Processes processes;

    @Inject
    ProposalList list;

    @Inject
    Page page;

    @GET
    @Produces("application/atom+xml;charset=UTF-8")
    public String feed(@RestPath String slug) throws FeedException {
        Process process = processes.reach(slug);
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType("atom_1.0");
        feed.setTitle(process.title().in(page.language()).text());
        feed.setUri(page.origin() + process.address());
        feed.setLink(page.origin() + process.address());
        feed.setLanguage(page.language().tag());
        feed.setEntries(entries(process));
        feed.setPublishedDate(
                feed.getEntries().isEmpty()
                        ? Date.from(process.publishedAt() == null ? process.createdAt() : process.publishedAt())
                        : feed.getEntries().get(0).getUpdatedDate());
        return new SyndFeedOutput().outputString(feed);
    }

    private List<SyndEntry> entries(Process process) {
        return Stream.concat(
                        ProcessNews.latest(process.id(), NEWEST).stream().map(news -> entry(process, news)),
                        proposals(process).stream())
                .sorted(Comparator.comparing(SyndEntry::getPublishedDate).reversed())
                .limit(NEWEST)
                .toList();
    }

    private List<SyndEntry> proposals(Process process) {
        List<ProposalCard> cards = new ArrayList<>();
        for (Stage stage : processes.timeline(process).stages()) {
            if (stage.contract().actions().contains(Action.PROPOSE)) {
                cards.addAll(list.page(stage, BY_DATE, 0, NEWEST).cards());
            }
        }
        return cards.stream()
                .sorted(Comparator.comparing(ProposalCard::publishedAt).reversed())
                .limit(NEWEST)
                .<SyndEntry>map(this::entry)
                .toList();
    }

    private SyndEntry entry(ProposalCard card) {
        SyndEntry entry = entry(card.title(), "/proposals/" + card.code(), card.publishedAt(), card.problem());
        entry.setAuthor(
                card.authors().isEmpty()
                        ? Wording.of(IdentityMessages.class, page.language()).erasedAuthor()
                        : card.authors());
        return entry;
    }

    private SyndEntry entry(Process process, ProcessNews news) {
        SyndEntry entry = entry(
                news.title().in(page.language()).text(),
                process.address() + "/news/" + news.code(),
                news.publishedAt(),
                news.body().in(page.language()).text());
        entry.setUpdatedDate(Date.from(news.updatedAt()));
        return entry;
    }

    private SyndEntry entry(String title, String address, Instant at, String words) {
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitle(title);
        entry.setUri(page.origin() + address);
        entry.setLink(page.origin() + address);
        entry.setPublishedDate(Date.from(at));
        entry.setUpdatedDate(Date.from(at));
        SyndContentImpl summary = new SyndContentImpl();
        summary.setType("text");
        summary.setValue(Excerpt.ofMarkdown(words, 300));
        entry.setDescription(summary);
        return entry;
    }
}
