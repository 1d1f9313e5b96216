package org.ronda.identity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Translated;

/** The offices of the city for programs: what everybody reads, and what the platform's administrator sets up. */
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
     * @param etag what a correction sends as If-Match
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
            List<PersonJson> responders,
            String etag) {}

    /**
     * An office as its administrator writes it.
     *
     * @param parent the code of what it is part of, or nothing
     * @param from its first day
     */
    record Words(String nameEs, String nameEn, String nameFr, String kind, String parent, String from, String contact) {
        OfficeInput input(Long seen) {
            return new OfficeInput(nameEs, nameEn, nameFr, kind, parent, from, contact, seen);
        }
    }

    /** How it ends: the first day that is no longer part of it, and the code of who follows, or nothing. */
    record End(String until, String successor) {
        OfficeEndInput input() {
            return new OfficeEndInput(until, successor);
        }
    }

    /** A new name and its first day. */
    record NewName(String nameEs, String nameEn, String nameFr, String until) {
        RenamingInput input() {
            return new RenamingInput(nameEs, nameEn, nameFr, until);
        }
    }

    @Inject
    OfficeSetup setup;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

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
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeJson.class)))
    public Response show(@RestPath String code) {
        return answer(Response.ok(), one(code));
    }

    @POST
    @Operation(
            summary = "Begin an office; for administrators",
            description = "`kind` is one of those that an office answers with; days are `2027-03-01`.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeJson.class)))
    public Response create(Words words) {
        Participant administrator = viewer.administrator();
        OfficeInput input = Idempotent.sent(words).input(null);
        return idempotent.write(input, administrator.id(), () -> {
            Office office = setup.create(input, administrator.id());
            return changed(Response.created(address(office)), office);
        });
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "Put right what was written wrong of an office; for administrators",
            description = "All of it at once. A new name is another office, which follows it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeJson.class)))
    public Response correct(@RestPath String code, Words words, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant administrator = viewer.administrator();
        one(code);
        OfficeInput input = Idempotent.sent(words).input(Idempotent.seen(seen));
        return idempotent.write(input, administrator.id(), () -> {
            setup.correct(code, input, administrator.id());
            return changed(Response.ok(), one(code));
        });
    }

    @POST
    @Path("{code}/name")
    @Operation(
            summary = "Give an office a new name from a day on; for administrators",
            description = "It ends on that day, and another one with the same people follows: that one is answered.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeJson.class)))
    public Response rename(@RestPath String code, NewName name) {
        Participant administrator = viewer.administrator();
        one(code);
        RenamingInput input = Idempotent.sent(name).input();
        return idempotent.write(input, administrator.id(), () -> {
            Office successor = setup.rename(code, input, administrator.id());
            return changed(Response.created(address(successor)), successor);
        });
    }

    @POST
    @Path("{code}/end")
    @Operation(
            summary = "End an office on a day; for administrators",
            description = "What is asked of it goes on to who follows, if anybody does.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfficeJson.class)))
    public Response end(@RestPath String code, End end) {
        Participant administrator = viewer.administrator();
        one(code);
        OfficeEndInput input = Idempotent.sent(end).input();
        return idempotent.write(input, administrator.id(), () -> {
            setup.end(code, input, administrator.id());
            return changed(Response.ok(), one(code));
        });
    }

    private static Office one(String code) {
        return Office.byCode(code).orElseThrow(NotFoundException::new);
    }

    private static URI address(Office office) {
        return URI.create("/api/v1/offices/" + office.code());
    }

    /** As it is after the act. */
    private Response changed(Response.ResponseBuilder response, Office office) {
        Office.flush();
        return answer(response, office);
    }

    private Response answer(Response.ResponseBuilder response, Office office) {
        return response.entity(json(office))
                .tag(String.valueOf(office.version()))
                .build();
    }

    private OfficeJson json(Office office) {
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
                        .toList(),
                "\"" + office.version() + "\"");
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
