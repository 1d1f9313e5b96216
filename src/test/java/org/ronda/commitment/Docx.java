package org.ronda.commitment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Makes DOCX files part by part, the good and the bad ones. */
final class Docx {
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Docx() {}

    /** @param body what stands in {@code w:body} */
    static Docx of(String body) {
        return document(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
                        + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                        + "</w:body></w:document>",
                MAIN);
    }

    static Docx document(String xml, String type) {
        Docx docx = new Docx();
        docx.with(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + type + "\"/></Types>");
        docx.with("_rels/.rels", relations("officeDocument", "word/document.xml"));
        docx.with("word/document.xml", xml);
        docx.with(
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"" + RELATIONS + "\">" + relation("1", "styles", "styles.xml")
                        + relation("2", "numbering", "numbering.xml") + "</Relationships>");
        docx.with("word/styles.xml", word("styles", """
                <w:style w:type="paragraph" w:styleId="Ttulo"><w:name w:val="Title"/></w:style>
                <w:style w:type="paragraph" w:styleId="Ttulo1"><w:name w:val="heading 1"/></w:style>
                <w:style w:type="paragraph" w:styleId="Ttulo2"><w:name w:val="heading 2"/></w:style>
                <w:style w:type="paragraph" w:styleId="Propio"><w:name w:val="Mi encabezado"/><w:basedOn w:val="Ttulo1"/></w:style>
                <w:style w:type="paragraph" w:styleId="Indice"><w:name w:val="toc 1"/></w:style>
                """));
        docx.with("word/numbering.xml", word("numbering", """
                <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
                """));
        return docx;
    }

    private static String word(String root, String content) {
        return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + content
                + "</w:" + root + ">";
    }

    private static String relations(String kind, String target) {
        return "<Relationships xmlns=\"" + RELATIONS + "\">" + relation("1", kind, target) + "</Relationships>";
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target + "\"/>";
    }

    /** A paragraph of that style; without one where it is empty. */
    static String p(String style, String text) {
        return "<w:p>" + (style.isEmpty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>") + r(text)
                + "</w:p>";
    }

    static String item(int list, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + list + "\"/></w:numPr></w:pPr>" + r(text)
                + "</w:p>";
    }

    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    Docx with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    Docx with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** With a password, as Word locks it. */
    byte[] locked() throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secreto");
            try (var content = encryptor.getDataStream(file)) {
                new ByteArrayInputStream(bytes()).transferTo(content);
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** An old .doc, as far as its first bytes tell. */
    static byte[] old() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            file.createDocument(new ByteArrayInputStream(new byte[5_000]), "WordDocument");
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
