package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Consents;
import org.ronda.identity.HouseText;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Refused;

/** What is accepted before the first contribution, for programs: the same as the page {@code /welcome}. */
@Path("/api/v1/me/consents")
class ConsentsApi {
    /** A text, the version in force, and the latest that was accepted, or null. */
    record Item(String key, int version, Integer acceptedVersion, String address) {}

    /**
     * The texts; the age that the process asks for, or null, and whether it was confirmed.
     *
     * @param publicName under which everything appears that is published
     * @param publicNames which names the process takes, or null where none was named
     * @param nameConfirmed whether that name was confirmed to be one's own, or null where the process takes any
     */
    record ConsentsJson(
            List<Item> items,
            Integer minAge,
            Boolean ageConfirmed,
            String publicName,
            PublicNames publicNames,
            Boolean nameConfirmed) {}

    /**
     * The versions that were read, and, for a process that asks for it, an age that is reached and the public name that one
     * goes by in life.
     */
    record Given(Integer rules, Integer privacy, Integer age, String name, String process) {}

    @Inject
    Admission admission;

    @Inject
    Consents consents;

    @Inject
    Processes processes;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    /** @param process the address of a process, for its minimum age and the names that it takes */
    @GET
    @Operation(summary = "What has to be accepted before a contribution, and what was")
    public ConsentsJson show(@RestQuery String process) {
        return json(viewer.required(), process == null ? null : processes.reach(process));
    }

    @PUT
    @Operation(
            summary =
                    "Accepts the participation rules and the privacy notice, and confirms the minimum age and the name",
            description = "By the versions in force. A contribution without it is a problem 403 that names the page.")
    @APIResponse(
            responseCode = "200",
            description = "What was accepted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConsentsJson.class)))
    public Response accept(Given given) {
        Participant me = viewer.required();
        Process process = Idempotent.sent(given).process() == null ? null : processes.reach(given.process());
        WelcomeInput input = new WelcomeInput(
                text(given.rules()), text(given.privacy()), text(given.age()), given.name(), given.process(), null);
        return idempotent.write(input, me.id(), () -> {
            if (input.equals(WelcomeInput.BLANK)) {
                throw Refused.invalid(
                        "rules", language -> ProcessSetup.words(language).welcomeAccept());
            }
            admission.admit(input, process, me.id());
            return Response.ok(json(me, process)).build();
        });
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }

    private ConsentsJson json(Participant me, Process process) {
        Map<HouseText.Kind, Integer> latest = consents.latest(me.id());
        List<Item> items = Consents.ASKED.stream()
                .map(kind -> new Item(kind.key(), HouseText.present(kind).n(), latest.get(kind), kind.address()))
                .toList();
        Integer minAge = process == null ? null : process.minAge();
        boolean isNameAsked = process != null && process.asksOwnNames();
        return new ConsentsJson(
                items,
                minAge,
                minAge == null ? null : !admission.lacksAge(process, me.id()),
                me.name(),
                process == null ? null : process.publicNames(),
                isNameAsked ? !admission.lacksName(process, me.id()) : null);
    }
}
