package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WebAddress;

/** Something to read first: a title and either an address or a file. */
public record ReadingInput(
        @RestForm @NotBlank @Size(max = 140) String title,
        @RestForm @Size(max = 500) @WebAddress String url,
        @RestForm FileUpload file,
        @RestForm @Size(max = 1_000) String reason) {
    static final ReadingInput BLANK = new ReadingInput("", "", null, "");

    public ReadingInput {
        title = PlainText.line(title);
        url = PlainText.line(url);
        reason = PlainText.clean(reason);
    }

    boolean hasFile() {
        return file != null && file.fileName() != null && !file.fileName().isBlank();
    }
}
