package org.ronda.commitment;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes a version as a DOCX whose headings are headings, so that a contents list and a screen reader find them. */
final class DocxWriting {
    private static final String TITLE = "Title";
    private static final String CLAUSE = "Heading1";
    private static final String WITHIN = "Heading2";

    private final XWPFDocument document;

    private DocxWriting(XWPFDocument document) {
        this.document = document;
    }

    static void write(Printout printout, OutputStream out) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(printout.title());
            document.getProperties().getCoreProperties().setCreator("Ronda");
            document.getProperties().getCoreProperties().setIdentifier(printout.code());
            new DocxWriting(document).write(printout);
            document.write(out);
        }
    }

    private void write(Printout printout) {
        XWPFStyles styles = document.createStyles();
        styles.setSpellingLanguage(printout.language().place().toLanguageTag());
        style(styles, TITLE, "Title", -1, 40);
        style(styles, CLAUSE, "heading 1", 0, 28);
        style(styles, WITHIN, "heading 2", 1, 24);
        paragraph(TITLE, printout.title());
        about(CLAUSE, printout.words().aboutDraft(), printout.facts());
        for (Printout.Item item : printout.items()) {
            paragraph(CLAUSE, item.n() + ". " + item.heading());
            words(item.words());
            if (!item.easyRead().isEmpty()) {
                paragraph(WITHIN, printout.words().easyRead());
                words(item.easyRead());
            }
        }
        about(CLAUSE, printout.words().aboutFile(), printout.foot());
    }

    private void about(String style, String heading, List<Printout.Fact> facts) {
        paragraph(style, heading);
        for (Printout.Fact fact : facts) {
            XWPFParagraph paragraph = document.createParagraph();
            XWPFRun label = paragraph.createRun();
            label.setBold(true);
            label.setText(fact.label() + ": ");
            paragraph.createRun().setText(fact.value());
        }
    }

    private void words(String words) {
        for (String part : words.split("\n\n")) {
            paragraph(null, part);
        }
    }

    private void paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        } else {
            paragraph.setSpacingAfter(120);
        }
        boolean isFromRight = Printout.isFromRight(text);
        if (isFromRight) {
            paragraph.getCTP().addNewPPr().addNewBidi();
        }
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    /** @param outline the level among the headings, or -1 */
    private static void style(XWPFStyles styles, String id, String name, int outline, int halfPoints) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(280));
        spacing.setAfter(BigInteger.valueOf(120));
        if (outline >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        styles.addStyle(new XWPFStyle(style));
    }
}
