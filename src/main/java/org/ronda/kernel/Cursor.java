package org.ronda.kernel;

import jakarta.ws.rs.BadRequestException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Where the next page of a list begins: the sort key of the last row shown. Opaque outside, harmless when forged. */
public record Cursor(List<String> key) {
    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    /** The cursor in a request, or null for the first page; a broken one is a bad request. */
    public static Cursor parse(String text, int size) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> key = List.of(plain.split(SEPARATOR, -1));
            if (key.size() != size || plain.length() > 200) {
                throw new BadRequestException();
            }
            return new Cursor(key);
        } catch (IllegalArgumentException broken) {
            throw new BadRequestException(broken);
        }
    }

    public long number(int i) {
        try {
            return Long.parseLong(key.get(i));
        } catch (NumberFormatException broken) {
            throw new BadRequestException(broken);
        }
    }

    public String text(int i) {
        return key.get(i);
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
