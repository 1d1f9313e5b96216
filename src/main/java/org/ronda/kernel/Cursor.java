package org.ronda.kernel;

import jakarta.ws.rs.BadRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where the next page of a list begins: the sort key of the last row that was shown. Opaque outside, and harmless when
 * forged: it only says from where to read on.
 */
public record Cursor(List<String> key) {
    private static final String SEPARATOR = "\u001f";
    private static final int LONGEST = 1000;

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key)
                .map(part -> String.valueOf(part).replace(SEPARATOR, ""))
                .toList());
    }

    /**
     * The cursor in a request, or null for the first page; a broken one is a bad request (400).
     *
     * @param parts how many values the key of this list has
     */
    public static Cursor parse(String text, int parts) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() > LONGEST) {
                throw new BadRequestException();
            }
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Cursor cursor = new Cursor(List.of(plain.split(SEPARATOR, -1)));
            if (cursor.key.size() != parts || plain.indexOf('\0') >= 0) {
                throw new BadRequestException();
            }
            return cursor;
        } catch (IllegalArgumentException | CharacterCodingException broken) {
            throw new BadRequestException(broken);
        }
    }

    public String text(int part) {
        return key.get(part);
    }

    public long number(int part) {
        try {
            return Long.parseLong(key.get(part));
        } catch (NumberFormatException broken) {
            throw new BadRequestException(broken);
        }
    }

    /** A number that a column of type integer can be compared with. */
    public int integer(int part) {
        try {
            return Integer.parseInt(key.get(part));
        } catch (NumberFormatException broken) {
            throw new BadRequestException(broken);
        }
    }

    /** An instant of our era, so that both databases can compare with it. */
    public Instant instant(int part) {
        try {
            Instant instant = Instant.parse(key.get(part));
            if (instant.isBefore(Instant.EPOCH) || instant.getEpochSecond() > 253_402_300_799L) {
                throw new BadRequestException();
            }
            return instant;
        } catch (DateTimeException broken) {
            throw new BadRequestException(broken);
        }
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
