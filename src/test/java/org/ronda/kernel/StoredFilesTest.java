package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ronda.Signed.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StoredFilesTest {
    @Inject
    StoredFiles files;

    private StoredFile stored(String name, byte[] bytes) {
        return QuarkusTransaction.requiringNew().call(() -> files.store("file", name, bytes));
    }

    private String refusal(String name, byte[] bytes) {
        Refused refused = assertThrows(Refused.class, () -> files.store("file", name, bytes));
        assertEquals("file", refused.field());
        return refused.in(Language.ES);
    }

    /** Red on the left, blue on the right. */
    private static byte[] image(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** The JPEG with an EXIF segment that says how the camera was held, and where. */
    private static byte[] held(byte[] jpeg, int orientation) throws IOException {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0,
            'G',
            'P',
            'S',
            '3',
            '2',
            'S'
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private byte[] served(StoredFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(file.id(), out);
        return out.toByteArray();
    }

    private static byte[] pdf(String content) {
        return ("%PDF-1.7\n" + content + "\n%%EOF").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aPhotoIsWrittenAnewUprightAndWithoutItsPlace() throws IOException {
        StoredFile file = stored("C:\\fotos\\La Plaza Ñandú.JPG", held(image("jpeg", 40, 20), 6));
        assertEquals("la-plaza-nandu.jpg", file.name());
        assertEquals("image/jpeg", file.mediaType());
        byte[] bytes = served(file);
        assertFalse(new String(bytes, StandardCharsets.ISO_8859_1).contains("GPS32S"));
        BufferedImage upright = ImageIO.read(new ByteArrayInputStream(bytes));
        assertEquals(20, upright.getWidth());
        assertEquals(40, upright.getHeight());
        // turned to the right: what was on the left is on top
        assertTrue(new Color(upright.getRGB(10, 5)).getRed() > 200);
        assertTrue(new Color(upright.getRGB(10, 35)).getBlue() > 200);
    }

    @Test
    void everyWayOfHoldingACameraComesOutUpright() {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var turned = Orientation.upright(orientation, 40, 20)
                    .createTransformedShape(new Rectangle(0, 0, 40, 20))
                    .getBounds();
            assertEquals(orientation >= 5 ? new Rectangle(0, 0, 20, 40) : new Rectangle(0, 0, 40, 20), turned);
        }
    }

    @Test
    void aLargeImageIsMadeSmallerAndKeptInParts() throws IOException {
        BufferedImage noise = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 900 * 900; i++) {
            noise.setRGB(i % 900, i / 900, random.nextInt());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(noise, "png", bytes);
        StoredFile file = stored("ruido.png", bytes.toByteArray());
        assertTrue(file.size() > 2_000_000);
        assertEquals(file.size(), served(file).length);
        assertEquals(
                noise.getRGB(450, 450),
                ImageIO.read(new ByteArrayInputStream(served(file))).getRGB(450, 450));

        StoredFile wide = stored("ancha.png", image("png", 6000, 300));
        assertEquals(2400, wide.width());
        assertEquals(120, wide.height());
    }

    @Test
    void animatedOrTransparentImagesBecomePng() throws IOException {
        assertEquals("image/png", stored("a.gif", image("gif", 10, 10)).mediaType());
    }

    @Test
    void aPdfIsKeptAsItIs() throws IOException {
        byte[] bytes = pdf("1 0 obj << /Type /Catalog /OpenAction [2 0 R /Fit] >> endobj");
        StoredFile file = stored("Plano.PDF.exe", bytes);
        assertEquals("plano.pdf", file.name());
        assertArrayEquals(bytes, served(file));
    }

    @Test
    void hostileFilesAreRefusedAndSaidWhy() throws IOException {
        byte[] broken = Arrays.copyOf(image("png", 50, 50), 60);
        byte[] bomb = image("png", 10, 10);
        bomb[16] = 0x00;
        bomb[17] = (byte) 0x01;
        bomb[20] = 0x00;
        bomb[21] = (byte) 0x01;
        String kind = "Solo se pueden subir imágenes";
        for (Map.Entry<String, byte[]> executable : Map.of(
                        "foto.png", ("MZ" + "\0".repeat(500) + "This program cannot be run in DOS mode").getBytes(),
                        "foto.jpg", "\u007fELF\2\1\1".getBytes(StandardCharsets.ISO_8859_1),
                        "plano.pdf", "#!/bin/sh\nrm -rf /".getBytes(),
                        "dibujo.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(),
                        "pagina.gif", "<html><script>alert(1)</script>".getBytes(),
                        "archivo.zip", "PK\3\4".getBytes(),
                        "poliglota.pdf", "<script>alert(1)</script>%PDF-1.7".getBytes())
                .entrySet()) {
            assertTrue(refusal(executable.getKey(), executable.getValue()).startsWith(kind), executable.getKey());
        }
        assertTrue(refusal("a.png", new byte[0]).contains("vacío"));
        assertTrue(refusal("a.png", new byte[StoredFiles.LARGEST + 1]).contains("5 MB"));
        assertTrue(refusal("a.png", broken).contains("No pudimos leer"));
        assertTrue(refusal("a.png", bomb).contains("píxeles"));
        assertTrue(refusal("a.pdf", pdf("trailer << /Encrypt 5 0 R >>")).contains("contraseña"));
        assertTrue(refusal("a.pdf", pdf("<< /S /Launch /F (cmd.exe) >>")).contains("programas"));
        assertTrue(
                refusal("a.pdf", pdf("<< /S /J#61vaScript /JS (app.alert) >>")).contains("programas"));
    }

    /** A JPEG in several scans that claims those sides, with the first of them that many times more. */
    private static byte[] scanned(int side, int more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), null, null), param);
        }
        byte[] jpeg = bytes.toByteArray();
        int frame = marker(jpeg, 0xC2, 0);
        for (int at : new int[] {frame + 5, frame + 7}) {
            jpeg[at] = (byte) (side >> 8);
            jpeg[at + 1] = (byte) side;
        }
        int scan = marker(jpeg, 0xDA, 0);
        int next = marker(jpeg, 0xC4, scan);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, next);
        for (int i = 0; i < more; i++) {
            out.write(jpeg, scan, next - scan);
        }
        out.write(jpeg, next, jpeg.length - next);
        return out.toByteArray();
    }

    private static int marker(byte[] jpeg, int marker, int from) {
        int at = from;
        while (jpeg[at] != (byte) 0xFF || jpeg[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }

    @Test
    void aPhotoInScansIsTakenUnlessItCostsTooMuchToUnfold() throws IOException {
        StoredFile small = stored("progresiva.jpg", scanned(64, 0));
        assertEquals(64, small.width());
        // a decoder keeps these whole in memory, and walks them once for each scan: the second takes minutes
        assertTrue(refusal("grande.jpg", scanned(6000, 0)).contains("píxeles"));
        assertTrue(refusal("lenta.jpg", scanned(3000, 500)).contains("No pudimos leer"));
        // stumbling over what a decoder skips hides no scans
        byte[] hidden = scanned(3000, 500);
        byte[] filled = new byte[hidden.length + 1];
        filled[0] = hidden[0];
        filled[1] = hidden[1];
        filled[2] = (byte) 0xFF;
        System.arraycopy(hidden, 2, filled, 3, hidden.length - 2);
        assertTrue(refusal("oculta.jpg", filled).contains("No pudimos leer"));
        assertEquals(1, Scans.in(held(image("jpeg", 40, 20), 6)), "a plain photo may have more pixels");
    }

    @Test
    void anyBytesThatBeginLikeAnImageAreRefusedCalmly() throws IOException {
        Random random = new Random(7);
        byte[][] whole = {image("png", 30, 30), held(image("jpeg", 30, 30), 3), image("gif", 30, 30)};
        for (int i = 0; i < 300; i++) {
            byte[] spoilt = whole[i % 3].clone();
            for (int n = 0; n < 8; n++) {
                spoilt[8 + random.nextInt(spoilt.length - 8)] = (byte) random.nextInt();
            }
            try {
                files.store("file", "a", spoilt);
            } catch (Refused expected) {
                assertEquals(422, expected.status().code());
            }
        }
    }

    @Test
    void aFileIsServedOnlyWhereItsOwnerReaches() throws IOException {
        StoredFile file = stored("plaza.png", image("png", 30, 20));
        assertEquals(404, given().get(file.address()).statusCode());
        FileTestPages.REACHED.add(file.id());
        Response answer = given().get(file.address());
        assertEquals(200, answer.statusCode());
        assertEquals("image/png", answer.contentType());
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        assertEquals("inline; filename=\"plaza.png\"", answer.header("Content-Disposition"));
        assertEquals(file.size(), answer.asByteArray().length);
        given().header("If-None-Match", answer.header("ETag"))
                .get(file.address())
                .then()
                .statusCode(304);
        given().redirects()
                .follow(false)
                .get("/files/" + file.code() + "/other.html")
                .then()
                .statusCode(301)
                .header("Location", file.address());
        assertEquals(404, given().get("/files/F-00000000/plaza.png").statusCode());
    }

    @Test
    void aPdfIsServedToBeSaved() {
        StoredFile file = stored("plano.pdf", pdf("1 0 obj endobj"));
        FileTestPages.REACHED.add(file.id());
        Response answer = given().get(file.address());
        assertEquals("attachment; filename=\"plano.pdf\"", answer.header("Content-Disposition"));
        assertEquals("application/pdf", answer.contentType());
    }

    @Test
    void aFormTakesAFileOnce() throws IOException {
        String nonce = Forms.nonce();
        byte[] image = image("png", 30, 20);
        String first = null;
        for (int i = 0; i < 2; i++) {
            Response answer = given().redirects()
                    .follow(false)
                    .multiPart("file", "plaza.png", image)
                    .multiPart("nonce", nonce)
                    .post("/test-files");
            assertEquals(303, answer.statusCode());
            first = first == null ? answer.header("Location") : first;
            assertEquals(first, answer.header("Location"));
        }
        Response answer = given().multiPart("file", "plaza.png", "MZ".repeat(50).getBytes())
                .multiPart("nonce", Forms.nonce())
                .post("/test-files");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.asString().contains("Solo se pueden subir imágenes"));
    }

    @Test
    void aHundredMegabytesAreAnsweredWhenTheyAreSent() throws IOException {
        long length = 100L * 1024 * 1024;
        try (Socket socket = new Socket("localhost", io.restassured.RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /test-files HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nSec-Fetch-Site: same-origin\r\nContent-Type:"
                                    + " multipart/form-data; boundary=x\r\nContent-Length: " + length + "\r\n\r\n")
                            .getBytes());
            byte[] block = new byte[1024 * 1024];
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        }
    }
}
