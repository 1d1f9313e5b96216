package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** Organisations for programs, as far as everybody reaches them. */
@Path("/api/v1/organisations")
class OrganisationApi {
    /** A row of the list. */
    record Row(String code, String name, List<String> themes) {}

    /** A page of the list; {@code next} is null on the last. */
    record Rows(List<Row> items, String next) {}

    /** @param about the title of the process or topic that the mandate is limited to; null for everything */
    record PersonJson(String name, String title, boolean holder, String about, Instant from, Instant to) {}

    record InterestJson(String text, Instant statedAt) {}

    /**
     * An organisation.
     *
     * @param legal REGISTERED, IN_PROCESS or NONE
     * @param twoPerson whether what is said for it waits for a second person
     * @param endedAt null while it takes part
     * @param successor the code of what it ended in, or null
     */
    record OrganisationJson(
            String code,
            String name,
            String statement,
            List<String> themes,
            String contact,
            String legal,
            boolean twoPerson,
            List<PersonJson> people,
            List<InterestJson> interests,
            Instant endedAt,
            String endedReason,
            String successor) {}

    @Inject
    OrganisationReading reading;

    @Inject
    Page page;

    @GET
    @Operation(summary = "The organisations that take part, by name")
    public Rows list(@RestQuery String cursor, @RestQuery Integer limit) {
        Slice<Organisation> slice = Organisation.listed(
                Organisation.State.ACCEPTED, Cursor.parse(cursor, 2), limit == null ? OrganisationsPages.PAGE : limit);
        return new Rows(
                slice.items().stream()
                        .map(one -> new Row(one.code(), one.name(), one.eachTheme()))
                        .toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    @GET
    @Path("{code}")
    @Operation(summary = "An organisation: what it says of itself, and who speaks for it now")
    public OrganisationJson show(@RestPath String code) {
        Organisation organisation =
                Organisation.byCode(code).filter(Organisation::isPublic).orElseThrow(NotFoundException::new);
        Organisation successor =
                organisation.successorId() == null ? null : Organisation.findById(organisation.successorId());
        return new OrganisationJson(
                organisation.code(),
                organisation.name(),
                organisation.statement(),
                organisation.eachTheme(),
                organisation.contact(),
                organisation.legal().name(),
                organisation.isTwoPerson(),
                reading.speaking(organisation, page.language()).stream()
                        .map(person -> new PersonJson(
                                person.name(),
                                person.mandate().title(),
                                person.mandate().isHolder(),
                                person.about() == null ? null : person.about().title(),
                                person.mandate().validFrom(),
                                person.mandate().validTo()))
                        .toList(),
                Interest.of(organisation.id()).stream()
                        .map(one -> new InterestJson(one.text(), one.statedAt()))
                        .toList(),
                organisation.endedAt(),
                organisation.endedReason(),
                successor == null ? null : successor.code());
    }
}
