package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Page;

/** The dates of a process's phases, for people's calendars (RFC 5545). */
@Path("/processes/{slug}/calendar.ics")
class ProcessCalendar {
    /** In characters, of which each of our languages' takes two octets at most: RFC 5545 wants lines of 75 octets. */
    private static final int FOLD = 36;

    @Inject
    Processes processes;

    @Inject
    Page page;

    @GET
    @Produces("text/calendar;charset=UTF-8")
    public String calendar(@RestPath String slug) throws IOException {
        Process process = processes.reach(slug);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Ronda//Ronda//ES"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        for (Stage stage : processes.timeline(process).stages()) {
            calendar.add(event(process, stage));
        }
        StringWriter folded = new StringWriter();
        new CalendarOutputter(false, FOLD).output(calendar, folded);
        return folded.toString();
    }

    private VEvent event(Process process, Stage stage) {
        VEvent event = new VEvent(
                stage.contract().opensAt(),
                stage.contract().endsAt(),
                process.title().in(page.language()).text() + ": "
                        + stage.phase().title().in(page.language()).text());
        event.add(new Uid(stage.phase().code() + "@ronda"));
        event.add(new Description(stage.phase().ask().in(page.language()).text()));
        event.add(new Url(URI.create(
                page.origin() + process.address() + "/phases/" + stage.phase().code())));
        return event;
    }
}
