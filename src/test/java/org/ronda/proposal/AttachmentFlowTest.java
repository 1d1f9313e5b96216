package org.ronda.proposal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.MultiPartSpecification;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.ledger.Ledger;

/** Images and documents of a proposal: they go where its words go, into its versions and into the ledger's proof. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class AttachmentFlowTest {
    private static final String LIST = "/processes/tu-distrito/proposals";
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @BeforeEach
    void fresh() {
        FreshLimits.forEverybody();
    }

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A form with everything that the page has, as a browser sends it. */
    private static RequestSpecification form(Signed who, String page, String title) {
        Document form = who.get(page);
        RequestSpecification request = who.request()
                .contentType("multipart/form-data")
                .multiPart(
                        text("nonce", form.select("input[name=nonce]").first().val()))
                .multiPart(text("phase", form.select("input[name=phase]").val()))
                .multiPart(text(
                        "version",
                        form.select("form[enctype] input[name=version]").val()))
                .multiPart(text("title", title))
                .multiPart(text("problem", "Hace falta"))
                .multiPart(text("solution", "Hacerlo"));
        form.select("input[name=files]").forEach(file -> request.multiPart(text("files", file.val())));
        form.select("input[name=captions]").forEach(caption -> request.multiPart(text("captions", caption.val())));
        return request;
    }

    private static MultiPartSpecification text(String name, String value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .mimeType("text/plain")
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    private static RequestSpecification with(RequestSpecification form, String name, byte[] bytes, String caption) {
        return form.multiPart("file", name, bytes)
                .multiPart(text("caption", caption))
                .multiPart(text("then", "file"));
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    /** The address of a draft with one image. */
    private static String draftWithImage(Signed who, String title) {
        Response answer = with(form(who, LIST + "/new", title), "Foto del Baldio.PNG", png(), "El baldío de noche")
                .post(LIST);
        assertEquals(303, answer.statusCode(), answer.asString());
        assertTrue(path(answer).endsWith("/edit#files"), path(answer));
        return path(answer).replace("/edit#files", "");
    }

    private static String firstFile(Signed who, String proposal) {
        return who.get(proposal + "/edit").select(".attached a").first().attr("href");
    }

    private static void publish(Signed who, String proposal) {
        who.request()
                .formParam("nonce", who.nonce(proposal + "/check"))
                .post(proposal + "/publication")
                .then()
                .statusCode(303);
    }

    private long counted(String sql, Object parameter) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager
                                .createNativeQuery(sql)
                                .setParameter(1, parameter)
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void aFileIsAddedWithTheTypedTextKeptAndShownWhereverTheProposalIs() {
        Signed author = Signed.in("moderacion");
        String proposal = draftWithImage(author, "Un baldío que puede ser plaza");
        Document edit = author.get(proposal + "/edit");
        assertEquals("Un baldío que puede ser plaza", edit.select("#f-title").val());
        assertEquals("El baldío de noche", edit.select("input[name=captions]").val());
        Response pdf = with(
                        form(author, proposal + "/edit", "Un baldío que puede ser plaza"), "Plano.PDF", PDF, "El plano")
                .post(proposal);
        assertEquals(303, pdf.statusCode(), pdf.asString());
        assertEquals(
                "El baldío de noche",
                author.get(proposal + "/check").select("figure img").attr("alt"));
        publish(author, proposal);
        Document shown = Jsoup.parse(Signed.browser().get(proposal).asString());
        assertEquals("El baldío de noche", shown.select("figure img").attr("alt"));
        assertEquals(
                "foto-del-baldio.png", shown.select("figure img").attr("src").replaceAll(".*/", ""));
        assertEquals("El plano", shown.select(".files a").text());
        assertTrue(
                shown.select(".files").text().contains("PDF, 1 KB"),
                shown.select(".files").text());
        Response served = Signed.browser().get(shown.select(".files a").attr("href"));
        assertArrayEquals(PDF, served.asByteArray());
        assertTrue(served.header("Content-Disposition").startsWith("attachment"));
    }

    @Test
    void aFileIsReachedByWhomTheProposalIsReached() {
        Signed author = Signed.in("moderacion");
        String proposal = draftWithImage(author, "Primero borrador y al final retirada");
        String file = firstFile(author, proposal);
        author.request().get(file).then().statusCode(200);
        Signed.browser().get(file).then().statusCode(404);
        Signed.in("vecino").request().get(file).then().statusCode(404);
        publish(author, proposal);
        Signed.browser().get(file).then().statusCode(200).header("Cache-Control", containsString("private"));
        state(proposal, "HIDDEN");
        Signed.browser().get(file).then().statusCode(404);
        Signed.in("vecino").request().get(file).then().statusCode(404);
        author.request().get(file).then().statusCode(200);
        state(proposal, "PUBLISHED");
        author.request()
                .formParam("nonce", author.nonce(proposal + "/withdrawal"))
                .post(proposal + "/withdrawal")
                .then()
                .statusCode(303);
        Signed.browser().get(file).then().statusCode(404);
        author.request().get(file).then().statusCode(404);
    }

    private void state(String proposal, String state) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update contribution set state = ?1 where code = ?2")
                        .setParameter(1, state)
                        .setParameter(2, proposal.replace("/proposals/", ""))
                        .executeUpdate());
    }

    @Test
    void whatIsNoImageAndNoPdfIsRefusedBesideTheFieldWithTheTextKept() throws IOException {
        Signed author = Signed.in("monitoreo");
        byte[] broken = Arrays.copyOf(png(), 40);
        byte[] bomb = png();
        bomb[16] = 0;
        bomb[17] = 1;
        bomb[20] = 0;
        bomb[21] = 1;
        List<Object[]> bad = List.of(
                new Object[] {"plaza.png", "MZ".repeat(50).getBytes(StandardCharsets.US_ASCII), "Solo se pueden subir"},
                new Object[] {"rota.png", broken, "No pudimos leer"},
                new Object[] {"bomba.png", bomb, "demasiados píxeles"},
                new Object[] {"vacio.pdf", new byte[0], "vacío"},
                new Object[] {"grande.pdf", Arrays.copyOf(PDF, 6 * 1024 * 1024), "más de 5 MB"});
        for (Object[] one : bad) {
            Response answer = with(
                            form(author, LIST + "/new", "Lo escrito queda aunque el archivo no"),
                            (String) one[0],
                            (byte[]) one[1],
                            "Lo que muestra")
                    .post(LIST);
            assertEquals(422, answer.statusCode(), (String) one[0]);
            Document again = Jsoup.parse(answer.asString());
            assertTrue(
                    again.select("#e-file").text().contains((String) one[2]),
                    again.select("#e-file").text());
            assertEquals(
                    "Lo escrito queda aunque el archivo no",
                    again.select("#f-title").val());
            assertEquals("Lo que muestra", again.select("#f-caption").val());
        }
    }

    @Test
    void aFileWithoutWordsForWhoeverCannotSeeItIsRefused() {
        Response answer = with(
                        form(Signed.in("monitoreo"), LIST + "/new", "Sin decir qué muestra"), "a.png", png(), "  ")
                .post(LIST);
        assertEquals(422, answer.statusCode());
        assertTrue(Jsoup.parse(answer.asString()).select("#e-caption").text().contains("qué muestra"));
    }

    @Test
    void aSixthFileDoesNotFitAndOneIsTakenAway() {
        Signed author = Signed.in("monitoreo");
        String proposal = draftWithImage(author, "Con muchas fotos del barrio");
        for (int i = 2; i <= 5; i++) {
            with(form(author, proposal + "/edit", "Con muchas fotos del barrio"), "f.png", png(), "Foto " + i)
                    .post(proposal)
                    .then()
                    .statusCode(303);
        }
        assertNull(author.get(proposal + "/edit").select("#f-file").first());
        assertEquals(
                422,
                with(form(author, proposal + "/edit", "Con muchas fotos del barrio"), "f.png", png(), "Foto 6")
                        .post(proposal)
                        .statusCode());
        String file = firstFile(author, proposal);
        form(author, proposal + "/edit", "Con muchas fotos del barrio")
                .multiPart(text("remove", file.split("/")[2]))
                .multiPart(text("then", "file"))
                .post(proposal)
                .then()
                .statusCode(303);
        assertEquals(4, author.get(proposal + "/edit").select(".attached").size());
        author.request().get(file).then().statusCode(404);
        assertEquals(0, counted("select count(*) from stored_file where code = ?1", file.split("/")[2]));
        author.request().post(proposal + "/discard").then().statusCode(303);
    }

    @Test
    void theSameFormSentTwiceAddsItsFileOnceAndAnotherFileIsNotMistakenForIt() {
        Signed author = Signed.in("monitoreo");
        String nonce = Forms.nonce();
        String phase = author.get(LIST + "/new").select("input[name=phase]").val();
        byte[] image = png();
        String first = path(twice(author, nonce, phase, image));
        assertEquals(first, path(twice(author, nonce, phase, image)));
        assertEquals(409, twice(author, nonce, phase, PDF).statusCode());
        assertEquals(
                1, author.get(first.replace("#files", "")).select(".attached").size());
    }

    private static Response twice(Signed author, String nonce, String phase, byte[] file) {
        return author.request()
                .contentType("multipart/form-data")
                .multiPart(text("nonce", nonce))
                .multiPart(text("phase", phase))
                .multiPart(text("title", "Doble clic con un archivo"))
                .multiPart("file", "f.png", file)
                .multiPart(text("caption", "La esquina"))
                .multiPart(text("then", "file"))
                .post(LIST);
    }

    @Test
    void filesChangeInANewVersionAndTheEarlierOneKeepsItsOwn() {
        Signed author = Signed.in("vecino");
        String proposal = draftWithImage(author, "Una foto que después cambia");
        publish(author, proposal);
        Signed.in("vecina")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("meaning", 1)
                .post(proposal + "/support")
                .then()
                .statusCode(303);
        String file = firstFile(author, proposal);
        Response revised = form(author, proposal + "/edit", "Una foto que después cambia")
                .multiPart(text("remove", file.split("/")[2]))
                .multiPart("file", "Otra.png", png())
                .multiPart(text("caption", "La misma de día"))
                .multiPart(text("change", "correction"))
                .post(proposal);
        assertEquals(303, revised.statusCode(), revised.asString());
        Document shown = Jsoup.parse(Signed.browser().get(proposal).asString());
        assertEquals(List.of("La misma de día"), shown.select("figure img").eachAttr("alt"));
        var versions = Jsoup.parse(Signed.browser().get(proposal + "/history").asString())
                .select("section.box");
        assertTrue(versions.get(0).text().contains("La misma de día"));
        assertTrue(versions.get(1).text().contains("El baldío de noche"));
        Signed.browser().get(file).then().statusCode(200);
    }

    @Test
    void theLedgerProvesWhichFilesAndACaptionCanBeMendedInPlace() throws Exception {
        Signed author = Signed.in("vecino");
        String proposal = draftWithImage(author, "Una foto con prueba en el registro");
        publish(author, proposal);
        byte[] bytes = Signed.browser().get(firstFile(author, proposal)).asByteArray();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertTrue(content(proposal).get(0).contains(hash + " foto-del-baldio.png El baldío de noche"));
        Document edit = author.get(proposal + "/edit");
        author.request()
                .contentType("multipart/form-data")
                .multiPart(
                        text("nonce", edit.select("input[name=nonce]").first().val()))
                .multiPart(text(
                        "version",
                        edit.select("form[enctype] input[name=version]").val()))
                .multiPart(text("title", "Una foto con prueba en el registro"))
                .multiPart(text("problem", "Hace falta"))
                .multiPart(text("solution", "Hacerlo"))
                .multiPart(text("files", edit.select("input[name=files]").val()))
                .multiPart(text("captions", "El baldío de la esquina"))
                .post(proposal)
                .then()
                .statusCode(303);
        List<String> said = content(proposal);
        assertTrue(said.get(said.size() - 1).contains(hash + " foto-del-baldio.png El baldío de la esquina"));
        ledger.drain();
        Signed.browser().get(proposal).then().body(containsString("El baldío de la esquina"));
    }

    /** Takes a passage out as a moderator; answers the decision. */
    private Response redacted(String proposal, String words) {
        String code = proposal.replace("/proposals/", "");
        Object version = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select version from contribution where code = ?1")
                        .setParameter(1, code)
                        .getSingleResult());
        return Signed.in("moderacion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("contribution", code)
                .formParam("version", version)
                .formParam("act", "redact")
                .formParam("rule", "privacy")
                .formParam("words", words)
                .formParam("reason", "Es un domicilio.")
                .post("/desk/tu-distrito/decisions?queue=reports");
    }

    private static List<String> captions(String page) {
        return Jsoup.parse(Signed.browser().get(page).asString())
                .select("figure img")
                .eachAttr("alt");
    }

    @Test
    void aPassageIsTakenOutOfTheCaptionsOfEveryVersionAndGivenBack() {
        Signed author = Signed.in("vecina");
        String proposal = path(with(
                                form(author, LIST + "/new", "Dos fotos de un domicilio"),
                                "La casa.png",
                                png(),
                                "La casa de Pasaje Ejemplo 555")
                        .post(LIST))
                .replace("/edit#files", "");
        // the same picture again, under other words
        with(form(author, proposal + "/edit", "Dos fotos de un domicilio"), "La casa.png", png(), "La vereda")
                .post(proposal)
                .then()
                .statusCode(303);
        publish(author, proposal);
        // somebody answered, so that the next words are a version of their own
        Signed.in("monitoreo")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("on", "proposal:" + proposal.replace("/proposals/", ""))
                .formParam("body", "¿Qué se ve en las fotos?")
                .post("/comments")
                .then()
                .statusCode(303);
        // a part of every hash and of the name, and no prose
        assertEquals(422, redacted(proposal, "la-casa.png").statusCode());
        assertTrue(Signed.in("moderacion")
                .get("/desk/tu-distrito?at=" + proposal.replace("/proposals/", ""))
                .select("#case pre")
                .eachText()
                .contains("La casa de Pasaje Ejemplo 555"));
        Response done = redacted(proposal, "Pasaje Ejemplo 555");
        assertEquals(303, done.statusCode(), done.asString());
        assertEquals(List.of("La casa de [pasaje quitado]", "La vereda"), captions(proposal));
        Signed.browser().get(proposal).then().body(containsString("Es un domicilio."));
        assertEquals(
                List.of("La casa de [pasaje quitado]", "La vereda"),
                Signed.given().get("/api/v1" + proposal + "/files").path("caption"));
        // a later version does not bring it back, and the earlier one does not show it
        form(author, proposal + "/edit", "Dos fotos de un domicilio cualquiera")
                .multiPart(text("change", "correction"))
                .post(proposal)
                .then()
                .statusCode(303);
        assertEquals(List.of("La casa de [pasaje quitado]", "La vereda"), captions(proposal));
        Signed.browser().get(proposal + "/history").then().body(not(containsString("555")));
        assertFalse(Signed.browser().get(proposal).asString().contains("555"));
        String decision = done.header("Location").replaceFirst(".*done=", "");
        author.request()
                .formParam("nonce", Forms.nonce())
                .post("/moderation/" + decision + "/second-look")
                .then()
                .statusCode(303);
        Signed.in("administracion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("outcome", "changed")
                .formParam("reason", "Es la dirección de una plaza.")
                .post("/desk/tu-distrito/looks/" + decision)
                .then()
                .statusCode(303);
        // the second version was written around the mark, so only the first has its words again
        Signed.browser().get(proposal + "/history").then().body(containsString("La casa de Pasaje Ejemplo 555"));
        withdraw(author, proposal);
    }

    /** Gives its place in the phase back to the persona. */
    private static void withdraw(Signed author, String proposal) {
        author.request()
                .formParam("nonce", Forms.nonce())
                .post(proposal + "/withdrawal")
                .then()
                .statusCode(303);
    }

    @Test
    void aCaptionThatIsGivenBackStaysInTheNextVersion() {
        Signed author = Signed.in("vecino");
        String proposal = draftWithImage(author, "Una foto que vuelve a tener palabras");
        publish(author, proposal);
        Response done = redacted(proposal, "de noche");
        assertEquals(List.of("El baldío [pasaje quitado]"), captions(proposal));
        assertEquals(
                "El baldío [pasaje quitado]",
                author.get(proposal + "/edit").select("input[name=captions]").val());
        String decision = done.header("Location").replaceFirst(".*done=", "");
        author.request().formParam("nonce", Forms.nonce()).post("/moderation/" + decision + "/second-look");
        Signed.in("administracion")
                .request()
                .formParam("nonce", Forms.nonce())
                .formParam("outcome", "changed")
                .formParam("reason", "No dice nada malo.")
                .post("/desk/tu-distrito/looks/" + decision)
                .then()
                .statusCode(303);
        assertEquals(List.of("El baldío de noche"), captions(proposal));
        form(author, proposal + "/edit", "Una foto que tiene palabras otra vez")
                .multiPart(text("change", "correction"))
                .post(proposal)
                .then()
                .statusCode(303);
        assertEquals(List.of("El baldío de noche"), captions(proposal));
        withdraw(author, proposal);
    }

    private List<String> content(String proposal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select l.content from ledger_content l join ledger_event e on e.id = l.event_id"
                                        + " join contribution c on c.id = e.subject_id where e.subject_kind = 'CONTRIBUTION'"
                                        + " and c.code = ?1 order by e.id",
                                String.class)
                        .setParameter(1, proposal.replace("/proposals/", ""))
                        .getResultList());
    }

    @Test
    void aHundredMegabytesKeepTheTextAndSaySoBesideTheField() throws IOException {
        Signed author = Signed.in("moderacion");
        String head = part("title", "Un título antes de un archivo enorme") + part("nonce", Forms.nonce())
                + part("problem", "Ñandúes")
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"video.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        long length = 100L * 1024 * 1024;
        String answer;
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            String host = "localhost:" + RestAssured.port;
            byte[] beginning = head.getBytes(StandardCharsets.UTF_8);
            out.write(("POST " + LIST + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nSec-Fetch-Site:"
                            + " same-origin\r\nReferer: http://" + host + LIST + "/new?phase=\r\n"
                            + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " + length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(beginning);
            byte[] block = new byte[1024 * 1024];
            for (long left = length - beginning.length; left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
            out.flush();
            InputStream in = socket.getInputStream();
            answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
        String kept = answer.replaceAll("(?s).*kept=([^;]+);.*", "$1");
        Document again = Jsoup.parse(author.request()
                .cookie("kept", kept)
                .get(LIST + "/new?phase=")
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(
                "Un título antes de un archivo enorme", again.select("#f-title").val());
        assertEquals("Ñandúes", again.select("#f-problem").val());
        assertTrue(again.select("#e-file").text().contains("más de 5 MB"));
        assertNotNull(again.select(".error-summary a[href=#f-file]").first());
    }

    private static String part(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    @Test
    void aProgramAddsListsAndRemovesFiles() {
        RequestSpecification json = as("administracion").contentType("application/json");
        String phase =
                Signed.given().get("/api/v1/processes/tu-distrito/phases").path("items[0].code");
        String code = json.body(Map.of(
                        "process",
                        "tu-distrito",
                        "phase",
                        phase,
                        "title",
                        "Con archivos por la interfaz",
                        "problem",
                        "p",
                        "solution",
                        "s"))
                .post("/api/v1/proposals")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
        String files = "/api/v1/proposals/" + code + "/files";
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as("administracion")
                    .header("Idempotency-Key", key)
                    .multiPart("file", "Plano.pdf", PDF)
                    .multiPart(text("caption", "El plano"))
                    .post(files)
                    .then()
                    .statusCode(201);
        }
        String file = Signed.given()
                .get(files)
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("[0].caption", equalTo("El plano"))
                .body("[0].size", equalTo(PDF.length))
                .extract()
                .path("[0].code");
        Signed.given().get("/api/v1/proposals/" + code).then().body("files[0].code", equalTo(file));
        as("administracion")
                .multiPart("file", "a.png", "nada".getBytes(StandardCharsets.US_ASCII))
                .multiPart(text("caption", "x"))
                .post(files)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"));
        as("vecina").delete(files + "/" + file).then().statusCode(404);
        as("administracion").delete(files + "/F-00000000").then().statusCode(404);
        as("administracion").delete(files + "/" + file).then().statusCode(200);
        Signed.given().get(files).then().body("size()", equalTo(0)).body(not(containsString(file)));
    }

    private static RequestSpecification as(String username) {
        return RestAssured.given().auth().preemptive().basic(username, "demo");
    }
}
