package org.ronda.commitment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.XMLHelper;
import org.ronda.kernel.Refused;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a DOCX as it would be with all its tracked changes accepted, without its comments, notes and pictures. What
 * carries macros, is locked, or unpacks into far more than a text is refused.
 */
final class DocxReading {
    /** Of a file of 5 MB. A text of 500 clauses is about 3 MB of XML. */
    private static final long MOST_UNPACKED = 48L * 1024 * 1024;

    private static final long MOST_XML = 12L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    private static final int DEEPEST = 200;
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
    private static final String NUMBERING =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering";

    static {
        // the limits above are on what comes out, whatever went in: a text that repeats itself is no bomb
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Styles styles = new Styles();
    private final Map<String, int[]> counted = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder carried = new StringBuilder();
    private int changes;
    private int comments;

    private DocxReading() {}

    static SourceText read(String field, byte[] content) {
        try {
            refuseOthers(field, content);
            try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
                return read(field, file);
            }
        } catch (Refused refused) {
            throw refused;
        } catch (OpenXML4JException | IOException | SAXException | RuntimeException broken) {
            // a broken file breaks its reader in many ways
            throw Drafting.invalid(field, CommitmentMessages::fileBroken);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void refuseOthers(String field, byte[] content) throws IOException {
        FileMagic magic = FileMagic.valueOf(content);
        if (magic == FileMagic.OLE2) {
            throw Drafting.invalid(
                    field, isLocked(content) ? CommitmentMessages::fileLocked : CommitmentMessages::fileOld);
        }
        if (magic != FileMagic.OOXML) {
            throw Drafting.invalid(field, CommitmentMessages::fileNotDocx);
        }
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.contains("vbaproject") || name.contains("vbadata")) {
                    throw Drafting.invalid(field, CommitmentMessages::fileMacros);
                }
                long ofPart = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    ofPart += read;
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED || isXml(name) && ofPart > MOST_XML) {
                        throw Drafting.invalid(field, CommitmentMessages::fileUnpacksTooLarge);
                    }
                }
                if (++parts > MOST_PARTS) {
                    throw Drafting.invalid(field, CommitmentMessages::fileUnpacksTooLarge);
                }
            }
        }
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static boolean isLocked(byte[] content) {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(content))) {
            return file.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static SourceText read(String field, OPCPackage file)
            throws OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        List<PackagePart> mains = file.getPartsByRelationshipType(PackageRelationshipTypes.CORE_DOCUMENT);
        String type = mains.isEmpty() ? "" : mains.get(0).getContentType();
        if (type.contains("macroEnabled")) {
            throw Drafting.invalid(field, CommitmentMessages::fileMacros);
        }
        if (!type.startsWith(MAIN)) {
            throw Drafting.invalid(field, CommitmentMessages::fileNotDocx);
        }
        DocxReading reading = new DocxReading();
        PackagePart main = mains.get(0);
        reading.withPart(main, STYLES, reading.styles::learnStyles);
        reading.withPart(main, NUMBERING, reading.styles::learnNumbering);
        Document text = parsed(field, main);
        reading.count(text.getDocumentElement());
        reading.readBlocks(text.getDocumentElement());
        reading.flush();
        return new SourceText(reading.blocks, reading.changes, reading.comments);
    }

    private void withPart(PackagePart main, String relation, Consumer<Element> learn)
            throws OpenXML4JException, IOException, SAXException, ParserConfigurationException {
        for (var one : main.getRelationshipsByType(relation)) {
            learn.accept(parsed("file", main.getRelatedPart(one)).getDocumentElement());
        }
    }

    /** Without document types, so no entity is ever resolved or expanded. */
    private static Document parsed(String field, PackagePart part)
            throws IOException, SAXException, ParserConfigurationException {
        try (InputStream content = part.getInputStream()) {
            DocumentBuilder builder = XMLHelper.newDocumentBuilder();
            // refused, and nothing for our log
            builder.setErrorHandler(new DefaultHandler());
            Document document = builder.parse(content);
            if (isDeeper(document.getDocumentElement())) {
                throw Drafting.invalid(field, CommitmentMessages::fileBroken);
            }
            return document;
        }
    }

    /** Walks without recursion, which a hostile file would exhaust. */
    private static boolean isDeeper(Node root) {
        int depth = 0;
        Node node = root;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                if (++depth > DEEPEST) {
                    return true;
                }
            } else {
                while (node != null && node != root && node.getNextSibling() == null) {
                    node = node.getParentNode();
                    depth--;
                }
                node = node == null || node == root ? null : node.getNextSibling();
            }
        }
        return false;
    }

    static Iterable<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Element child(Node parent, String name) {
        for (Element child : children(parent)) {
            if (child.getLocalName().equals(name)) {
                return child;
            }
        }
        return null;
    }

    /** An attribute by its name, in whichever of the namespaces of this format. */
    static String value(Element element, String name) {
        if (element == null) {
            return "";
        }
        String own = element.getAttributeNS(element.getNamespaceURI(), name);
        return own.isEmpty() ? element.getAttribute(name) : own;
    }

    private void count(Element parent) {
        for (Element element : children(parent)) {
            switch (element.getLocalName()) {
                case "ins", "del", "moveFrom", "moveTo" -> changes++;
                case "commentReference" -> comments++;
                default -> {}
            }
            count(element);
        }
    }

    private void readBlocks(Node parent) {
        for (Element element : children(parent)) {
            switch (element.getLocalName()) {
                case "p" -> paragraph(element);
                case "tbl" -> table(element);
                case "del", "moveFrom", "Fallback", "sectPr", "sdtPr" -> {}
                default -> readBlocks(element);
            }
        }
    }

    private void paragraph(Element paragraph) {
        Element properties = child(paragraph, "pPr");
        String style = properties == null ? "" : value(child(properties, "pStyle"), "val");
        StringBuilder text = new StringBuilder(carried);
        carried.setLength(0);
        readWords(paragraph, text);
        if (isMarkDeleted(properties)) {
            // with its end deleted it goes on in the next one
            carried.append(text);
            return;
        }
        String words = text.toString();
        if (words.isBlank() || styles.isOfContents(style)) {
            return;
        }
        int level = styles.level(style, properties);
        if (level >= 0) {
            blocks.add(Block.heading(level, words));
        } else if (isNamedInBold(paragraph, words)) {
            blocks.add(Block.heading(Styles.DEEPEST_HEADING, words.replaceFirst("\\s*[:：]\\s*$", "")));
        } else {
            blocks.add(listed(style, properties, words));
        }
    }

    private void flush() {
        if (!carried.toString().isBlank()) {
            blocks.add(Block.paragraph(carried.toString()));
        }
    }

    private static boolean isMarkDeleted(Element properties) {
        Element ofMark = properties == null ? null : child(properties, "rPr");
        return ofMark != null && (child(ofMark, "del") != null || child(ofMark, "moveFrom") != null);
    }

    /** Many write headings as bold lines. */
    private static boolean isNamedInBold(Element paragraph, String words) {
        if (words.length() > ClauseInput.LONGEST_HEADING
                || Headings.exactly(Headings.withoutNumber(words.strip())).isEmpty()) {
            return false;
        }
        for (Element run : children(paragraph)) {
            Element properties = child(run, "rPr");
            boolean isRun = run.getLocalName().equals("r") && child(run, "t") != null;
            if (isRun && (properties == null || child(properties, "b") == null)) {
                return false;
            }
        }
        return true;
    }

    private Block listed(String style, Element properties, String words) {
        Styles.Listing listing = styles.listing(style, properties);
        if (listing == null) {
            return Block.paragraph(words);
        }
        int[] numbers = counted.computeIfAbsent(listing.list(), list -> new int[Styles.LEVELS]);
        int number = ++numbers[listing.level()];
        for (int deeper = listing.level() + 1; deeper < Styles.LEVELS; deeper++) {
            numbers[deeper] = 0;
        }
        return Block.item(listing.level(), listing.isNumbered() ? number + ". " : "- ", words);
    }

    private void table(Element table) {
        for (Element row : children(table)) {
            Element properties = child(row, "trPr");
            boolean isDeleted = properties != null && child(properties, "del") != null;
            if (row.getLocalName().equals("tr") && !isDeleted) {
                row(row);
            } else if (row.getLocalName().equals("sdt") || row.getLocalName().equals("ins")) {
                readBlocks(row);
            }
        }
    }

    private void row(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : children(row)) {
            if (cell.getLocalName().equals("tc")) {
                cells.add(cell(cell));
            }
        }
        if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            blocks.add(cells.size() == 1 ? Block.paragraph(cells.get(0)) : Block.row(cells));
        }
    }

    private String cell(Element cell) {
        int from = blocks.size();
        readBlocks(cell);
        List<Block> within = blocks.subList(from, blocks.size());
        String said = String.join("\n", within.stream().map(Block::said).toList());
        within.clear();
        return said.strip();
    }

    private void readWords(Node parent, StringBuilder text) {
        for (Element element : children(parent)) {
            switch (element.getLocalName()) {
                case "t" -> text.append(element.getTextContent());
                case "tab", "ptab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('\u2011');
                case "del", "moveFrom", "pPr", "rPr", "sdtPr", "Fallback", "instrText" -> {}
                // a paragraph in a box
                case "p" -> {
                    text.append(text.isEmpty() ? "" : "\n");
                    readWords(element, text);
                }
                default -> readWords(element, text);
            }
        }
    }

    /** The styles and lists of a file, as far as they say what a paragraph is. */
    private static final class Styles {
        static final int LEVELS = 9;
        static final int DEEPEST_HEADING = 9;

        /** In which list a paragraph stands, how deep, and whether that counts. */
        record Listing(String list, int level, boolean isNumbered) {}

        private record Style(String name, String basedOn, Element properties) {}

        private final Map<String, Style> byId = new HashMap<>();
        private final Map<String, String> abstractOf = new HashMap<>();
        private final Map<String, String> formats = new HashMap<>();

        void learnStyles(Element styles) {
            for (Element style : children(styles)) {
                if (style.getLocalName().equals("style")) {
                    byId.put(
                            value(style, "styleId"),
                            new Style(
                                    value(child(style, "name"), "val").toLowerCase(Locale.ROOT),
                                    value(child(style, "basedOn"), "val"),
                                    child(style, "pPr")));
                }
            }
        }

        void learnNumbering(Element numbering) {
            for (Element element : children(numbering)) {
                if (element.getLocalName().equals("num")) {
                    abstractOf.put(value(element, "numId"), value(child(element, "abstractNumId"), "val"));
                } else if (element.getLocalName().equals("abstractNum")) {
                    for (Element level : children(element)) {
                        if (level.getLocalName().equals("lvl")) {
                            formats.put(
                                    value(element, "abstractNumId") + "." + value(level, "ilvl"),
                                    value(child(level, "numFmt"), "val"));
                        }
                    }
                }
            }
        }

        boolean isOfContents(String id) {
            Style style = byId.get(id);
            return style != null && style.name().startsWith("toc ");
        }

        /** Of a heading, 0 for a title; or -1. */
        int level(String id, Element properties) {
            int own = outline(properties);
            if (own >= 0) {
                return own + 1;
            }
            Style style = byId.get(id);
            for (int steps = 0; style != null && steps < 10; steps++) {
                if (style.name().equals("title")) {
                    return 0;
                }
                if (style.name().matches("heading [1-9]")) {
                    return style.name().charAt("heading ".length()) - '0';
                }
                int outline = outline(style.properties());
                if (outline >= 0) {
                    return outline + 1;
                }
                style = byId.get(style.basedOn());
            }
            return -1;
        }

        private static int outline(Element properties) {
            String level = properties == null ? "" : value(child(properties, "outlineLvl"), "val");
            return level.matches("[0-8]") ? Integer.parseInt(level) : -1;
        }

        /** Null for a paragraph that is in none. */
        Listing listing(String id, Element properties) {
            Element numbering = properties == null ? null : child(properties, "numPr");
            Style style = byId.get(id);
            for (int steps = 0; numbering == null && style != null && steps < 10; steps++) {
                numbering = style.properties() == null ? null : child(style.properties(), "numPr");
                style = byId.get(style.basedOn());
            }
            String list = numbering == null ? "" : value(child(numbering, "numId"), "val");
            if (list.isEmpty() || list.equals("0")) {
                return null;
            }
            String level = value(child(numbering, "ilvl"), "val");
            int depth = level.matches("[0-8]") ? Integer.parseInt(level) : 0;
            String format = formats.getOrDefault(abstractOf.get(list) + "." + depth, "bullet");
            return new Listing(list, depth, !format.equals("bullet") && !format.equals("none"));
        }
    }
}
