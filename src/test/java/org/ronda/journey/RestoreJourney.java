package org.ronda.journey;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A copy of the data folder of a stopped application is a backup: what was said, who is signed in, the ledger. */
class RestoreJourney {
    private static final String BEFORE = "Dicho antes de la copia";
    private static final String AFTER = "Dicho después de la copia";

    @Test
    void aCopyOfTheFolderIsPutBackWhole() throws Exception {
        assumeTrue(!"postgresql".equals(System.getProperty("quarkus.datasource.db-kind")), "RestoreProduction does it");
        Path data = Ronda.emptyFolder();
        Ronda first = Ronda.on(data, Map.of());
        String session = RestAssured.given()
                .redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParams(Map.of("j_username", "vecina", "j_password", "demo"))
                .post(first.here() + "/j_security_check")
                .cookie("ronda-session");
        say(first, BEFORE);
        first.stop();
        Path copy = Ronda.emptyFolder();
        copy(data, copy);

        Ronda lost = Ronda.on(data, Map.of());
        say(lost, AFTER);
        lost.stop();

        assertEquals(0, verified(copy));
        Ronda again = Ronda.on(copy, Map.of());
        String thread = "/comments?on=process:tu-distrito&order=newest";
        RestAssured.given()
                .cookie("ronda-session", session)
                .get(again.here() + thread)
                .then()
                .body(containsString("Vera Ejemplo"), containsString(BEFORE), not(containsString(AFTER)));
        RestAssured.get(again.here() + "/api/v1/ledger/verification").then().body("whole", is(true));
        again.stop();
    }

    private static void say(Ronda ronda, String words) {
        RestAssured.given()
                .auth()
                .preemptive()
                .basic("vecina", "demo")
                .contentType(ContentType.JSON)
                .body(Map.of("body", words))
                .post(ronda.here() + "/api/v1/processes/tu-distrito/comments")
                .then()
                .statusCode(201);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
        assertTrue(Files.exists(to.resolve("session.key")));
    }

    /** As docs/operations.md says. */
    private static int verified(Path data) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/quarkus-app/app/*:target/quarkus-app/lib/main/*",
                        "org.ronda.ledger.Verify",
                        "jdbc:h2:file:" + data.resolve("ronda"),
                        "ronda",
                        "ronda")
                .inheritIO()
                .start()
                .waitFor();
    }
}
