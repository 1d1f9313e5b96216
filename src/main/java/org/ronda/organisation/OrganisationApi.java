package org.ronda.organisation;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** Organisations for programs: as far as everybody reaches them, and what their holders change. */
@Path("/api/v1/organisations")
class OrganisationApi {
    /** A row of the list. */
    record Row(String code, String name, List<String> themes) {}

    /** A page of the list; {@code next} is null on the last. */
    record Rows(List<Row> items, String next) {}

    /**
     * @param about the title of the process or topic that the mandate is limited to; null for everything
     * @param givenBy the name of who gave it; null where that was they themselves, or somebody whose account is closed
     */
    record PersonJson(
            String name, String title, boolean holder, String about, Instant from, Instant to, String givenBy) {}

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
            String successor,
            String etag) {}

    /** What somebody says who applies; {@code title} is their own role in it. */
    record Application(String name, String statement, List<String> themes, String contact, String legal, String title) {
        ApplicationInput input() {
            return new ApplicationInput(name, statement, line(themes), contact, legal, title);
        }
    }

    /** What was applied for: the code that it will have. */
    record Applied(String code) {}

    /** What an organisation says of itself, all of it; without {@code twoPerson} the rule stays as it is. */
    record Description(String statement, List<String> themes, String contact, String legal, Boolean twoPerson) {
        DescriptionInput input(String rule, long seen) {
            return new DescriptionInput(statement, line(themes), contact, legal, rule, String.valueOf(seen));
        }

        /** The rule that was sent, or nothing. */
        String rule() {
            return twoPerson == null ? "" : String.valueOf(twoPerson);
        }
    }

    /** An interest that is stated in public. */
    record Interested(String text) {
        InterestInput input() {
            return new InterestInput(text);
        }
    }

    /** Why it ends; {@code successor} is the code of what it ends in, or nothing. */
    record End(String reason, String successor) {
        EndInput input() {
            return new EndInput(reason, successor);
        }
    }

    /** Who shall give its mandates, with which role in it, and why. */
    record Rescue(String who, String title, String reason) {
        RescueInput input() {
            return new RescueInput(who, title, reason);
        }
    }

    @Inject
    OrganisationReading reading;

    @Inject
    Applying applying;

    @Inject
    Holding holding;

    @Inject
    Mandating mandating;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

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

    @POST
    @Limited(times = 10, perSeconds = 3600, act = "apply")
    @Operation(
            summary = "Apply for an organisation",
            description = "A platform administrator accepts or refuses it with a reason; what became of it is under"
                    + " `applications` of your mandates. Whoever applied speaks for it first. `legal` is `REGISTERED`,"
                    + " `IN_PROCESS` or `NONE`.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Applied.class)))
    public Response apply(Application application) {
        Participant applicant = viewer.writing();
        ApplicationInput input = Idempotent.sent(application).input();
        return idempotent.write(input, applicant.id(), () -> {
            String code = applying.apply(input, applicant.id()).code();
            return Response.created(URI.create("/api/v1/organisations/" + code))
                    .entity(new Applied(code))
                    .build();
        });
    }

    @GET
    @Path("{code}")
    @Operation(summary = "An organisation: what it says of itself, and who speaks for it now")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OrganisationJson.class)))
    public Response show(@RestPath String code) {
        return answer(reading.reach(code));
    }

    @PUT
    @Path("{code}")
    @Operation(
            summary = "What an organisation says of itself, for who gives its mandates",
            description = "All of it at once; its name stays.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OrganisationJson.class)))
    public Response describe(
            @RestPath String code, Description description, @HeaderParam(HttpHeaders.IF_MATCH) String seen) {
        Participant holder = viewer.writing();
        reading.held(code);
        long version = Idempotent.seen(seen);
        String rule = Idempotent.sent(description).rule();
        return idempotent.write(description.input(rule, version), holder.id(), () -> {
            // what was not sent stays as it is now, whoever repeats it
            String present = String.valueOf(reading.held(code).isTwoPerson());
            holding.describe(code, description.input(rule.isEmpty() ? present : rule, version), holder.id());
            return changed(code);
        });
    }

    @POST
    @Path("{code}/interests")
    @Operation(summary = "State a conflict of interest in public, for who gives its mandates")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OrganisationJson.class)))
    public Response state(@RestPath String code, Interested interest) {
        Participant holder = viewer.writing();
        reading.held(code);
        InterestInput input = Idempotent.sent(interest).input();
        return idempotent.write(input, holder.id(), () -> {
            holding.state(code, input, holder.id());
            return changed(code);
        });
    }

    @POST
    @Path("{code}/end")
    @Operation(
            summary = "End an organisation, with all mandates",
            description = "By who gives its mandates, or a platform administrator. What was said for it stays.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = OrganisationJson.class)))
    public Response end(@RestPath String code, End end) {
        Participant by = viewer.writing();
        if (!idempotent.isRepeated(by.id())) {
            reading.endable(code);
        }
        boolean isAdministrator = viewer.has(PlatformRole.ADMINISTRATOR);
        EndInput input = Idempotent.sent(end).input();
        return idempotent.write(input, by.id(), () -> {
            holding.end(code, input, by.id(), isAdministrator);
            return changed(code);
        });
    }

    @POST
    @Path("{code}/rescue")
    @Operation(
            summary = "Name somebody to give the mandates of an organisation that nobody holds any more",
            description = "For platform administrators; `GET /api/v1/applications` tells which these are.")
    @APIResponse(responseCode = "204", description = "Done; there is nothing more to say.")
    public Response rescue(@RestPath String code, Rescue rescue) {
        Participant administrator = viewer.writing();
        reading.administered(code);
        RescueInput input = Idempotent.sent(rescue).input();
        return idempotent.write(input, administrator.id(), () -> {
            mandating.rescue(code, input, administrator.id());
            return Response.noContent().build();
        });
    }

    private static String line(List<String> themes) {
        return themes == null ? null : themes.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    /** As it is after the act. */
    private Response changed(String code) {
        Organisation.flush();
        return answer(Organisation.byCode(code).orElseThrow());
    }

    private Response answer(Organisation organisation) {
        return Response.ok(json(organisation))
                .tag(String.valueOf(organisation.version()))
                .build();
    }

    private OrganisationJson json(Organisation organisation) {
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
                                person.mandate().validTo(),
                                person.givenBy()))
                        .toList(),
                Interest.of(organisation.id()).stream()
                        .map(one -> new InterestJson(one.text(), one.statedAt()))
                        .toList(),
                organisation.endedAt(),
                organisation.endedReason(),
                successor == null ? null : successor.code(),
                "\"" + organisation.version() + "\"");
    }
}
