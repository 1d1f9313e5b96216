package org.ronda.commitment;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.OutputStream;

/** A page of our own as a PDF with tags (PDF/UA), its typeface within. It asks for nothing from elsewhere. */
final class PdfFile {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

    static {
        // it would tell of each typeface that it opens; what goes wrong is thrown
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    /** @param html well formed, with a title, a language and bookmarks */
    static void write(String html, OutputStream out) throws IOException {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            pdf.useExternalResourceAccessControl((address, kind) -> false, when);
        }
        font(pdf, "DejaVuSerif.ttf", "Serif of documents", 400);
        font(pdf, "DejaVuSerif-Bold.ttf", "Serif of documents", 700);
        font(pdf, "DejaVuSans.ttf", "Sans of documents", 400);
        font(pdf, "DejaVuSans-Bold.ttf", "Sans of documents", 700);
        pdf.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        pdf.useUnicodeBidiReorderer(new ICUBidiReorderer());
        pdf.usePdfUaAccessibility(true);
        pdf.withProducer("Ronda");
        pdf.withHtmlContent(html, null);
        pdf.toStream(out);
        pdf.run();
    }

    private static void font(PdfRendererBuilder pdf, String file, String family, int weight) {
        pdf.useFont(() -> PdfFile.class.getResourceAsStream(FONTS + file), family, weight, FontStyle.NORMAL, true);
    }
}
