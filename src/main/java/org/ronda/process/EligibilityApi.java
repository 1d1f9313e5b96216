package org.ronda.process;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;

/** What a process asks of whoever counts in it, and whether one has shown it, for programs. */
@Path("/api/v1/processes/{slug}/eligibility")
class EligibilityApi {
    /** What is asked; whether the account shows it; whether it counts together with another account. */
    record EligibilityJson(Eligibility eligibility, boolean verified, boolean shared) {}

    /** A code of a list that was given out. */
    record CodeSent(String code) {}

    /** What a body stands for: a code as its key only. */
    private record Act(String what, String of) {}

    @Inject
    Verifying verifying;

    @Inject
    Processes processes;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @GET
    @Operation(summary = "What the process asks of whoever counts, and whether the account shows it")
    public EligibilityJson show(@RestPath String slug) {
        Participant me = viewer.required();
        return json(processes.reach(slug), me);
    }

    @PUT
    @Operation(
            summary = "Enters a code",
            description = "For a process whose eligibility is `CODES`. A code counts once, whoever enters it: a second"
                    + " account becomes the same voter, and both are told. What counts and is sent before it is a"
                    + " problem 403 of type `urn:ronda:problem:eligibility`.")
    @APIResponse(
            responseCode = "200",
            description = "What is shown now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EligibilityJson.class)))
    public Response enter(@RestPath String slug, CodeSent sent) {
        Participant me = viewer.writing();
        Process process = processes.reach(slug);
        if (!process.asks(Eligibility.CODES)) {
            throw new NotFoundException();
        }
        String code = Idempotent.sent(sent).code();
        byte[] key = verifying.key(process, code == null ? "" : code);
        return idempotent.write(new Act("code", HexFormat.of().formatHex(key)), me.id(), () -> {
            verifying.guess(process.id(), key, me.id());
            return Response.ok(json(process, me)).build();
        });
    }

    private EligibilityJson json(Process process, Participant me) {
        return new EligibilityJson(
                process.eligibility(), verifying.isMet(process, me.id()), verifying.isShared(me.id(), process.id()));
    }
}
