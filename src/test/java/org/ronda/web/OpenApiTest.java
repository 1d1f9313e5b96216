package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ronda.Routes;
import org.ronda.Signed;
import org.ronda.TestDatabase;

/** The description at {@code /openapi} has every route of the API, and none without its words and its problems. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OpenApiTest {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

    private static JsonPath description() {
        return Signed.browser()
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Without the resources that the tests bring with them. */
    private static Map<String, Map<String, Map<String, Object>>> paths() {
        Map<String, Map<String, Map<String, Object>>> paths =
                new TreeMap<>(description().getMap("paths"));
        paths.keySet().removeIf(path -> path.matches("/api/v1/(test|who)(/.*)?"));
        return paths;
    }

    /** The table of routes is complete, as {@link RoutesTest} holds. */
    @Test
    void itHasTheRoutesOfTheApiAndNoOther() {
        Set<String> described = new TreeSet<>();
        paths().forEach((path, item) -> item.keySet().stream()
                .filter(VERBS::contains)
                .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> real = Routes.rows().stream()
                .map(Routes.Row::route)
                .filter(route -> route.contains(" /api/v1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", real), String.join("\n", described));
    }

    @Test
    void everyOperationSaysWhatItDoesAndEveryWriteHowItIsRefused() {
        List<String> wrong = new ArrayList<>();
        paths().forEach((path, item) -> item.forEach((verb, operation) -> {
            if (!VERBS.contains(verb)) {
                return;
            }
            if (String.valueOf(operation.getOrDefault("summary", "")).isBlank()) {
                wrong.add(verb + " " + path + " has no summary");
            }
            Set<?> answers = ((Map<?, ?>) operation.get("responses")).keySet();
            List<String> owed =
                    verb.equals("get") ? List.of("400", "404") : List.of("400", "401", "403", "404", "409", "422");
            if (!answers.containsAll(owed)) {
                wrong.add(verb + " " + path + " has only the answers " + answers);
            }
            if (!verb.equals("get") && !operation.containsKey("security")) {
                wrong.add(verb + " " + path + " says nothing of signing in");
            }
        }));
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    @Test
    void everyOperationSaysWhatItAnswersWhenItSucceeds() {
        List<String> wrong = new ArrayList<>();
        paths().forEach((path, item) -> item.forEach((verb, operation) -> {
            if (!VERBS.contains(verb)) {
                return;
            }
            Map<?, ?> answers = (Map<?, ?>) operation.get("responses");
            List<?> done = answers.keySet().stream()
                    .filter(status -> String.valueOf(status).startsWith("2"))
                    .toList();
            if (done.size() != 1) {
                wrong.add(verb + " " + path + " succeeds with " + done);
                return;
            }
            String body = String.valueOf(answers.get(done.get(0)));
            boolean hasBody = body.contains("application/json={schema={") && body.contains("#/components/schemas/");
            if (hasBody == done.contains("204")) {
                wrong.add(verb + " " + path + " says nothing of its body: " + answers.get(done.get(0)));
            }
        }));
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
    }

    @Test
    void aCommentIsAnsweredAsDescribed() {
        String path = "/api/v1/processes/{slug}/comments";
        String schema = description()
                .getString("paths.'" + path + "'.post.responses.'201'.content.'application/json'.schema.'$ref'");
        Map<String, Object> answer = Signed.browser()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType("application/json")
                .body(Map.of("body", "Una forma de respuesta."))
                .post(path.replace("{slug}", "tu-distrito"))
                .then()
                .statusCode(201)
                .extract()
                .path("");
        assertEquals(
                new TreeSet<>(description()
                        .getMap("components.schemas." + schema.replaceAll(".*/", "") + ".properties")
                        .keySet()),
                new TreeSet<>(answer.keySet()));
    }

    @Test
    void itSaysWhatItIsAndWhatAllOperationsShare() {
        JsonPath description = description();
        assertEquals("Ronda", description.getString("info.title"));
        assertEquals("AGPL-3.0", description.getString("info.license.name"));
        assertTrue(description
                .getMap("components.parameters")
                .keySet()
                .containsAll(List.of("Limit", "Cursor", "IfMatch", "IdempotencyKey")));
        assertEquals("basic", description.getString("components.securitySchemes.basic.scheme"));
        assertTrue(
                description.getMap("components.responses.Problem422.content").containsKey("application/problem+json"));
    }
}
