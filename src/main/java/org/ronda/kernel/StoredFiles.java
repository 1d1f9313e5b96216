package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.tika.Tika;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * Takes files in and gives them out. What a file is, its bytes say, not its name: images are written anew, which leaves
 * nothing in them but the picture; a PDF is taken as it is, unless it is locked or carries programs; anything else is
 * refused.
 */
@ApplicationScoped
public class StoredFiles {
    public static final int LARGEST = 5 * 1024 * 1024;
    /** H2 keeps at most 1 MB in one value. */
    private static final int PART = 512 * 1024;

    private static final Tika TYPES = new Tika();

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource database;

    @Inject
    Now now;

    /**
     * Stores what somebody sent, or refuses it (422) beside its field. Not more than 5 MB of it are read.
     *
     * @param field the form's field
     * @param typedName the name that it came with; only its plain letters are kept
     */
    @Transactional
    public StoredFile store(String field, String typedName, InputStream content) throws IOException {
        return store(field, typedName, content.readNBytes(LARGEST + 1));
    }

    /** Stores bytes that are at hand. */
    @Transactional
    public StoredFile store(String field, String typedName, byte[] content) {
        return store(checked(field, typedName, content));
    }

    /**
     * What somebody sent as it will be stored, or refused (422) beside its field. Takes a while for a large image, so a
     * write that waits for nothing else does it before its transaction.
     */
    public static Upload checked(String field, FileUpload sent) {
        try (InputStream content = Files.newInputStream(sent.uploadedFile())) {
            return checked(field, sent.fileName(), content.readNBytes(LARGEST + 1));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stores what was checked. */
    @Transactional
    public StoredFile store(Upload upload) {
        StoredFile file = new StoredFile(upload, now.instant());
        file.persistAndFlush();
        for (int n = 0; n * PART < upload.bytes().length; n++) {
            entityManager
                    .createNativeQuery("insert into stored_file_part (file_id, n, bytes) values (?1, ?2, ?3)")
                    .setParameter(1, file.id())
                    .setParameter(2, n)
                    .setParameter(
                            3,
                            Arrays.copyOfRange(
                                    upload.bytes(), n * PART, Math.min((n + 1) * PART, upload.bytes().length)))
                    .executeUpdate();
        }
        return file;
    }

    /** Forgets a file that nobody could have relied on. */
    @Transactional
    public void remove(long fileId) {
        entityManager
                .createNativeQuery("delete from stored_file_part where file_id = ?1")
                .setParameter(1, fileId)
                .executeUpdate();
        StoredFile.deleteById(fileId);
    }

    /** Writes the file part by part, so that no node holds it whole. */
    public void write(long fileId, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement part =
                        connection.prepareStatement("select bytes from stored_file_part where file_id = ? and n = ?")) {
            part.setLong(1, fileId);
            boolean isMore = true;
            for (int n = 0; isMore; n++) {
                part.setInt(2, n);
                try (ResultSet found = part.executeQuery()) {
                    isMore = found.next();
                    if (isMore) {
                        out.write(found.getBytes(1));
                    }
                }
            }
        } catch (SQLException broken) {
            throw new IOException(broken);
        }
    }

    private static Upload checked(String field, String typedName, byte[] content) {
        if (content.length == 0) {
            throw refused(field, KernelMessages::file_empty);
        } else if (content.length > LARGEST) {
            throw refused(field, KernelMessages::file_too_large);
        }
        Upload upload = switch (TYPES.detect(content)) {
            case "image/png", "image/gif" -> Picture.rewritten(field, typedName, content, false);
            case "image/jpeg" -> Picture.rewritten(field, typedName, content, true);
            case "application/pdf" -> Pdf.checked(field, typedName, content);
            default -> throw refused(field, KernelMessages::file_kind);
        };
        if (upload.bytes().length > LARGEST) {
            throw refused(field, KernelMessages::file_too_large);
        }
        return upload;
    }

    static Refused refused(String field, Function<KernelMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(Wording.of(KernelMessages.class, language)));
    }
}
