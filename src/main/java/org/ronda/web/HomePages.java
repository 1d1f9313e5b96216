package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.List;
import org.ronda.kernel.Page;
import org.ronda.process.Cards;
import org.ronda.process.ProcessCard;
import org.ronda.process.Processes;

/** What is open now, what comes, what ended. */
@Path("/")
class HomePages {
    private static final int MOST = 30;

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance home(List<ProcessCard> open, List<ProcessCard> coming, List<ProcessCard> ended);
    }

    @Inject
    Processes processes;

    @Inject
    Cards cards;

    @Inject
    Page page;

    @GET
    public TemplateInstance home() {
        page.in("home");
        List<ProcessCard> all = cards.of(processes.current(null, MOST).items());
        return Templates.home(
                all.stream()
                        .filter(ProcessCard::isOpen)
                        .sorted(Comparator.comparing(
                                card -> card.stage().contract().endsAt()))
                        .toList(),
                all.stream()
                        .filter(ProcessCard::isComing)
                        .sorted(Comparator.comparing(
                                card -> card.stage().contract().opensAt()))
                        .toList(),
                all.stream().filter(ProcessCard::isEnded).toList());
    }
}
