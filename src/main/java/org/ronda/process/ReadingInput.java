package org.ronda.process;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.kernel.Language;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Translated;
import org.ronda.kernel.WebAddress;

/** Something to read first: a title in at least one language, and either an address or a file. */
public record ReadingInput(
        @RestForm @Size(max = 140) String titleEs,
        @RestForm @Size(max = 140) String titleEn,
        @RestForm @Size(max = 140) String titleFr,
        @RestForm @Size(max = 500) @WebAddress String url,
        @RestForm FileUpload file,
        @RestForm @Size(max = 1_000) String reason) {
    static final ReadingInput BLANK = new ReadingInput("", "", "", "", null, "");

    public ReadingInput {
        titleEs = PlainText.line(titleEs);
        titleEn = PlainText.line(titleEn);
        titleFr = PlainText.line(titleFr);
        url = PlainText.line(url);
        reason = PlainText.clean(reason);
    }

    Translated title() {
        return Translated.of(titleEs, titleEn, titleFr);
    }

    /** The field in which the title in that language is typed. */
    static String field(Language language) {
        String name = language.name();
        return "title" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    boolean hasFile() {
        return file != null && file.fileName() != null && !file.fileName().isBlank();
    }
}
