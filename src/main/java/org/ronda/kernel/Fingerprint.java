package org.ronda.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * SHA-256 of an input in one canonical form, to tell a form that was sent twice from another one under the same nonce.
 * Each value is written with its length, so that two different inputs never look alike.
 */
final class Fingerprint {
    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param action method and path that the input was sent to */
    static byte[] of(String action, Object input) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(action);
        fingerprint.add(input);
        return fingerprint.digest.digest();
    }

    private void add(Object value) {
        if (value == null) {
            length(-1);
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                add(component.getName());
                add(read(component, record));
            }
        } else if (value instanceof Collection<?> values) {
            length(values.size());
            values.forEach(this::add);
        } else if (value instanceof FileUpload upload) {
            add(upload.fileName());
            bytes(content(upload));
        } else {
            bytes(value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void bytes(byte[] bytes) {
        length(bytes.length);
        digest.update(bytes);
    }

    private void length(int length) {
        digest.update(ByteBuffer.allocate(4).putInt(length).array());
    }

    private static Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static byte[] content(FileUpload upload) {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
