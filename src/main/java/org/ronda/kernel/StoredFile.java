package org.ronda.kernel;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A small file in the database, as it is served: an image that we wrote anew, or a PDF. Its bytes are in parts beside it.
 * Never changes.
 */
@Entity
public class StoredFile extends PanacheEntity {
    String code;
    String mediaType;
    String name;
    int size;
    byte[] sha256;
    Integer width;
    Integer height;
    Instant storedAt;

    protected StoredFile() {}

    StoredFile(Upload upload, Instant now) {
        this.code = Code.random('F');
        this.mediaType = upload.mediaType();
        this.name = upload.name();
        this.size = upload.bytes().length;
        this.sha256 = upload.sha256();
        this.width = upload.width();
        this.height = upload.height();
        this.storedAt = now;
    }

    public static Optional<StoredFile> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Made by us from the name that it came with: plain letters and the ending that fits its type. */
    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    byte[] sha256() {
        return sha256;
    }

    /** SHA-256 of its bytes, as they are served. */
    public String hash() {
        return HexFormat.of().formatHex(sha256);
    }

    /** In pixels; null when it is no image. */
    public Integer width() {
        return width;
    }

    public Integer height() {
        return height;
    }

    public boolean isImage() {
        return width != null;
    }

    /** Where it is served. */
    public String address() {
        return "/files/" + code + "/" + name;
    }
}
