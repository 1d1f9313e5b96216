package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void whatWasPutInComesOut() {
        Instant at = Instant.parse("2026-11-23T10:00:00.123456Z");
        Cursor cursor = Cursor.parse(Cursor.of(at, 42L, "Ñandú").toString(), 3);
        assertEquals(at, cursor.instant(0));
        assertEquals(42, cursor.number(1));
        assertEquals("Ñandú", cursor.text(2));
    }

    @Test
    void noCursorIsTheFirstPage() {
        assertNull(Cursor.parse(null, 2));
        assertNull(Cursor.parse("", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "ab=c", "' or 1=1 --", "AAAA", "////", "_", "gICA", "YQ"})
    void aBrokenCursorIsABadRequest(String broken) {
        assertThrows(BadRequestException.class, () -> Cursor.parse(broken, 2));
    }

    @Test
    void valuesOfAnotherTypeAreABadRequest() {
        Cursor cursor = Cursor.parse(
                Cursor.of("x", "+999999999-12-31T23:59:59Z", "99999999999").toString(), 3);
        assertThrows(BadRequestException.class, () -> cursor.number(0));
        assertThrows(BadRequestException.class, () -> cursor.instant(0));
        assertThrows(BadRequestException.class, () -> cursor.instant(1));
        assertThrows(BadRequestException.class, () -> cursor.integer(2));
        assertThrows(BadRequestException.class, () -> Cursor.parse("YQ".repeat(600), 1));
    }

    @Property(tries = 300)
    void anyBytesAreACursorOrABadRequest(@ForAll byte[] bytes) {
        try {
            Cursor.parse(Base64.getUrlEncoder().encodeToString(bytes), 1);
        } catch (BadRequestException expected) {
            assertEquals(400, expected.getResponse().getStatus());
        }
    }

    @Test
    void oneRowMoreThanThePageHoldsSaysThatThereIsANextPage() {
        Slice<Integer> slice = Slice.of(List.of(7, 8, 9), 2, row -> Cursor.of(row));
        assertEquals(List.of(7, 8), slice.items());
        assertEquals(8, slice.next().number(0));
        assertNull(Slice.of(List.of(7, 8), 2, row -> Cursor.of(row)).next());
    }
}
