package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.kernel.Dates;
import org.ronda.kernel.KernelMessages;
import org.ronda.kernel.Limits;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;
import org.ronda.kernel.StoredFiles;
import org.ronda.kernel.Wording;

/** Reads a text that somebody brings in and says how it would be cut into clauses. Nothing of it is kept. */
@ApplicationScoped
class Importing {
    private static final String FILE = "file";
    private static final String MARKDOWN = "markdown";

    @Inject
    Limits limits;

    /** What is wrong with the text is said beside the field that it came in. */
    Cut cut(SourceInput input) {
        limits.count("bring a text in", 60, Duration.ofMinutes(10));
        String field = input.hasFile() ? FILE : MARKDOWN;
        Cut cut = Cutting.of(input.hasFile() ? read(input.file()) : read(MARKDOWN, input.markdown()));
        if (cut.title().isEmpty() && cut.clauses().isEmpty()) {
            throw Drafting.invalid(field, CommitmentMessages::nothingToImport);
        }
        if (cut.clauses().size() > Arranging.MOST - 1) {
            throw Refused.invalid(field, language -> Drafting.words(language).tooManyClauses(Arranging.MOST));
        }
        long letters = cut.clauses().stream()
                .mapToLong(piece -> piece.heading().length()
                        + piece.words().length()
                        + piece.easyRead().length())
                .sum();
        if (letters > SourceInput.LONGEST) {
            throw tooLong(field);
        }
        return cut;
    }

    private static SourceText read(FileUpload sent) {
        byte[] content = content(sent);
        if (content.length == 0) {
            throw said(KernelMessages::file_empty);
        }
        if (content.length > StoredFiles.LARGEST) {
            throw said(KernelMessages::file_too_large);
        }
        String name = sent.fileName().toLowerCase(Locale.ROOT);
        if (name.endsWith(".docx")) {
            return DocxReading.read(FILE, content);
        }
        if (name.endsWith(".docm") || name.endsWith(".dotm")) {
            throw Drafting.invalid(FILE, CommitmentMessages::fileMacros);
        }
        if (name.endsWith(".doc")) {
            throw Drafting.invalid(FILE, CommitmentMessages::fileOld);
        }
        if (name.endsWith(".md") || name.endsWith(".markdown") || name.endsWith(".txt")) {
            return read(FILE, text(content));
        }
        throw Drafting.invalid(FILE, CommitmentMessages::fileOtherKind);
    }

    private static SourceText read(String field, String markdown) {
        if (markdown.isBlank()) {
            throw Drafting.invalid(field, CommitmentMessages::nothingToImport);
        }
        if (markdown.length() > SourceInput.LONGEST) {
            throw tooLong(field);
        }
        return MarkdownFile.read(PlainText.clean(markdown));
    }

    private static byte[] content(FileUpload sent) {
        try (InputStream content = Files.newInputStream(sent.uploadedFile())) {
            return content.readNBytes(StoredFiles.LARGEST + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException otherwiseEncoded) {
            // said below
        }
        throw Drafting.invalid(FILE, CommitmentMessages::fileNotText);
    }

    private static Refused tooLong(String field) {
        return Refused.invalid(
                field,
                language -> Drafting.words(language).sourceTooLong(Dates.grouped(SourceInput.LONGEST, language)));
    }

    private static Refused said(Function<KernelMessages, String> reason) {
        return Refused.invalid(FILE, language -> reason.apply(Wording.of(KernelMessages.class, language)));
    }
}
