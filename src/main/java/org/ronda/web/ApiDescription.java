package org.ronda.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.ronda.kernel.Problem;

/**
 * Makes the description at {@code /openapi} that of the API alone, and says once what all operations share: how one
 * signs in, paging, repeating a write, naming what was seen, and the problems that are answered.
 */
public class ApiDescription implements OASFilter {
    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "The request cannot be read, or has a query parameter or a member that is not known here.",
            "401", "Nobody is signed in.",
            "403",
                    "You are blocked for a time, have not accepted the rules yet, or the request comes from another site.",
            "404", "It does not exist, or you may not see it.",
            "409", "It cannot be done as things stand: somebody was faster, or this is not the time for it.",
            "422", "Something is missing or wrong; `errors` names each field.",
            "428", "An edit says in If-Match what was seen; the header is missing or is no tag of this.",
            "429", "Too many requests; Retry-After says when to come back."));

    private static final Map<String, String> SHARED =
            Map.of("limit", "Limit", "cursor", "Cursor", "If-Match", "IfMatch", "Idempotency-Key", "IdempotencyKey");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Ronda")
                .version("1")
                .description("Consultation processes of a city: what the pages do, for programs, with the same rules."
                        + " The query parameter `lang` (es, en, fr) chooses the language of messages everywhere. See"
                        + " docs/api.md.")
                .license(OASFactory.createLicense().name("AGPL-3.0").identifier("AGPL-3.0-only")));
        List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith("/api/v1"))
                .forEach(api.getPaths()::removePathItem);
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        describeShared(api);
        api.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void describeShared(OpenAPI api) {
        api.getComponents()
                .addSecurityScheme(
                        "basic",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("The accounts of the demonstration, in demo mode only."))
                .addSecurityScheme(
                        "session",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("ronda-session")
                                .description("The session of somebody who signed in on the pages, in demo mode only."))
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the realm for the audience ronda-api, with Keycloak."))
                .addParameter(
                        "Limit",
                        parameter("limit", Parameter.In.QUERY, "How many items a page holds at most.")
                                .schema(of(Schema.SchemaType.INTEGER)
                                        .minimum(BigDecimal.ONE)
                                        .maximum(BigDecimal.valueOf(100))))
                .addParameter(
                        "Cursor",
                        parameter("cursor", Parameter.In.QUERY, "The `next` of the page before; none for the first."))
                .addParameter(
                        "IfMatch",
                        parameter("If-Match", Parameter.In.HEADER, "The ETag of what was seen before it is changed."))
                .addParameter(
                        "IdempotencyKey",
                        parameter(
                                "Idempotency-Key",
                                Parameter.In.HEADER,
                                "Any text up to 255 characters: the same request under the same key is done once and"
                                        + " answered alike, another one under it is refused (422)."))
                .addSchema("Problem", problem());
        PROBLEMS.forEach((status, why) -> api.getComponents()
                .addResponse(
                        "Problem" + status,
                        OASFactory.createAPIResponse()
                                .description(why)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/Problem"))))));
    }

    private static Schema problem() {
        Schema wrong = of(Schema.SchemaType.OBJECT)
                .addProperty("field", of(Schema.SchemaType.STRING))
                .addProperty("message", of(Schema.SchemaType.STRING));
        return of(Schema.SchemaType.OBJECT)
                .description("What went wrong (RFC 9457), in the language of the request.")
                .addProperty("type", of(Schema.SchemaType.STRING))
                .addProperty("title", of(Schema.SchemaType.STRING))
                .addProperty("status", of(Schema.SchemaType.INTEGER))
                .addProperty("detail", of(Schema.SchemaType.STRING))
                .addProperty("instance", of(Schema.SchemaType.STRING))
                .addProperty("errors", of(Schema.SchemaType.ARRAY).items(wrong));
    }

    private static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean isWrite = method != PathItem.HttpMethod.GET;
        // a support is one however often it is sent, and asks for no key
        if (isWrite && !path.endsWith("/support")) {
            operation.addParameter(parameter("Idempotency-Key", Parameter.In.HEADER, ""));
        }
        if (operation.getParameters() != null) {
            operation.setParameters(operation.getParameters().stream()
                    .map(ApiDescription::shared)
                    .toList());
        }
        List<String> statuses = new ArrayList<>(List.of("400", "404", "429"));
        if (isWrite || isForSomebody(path)) {
            statuses.addAll(List.of("401", "403"));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("basic"));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("session"));
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("bearer"));
        }
        if (isWrite) {
            statuses.addAll(List.of("409", "422"));
        }
        if (needsTag(path, operation)) {
            statuses.add("428");
        }
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getDescription() == null
                        || answer.getDescription().isEmpty())
                .forEach(answer -> answer.setDescription("Done."));
        for (String status : statuses) {
            APIResponse answer = OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status);
            operation.getResponses().addAPIResponse(status, answer);
        }
    }

    /** What nobody reads without signing in. */
    private static boolean isForSomebody(String path) {
        return path.matches("/api/v1/(setup|desk|me|applications|administration)(/.*)?")
                || path.matches("/api/v1/(organisations/.*/people|offices/.*/responders|boards/.*/terms)")
                || path.matches("/api/v1/processes/.*/(preparation|attestations|eligibility)");
    }

    /** An agreement may name what was read; every edit has to. */
    private static boolean needsTag(String path, Operation operation) {
        return !path.endsWith("/agreement")
                && operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(
                                parameter -> String.valueOf(parameter.getRef()).endsWith("/IfMatch"));
    }

    private static Parameter shared(Parameter parameter) {
        String name = SHARED.get(parameter.getName());
        return name == null ? parameter : OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static Parameter parameter(String name, Parameter.In in, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(of(Schema.SchemaType.STRING));
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
