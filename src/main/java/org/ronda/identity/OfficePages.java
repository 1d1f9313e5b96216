package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;

/** The offices of the city, and one of them: what it is part of, who responds for it, who it followed and who followed it. */
@Path("/offices")
class OfficePages {
    /**
     * An office on its page.
     *
     * @param parent what it is part of, or null
     * @param successor who follows it, or null
     * @param isMine whether the viewer responds for it
     */
    record View(
            Office office,
            String kind,
            Office parent,
            List<Office> parts,
            List<Office> predecessors,
            Office successor,
            List<Responding.Person> people,
            boolean hasEnded,
            boolean isToCome,
            boolean isMine,
            boolean isAdministrator) {}

    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance offices(
                List<OfficeChart.Branch> inForce, List<Office> others, LocalDate today, boolean isAdministrator);

        static native TemplateInstance office(View view, String cursor, ZoneId zone);
    }

    @Inject
    OfficeReading offices;

    @Inject
    Responding responding;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance offices() {
        page.titled(words().offices()).in("offices");
        LocalDate today = offices.today();
        OfficeChart chart = offices.chart();
        return Templates.offices(
                chart.inForce(page.language()), chart.others(), today, viewer.has(PlatformRole.ADMINISTRATOR));
    }

    @GET
    @Path("{code}")
    public TemplateInstance office(@RestPath String code, @RestQuery String cursor) {
        Office office = Office.byCode(code).orElseThrow(NotFoundException::new);
        Instant at = now.instant();
        LocalDate today = offices.day(at);
        OfficeChart chart = offices.chart();
        String name = office.name().in(page.language()).text();
        page.titled(name).in("offices").crumb(words().offices(), "/offices").crumb(name);
        List<Responding.Person> people = responding.responding(office, at);
        return Templates.office(
                new View(
                        office,
                        office.kind().in(page.language()),
                        chart.parent(office),
                        chart.parts(office, page.language()),
                        chart.predecessors(office, page.language()),
                        chart.successor(office),
                        people,
                        office.hasEnded(today),
                        today.isBefore(office.validFrom()),
                        people.stream().anyMatch(person -> person.responder().participantId() == viewer.id()),
                        viewer.has(PlatformRole.ADMINISTRATOR)),
                cursor,
                zone);
    }

    private OfficeMessages words() {
        return OfficeSetup.words(page.language());
    }
}
