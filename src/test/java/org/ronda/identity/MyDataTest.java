package org.ronda.identity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;

/** What is kept about somebody: they read it, take it along, and put right what is wrong. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class MyDataTest {
    private static final String PHASE = "items.find { it.kind == 'PROPOSALS' }.code";

    private Newcomer nora;
    private String phase;

    @BeforeEach
    void somebodyTakesPart() {
        FreshLimits.forEverybody();
        nora = Newcomer.admitted();
        phase = Signed.browser().get("/api/v1/processes/tu-distrito/phases").path(PHASE);
    }

    private RequestSpecification api(RequestSpecification as) {
        return as.contentType(ContentType.JSON);
    }

    private String propose(RequestSpecification as, String title) {
        return api(as).body(Map.of(
                        "process",
                        "tu-distrito",
                        "phase",
                        phase,
                        "title",
                        title,
                        "problem",
                        "El problema de " + title,
                        "solution",
                        "La solución de " + title))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private String say(RequestSpecification as, String on, String body) {
        return api(as).body(Map.of("body", body))
                .post("/api/v1/proposals/" + on + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void everythingIsInOneFile() throws IOException {
        Newcomer other = Newcomer.admitted();
        String theirs = propose(other.request(), "Lo de otra persona");
        String remark = say(other.request(), theirs, "Un comentario ajeno");
        String mine = propose(nora.request(), "Lo propio");
        String reply = say(nora.request(), theirs, "Lo que comenté");
        api(nora.request()).body(Map.of("meaning", 1)).put("/api/v1/proposals/" + theirs + "/support");
        api(nora.request()).body(Map.of("direction", 1)).put("/api/v1/comments/" + remark + "/agreement");
        api(nora.request())
                .body(Map.of("rule", "other", "reason", "Me pareció raro"))
                .post("/api/v1/contributions/" + remark + "/reports");
        // with a draft, so that nobody else reaches it
        nora.request()
                .multiPart("nonce", Forms.nonce())
                .multiPart("phase", phase)
                .multiPart("title", "A medio escribir")
                .multiPart("file", "vereda.png", png(), "image/png")
                .multiPart("caption", "Una vereda")
                .post("/processes/tu-distrito/proposals")
                .then()
                .statusCode(303);

        Response answer = nora.request().get("/me/data/download");
        answer.then()
                .statusCode(200)
                .contentType("application/zip")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", containsString("attachment"));
        Map<String, byte[]> entries = unzipped(answer.asByteArray());
        JsonPath data = new JsonPath(new String(entries.get("data.json"), StandardCharsets.UTF_8));
        assertEquals(nora.name(), data.getString("account[0].name"));
        assertEquals(2, data.getList("consents").size());
        assertEquals(3, data.getList("contributions").size());
        assertEquals("Lo propio", data.getString("versions.find { it.contribution == '" + mine + "' }.words.title"));
        assertEquals(
                "Lo que comenté", data.getString("versions.find { it.contribution == '" + reply + "' }.words.body"));
        assertEquals("A medio escribir", data.getString("drafts[0].title"));
        assertEquals(theirs, data.getString("supports[0].contribution"));
        assertEquals(remark, data.getString("reactions[0].comment"));
        assertEquals(theirs, data.getString("comments[0].subject"));
        assertEquals("Me pareció raro", data.getString("reports[0].reason"));
        assertEquals("Una vereda", data.getString("files[0].caption"));
        assertTrue(data.getList("receipts").size() >= 5, data.getString("receipts"));
        for (String member : List.of(
                "mandates",
                "roles",
                "confirmedAges",
                "confirmedNames",
                "countedIn",
                "decisionsAboutMe",
                "secondFactor")) {
            assertTrue(data.getList(member) != null, member);
        }
        Instant.parse(data.getString("contributions[0].saidAt"));
        assertEquals(
                1,
                entries.keySet().stream()
                        .filter(name -> name.startsWith("files/"))
                        .count());
        assertFalse(new String(entries.get("data.json"), StandardCharsets.UTF_8).contains("Un comentario ajeno"));
    }

    @Test
    void thePageSaysWhatIsKeptAndWhereTheNameIsChanged() {
        Document page = nora.get("/me/data");
        assertTrue(page.select("main").text().contains(nora.name()));
        assertTrue(page.select("main").text().contains(nora.code()));
        assertEquals(1, page.select("a[href=/me/data/download]").size());
        assertEquals(1, page.select("a[href=/me/erasure]").size());
        assertTrue(page.select("main").text().contains("En la demostración el nombre no se puede cambiar"));
        assertEquals(1, nora.get("/me").select("a[href=/me/data]").size());
    }

    @Test
    void theLanguageOfMailAndPagesIsChanged() {
        nora.request()
                .formParam("language", "fr")
                .post("/me/data/language")
                .then()
                .statusCode(303)
                .header("Location", containsString("/me/data?lang=fr"));
        assertEquals("fr", nora.row().language().tag());
        nora.request().get("/me/data?lang=fr").then().cookie("lang", equalTo("fr"));
        nora.request()
                .formParam("language", "xx")
                .post("/me/data/language")
                .then()
                .statusCode(422)
                .body(containsString("id=\"e-language\""));
        assertEquals("fr", nora.row().language().tag());
    }

    @Test
    void aDownloadIsForOneselfAndNotWithoutEnd() {
        Signed.browser().get("/me/data/download").then().statusCode(303);
        for (int n = 0; n < 10; n++) {
            nora.request().get("/me/data/download").then().statusCode(200);
        }
        nora.request().get("/me/data/download").then().statusCode(429);
    }

    @Test
    void whoIsBlockedStillReadsAndTakesItAlong() {
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(nora.id())
                        .block(Instant.parse("2999-12-31T15:00:00Z"), "insults"));
        nora.request().get("/me/data").then().statusCode(200);
        nora.request().get("/me/data/download").then().statusCode(200);
        nora.request().get("/me/erasure").then().statusCode(200);
    }
}
