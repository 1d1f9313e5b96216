package org.ronda.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import org.ronda.kernel.Scope;

/**
 * Format 1 of what is hashed: every field as its length (4 bytes, big-endian) and its bytes, so that two different
 * lists of fields never give the same bytes; an absent field has the length -1. docs/ledger.md describes it with test
 * vectors. A format that was ever used is never changed: improvements are a format 2 beside it.
 */
final class Canonical {
    static final int FORMAT = 1;
    /** Stands for who or what when there is nobody or nothing to hide. */
    static final byte[] NONE = new byte[32];

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

    /** The hash of who did it and in whose name, hidden by a salt. */
    static byte[] who(byte[] salt, Long actorId, Scope name) {
        return who(salt, actorId, name == null ? null : name.kind().name(), name == null ? null : name.id());
    }

    /** The same from the columns as they are stored, so that an impossible pair of them is not read as something else. */
    static byte[] who(byte[] salt, Long actorId, String nameKind, Long nameId) {
        return sha256(
                salt,
                new Canonical().number(actorId).text(nameKind).number(nameId).toBytes());
    }

    /** The hash of what was said, hidden by a salt. */
    static byte[] what(byte[] salt, SortedMap<String, String> content) {
        Canonical form = new Canonical();
        content.forEach((field, words) -> form.text(field).text(words));
        return sha256(salt, form.toBytes());
    }

    /** The hash of the whole event. */
    static byte[] leaf(Recorded event) {
        return sha256(new Canonical()
                .number((long) FORMAT)
                .number(event.id())
                .text(event.kind())
                .number(event.processId())
                .text(event.subjectKind())
                .number(event.subjectId())
                .number(micros(event.at()))
                .text(event.deltas())
                .field(event.who())
                .field(event.what())
                .field(sha256(event.receipt().getBytes(StandardCharsets.UTF_8)))
                .toBytes());
    }

    /** The hash of a link: of the hash before it, which is empty for the first one, and the leaf. */
    static byte[] link(byte[] previous, byte[] leaf) {
        return sha256(previous, leaf);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Canonical text(String text) {
        return field(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    Canonical number(Long number) {
        return text(number == null ? null : number.toString());
    }

    Canonical field(byte[] field) {
        bytes.writeBytes(
                ByteBuffer.allocate(4).putInt(field == null ? -1 : field.length).array());
        if (field != null) {
            bytes.writeBytes(field);
        }
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
