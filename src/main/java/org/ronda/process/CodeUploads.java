package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** A file with codes as it is sent: read once, and known by its key only. */
@ApplicationScoped
class CodeUploads {
    /**
     * What was sent.
     *
     * @param content what is in it, or else its refusal
     * @param key what the file stands for
     */
    record Upload(Supplier<CodeFile.Content> content, String key) {}

    @Inject
    CodeLists codeLists;

    @Inject
    Voters voters;

    @Inject
    Limits limits;

    Upload of(Process process, FileUpload file) {
        byte[] bytes = bytes(file);
        Supplier<CodeFile.Content> content = Forms.ready(() -> {
            limits.count("upload codes", 20, Duration.ofMinutes(10));
            return read(process, bytes);
        });
        return new Upload(content, HexFormat.of().formatHex(voters.keyFrom("file", process.id(), sum(bytes))));
    }

    private CodeFile.Content read(Process process, byte[] bytes) {
        if (bytes.length == 0) {
            throw Refused.invalid(
                    "file",
                    language -> Wording.of(SetupMessages.class, language).codesNoFile());
        }
        return codeLists.read(process.id(), bytes);
    }

    /** One byte more than is taken, so that more is seen. */
    private static byte[] bytes(FileUpload file) {
        if (file == null) {
            return new byte[0];
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return content.readNBytes(CodeFile.MOST_BYTES + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
