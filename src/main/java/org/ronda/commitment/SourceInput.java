package org.ronda.commitment;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A text that somebody brings in: a file, or Markdown that they paste.
 *
 * @param language the tag of the language of record of the draft that it will be
 */
record SourceInput(
        @RestForm String language,
        @RestForm String markdown,
        @RestForm FileUpload file) {
    /** 500 clauses of a thousand characters. */
    static final int LONGEST = 500_000;

    SourceInput {
        language = language == null ? "" : language.strip();
        markdown = markdown == null ? "" : markdown;
    }

    boolean hasFile() {
        return file != null && file.fileName() != null && !file.fileName().isBlank();
    }
}
