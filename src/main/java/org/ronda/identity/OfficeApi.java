package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Translated;

/** The offices of the city for programs. */
@Path("/api/v1/offices")
class OfficeApi {
    /**
     * An office in the list.
     *
     * @param parent the code of what it is part of, or null
     * @param validTo the first day that is no longer part of it, or null
     * @param successor the code of who follows it, or null
     */
    record Row(
            String code,
            Map<String, String> name,
            String kind,
            String parent,
            LocalDate validFrom,
            LocalDate validTo,
            String successor) {}

    /** All of them: no city has so many that they are not read at once. */
    record Rows(List<Row> items) {}

    /** @param title the role in the office */
    record PersonJson(String name, String title, Instant since) {}

    /**
     * An office.
     *
     * @param contact the mail address of the role, or null
     * @param responders who responds for it now
     */
    record OfficeJson(
            String code,
            Map<String, String> name,
            String kind,
            String parent,
            List<String> parts,
            LocalDate validFrom,
            LocalDate validTo,
            String successor,
            List<String> predecessors,
            String contact,
            List<PersonJson> responders) {}

    @Inject
    OfficeReading offices;

    @Inject
    Responding responding;

    @Inject
    Page page;

    @Inject
    Now now;

    @GET
    @Operation(
            summary = "The offices of the city: those in force by name, each after what it is part of; then the others")
    public Rows list() {
        OfficeChart chart = offices.chart();
        return new Rows(Stream.concat(
                        chart.inForce(page.language()).stream().map(OfficeChart.Branch::office),
                        chart.others().stream())
                .map(office -> new Row(
                        office.code(),
                        texts(office.name()),
                        office.kind().name(),
                        code(chart.parent(office)),
                        office.validFrom(),
                        office.validTo(),
                        code(chart.successor(office))))
                .toList());
    }

    @GET
    @Path("{code}")
    @Operation(summary = "An office, and who responds for it now")
    public OfficeJson show(@RestPath String code) {
        Office office = Office.byCode(code).orElseThrow(NotFoundException::new);
        OfficeChart chart = offices.chart();
        return new OfficeJson(
                office.code(),
                texts(office.name()),
                office.kind().name(),
                code(chart.parent(office)),
                codes(chart.parts(office, page.language())),
                office.validFrom(),
                office.validTo(),
                code(chart.successor(office)),
                codes(chart.predecessors(office, page.language())),
                office.contact().isEmpty() ? null : office.contact(),
                responding.responding(office, now.instant()).stream()
                        .map(person -> new PersonJson(
                                person.name(),
                                person.responder().title(),
                                person.responder().validFrom()))
                        .toList());
    }

    private static String code(Office office) {
        return office == null ? null : office.code();
    }

    private static List<String> codes(List<Office> offices) {
        return offices.stream().map(Office::code).toList();
    }

    private static Map<String, String> texts(Translated translated) {
        Map<String, String> texts = new TreeMap<>();
        translated.texts().forEach((language, text) -> texts.put(language, text.text()));
        return texts;
    }
}
