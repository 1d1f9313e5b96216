package org.ronda.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.ledger.Ledger;
import org.ronda.ledger.Verification;

/** Somebody who responded for an office goes; what they said for it is the office's and stays. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OfficeErasureTest {
    private static final String ON = "process:horarios-de-atencion";

    @Inject
    OfficeSetup setup;

    @Inject
    Responding responding;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    @Inject
    Verification verification;

    private Newcomer nora;
    private Office office;
    private Comment reply;

    @BeforeEach
    void sheReplied() {
        FreshLimits.forEverybody();
        nora = Newcomer.admitted();
        long administrator = persona("administracion").id();
        String name = "Área que queda " + UUID.randomUUID();
        office = setup.create(
                new OfficeInput(
                        name, "", "", "ENTITY", "", LocalDate.now().minusDays(9).toString(), "", null),
                administrator);
        responding.give(office.code(), new ResponderInput(nora.code(), "jefa de guardia", "", ""), administrator);
        Comment question = commenting.say(ON, "", "question", "¿Y si se va?", persona("vecino"), Language.ES);
        reply = commenting.answer(ON, question, office.code(), "Queda lo dicho.", nora.row(), Language.ES);
    }

    private static Participant persona(String username) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(username).orElseThrow());
    }

    private JsonPath json(String address) {
        return RestAssured.get(address).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void herDownloadTellsForWhichOfficeSheRespondsAndWhatSheSaidForIt() throws IOException {
        byte[] zip = nora.request()
                .get("/me/data/download")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        JsonPath told = null;
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (file.getName().endsWith(".json")) {
                    told = new JsonPath(new String(files.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        assertEquals(office.code(), told.getString("offices[0].code"));
        assertEquals("jefa de guardia", told.getString("offices[0].title"));
        assertEquals("OFFICE", told.getString("contributions.find { it.code == '" + reply.code() + "' }.inWhoseName"));
    }

    @Test
    void whatSheSaidForTheOfficeStaysWithoutHer() {
        assertTrue(json("/api/v1/offices/" + office.code())
                .getString("responders.name")
                .contains(nora.name()));
        nora.request()
                .formParam("nonce", Forms.nonce())
                .formParam("word", "borrar")
                .post("/me/erasure")
                .then()
                .statusCode(303);
        JsonPath after = json("/api/v1/comments/" + reply.code());
        assertEquals("PUBLISHED", after.getString("state"));
        assertEquals("Queda lo dicho.", after.getString("body"));
        assertEquals(office.code(), after.getString("office"));
        assertEquals("jefa de guardia", after.getString("role"));
        assertEquals(
                0,
                json("/api/v1/offices/" + office.code()).getList("responders").size());
        assertFalse(QuarkusTransaction.requiringNew()
                .call(() -> responding.respondsFor(office.id(), nora.id(), Instant.now())));
        assertEquals(
                reply.code(),
                json("/api/v1/offices/" + office.code() + "/replies").getString("items[0].code"));
        ledger.drain();
        assertTrue(
                QuarkusTransaction.requiringNew().call(() -> verification.run()).isWhole());
    }
}
