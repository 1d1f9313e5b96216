package org.ronda.kernel;

import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Refuses a PDF that is locked, or that says openly that it starts programs or carries files. */
final class Pdf {
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern LOCKED = Pattern.compile("/Encrypt\\b");
    private static final Pattern ACTIVE = Pattern.compile("/(Launch|JavaScript|JS|EmbeddedFiles?|RichMedia|XFA)\\b");

    private Pdf() {}

    static Upload checked(String field, String typedName, byte[] content) {
        // a name may be written with escapes: /J#61vaScript
        String names =
                ESCAPE.matcher(new String(content, StandardCharsets.ISO_8859_1)).replaceAll(Pdf::unescaped);
        if (!names.startsWith("%PDF-")) {
            throw StoredFiles.refused(field, KernelMessages::file_kind);
        } else if (LOCKED.matcher(names).find()) {
            throw StoredFiles.refused(field, KernelMessages::file_pdf_locked);
        } else if (ACTIVE.matcher(names).find()) {
            throw StoredFiles.refused(field, KernelMessages::file_pdf_active);
        }
        return Upload.pdf(typedName, content);
    }

    private static String unescaped(MatchResult escape) {
        char letter = (char) Integer.parseInt(escape.group(1), 16);
        return Character.isLetter(letter) ? String.valueOf(letter) : " ";
    }
}
