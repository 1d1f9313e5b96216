package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class DatesTest {
    private static final ZoneId ROSARIO = ZoneId.of("America/Argentina/Buenos_Aires");
    private static final Instant NOW = Instant.parse("2026-12-11T12:00:00Z");
    private static final Instant CLOSE = Instant.parse("2026-12-14T21:00:00Z");

    private static String relative(String instant, Language language) {
        return Dates.relative(Instant.parse(instant), NOW, ROSARIO, language);
    }

    @Test
    void aMomentInWords() {
        Now.during(NOW, () -> {
            assertEquals("lunes 14 de diciembre, 18:00", Dates.inWords(CLOSE, ROSARIO, Language.ES));
            assertEquals("Monday 14 December, 18:00", Dates.inWords(CLOSE, ROSARIO, Language.EN));
            assertEquals("lundi 14 décembre, 18\u00a0h\u00a000", Dates.inWords(CLOSE, ROSARIO, Language.FR));
            assertEquals(
                    "lunes 14 de diciembre, 18:00 (hora de Argentina)",
                    Dates.inWordsWithZone(CLOSE, ROSARIO, Language.ES));
            assertEquals(
                    "14 de diciembre de 2027", Dates.day(Instant.parse("2027-12-14T21:00:00Z"), ROSARIO, Language.ES));
            assertEquals("1er décembre", Dates.day(Instant.parse("2026-12-01T21:00:00Z"), ROSARIO, Language.FR));
            assertEquals("2026-12-14T18:00", Dates.local(CLOSE, ROSARIO));
            return null;
        });
    }

    @Test
    void howFarAwayItIs() {
        assertEquals("en 3 días", Dates.relative(CLOSE, NOW, ROSARIO, Language.ES));
        assertEquals("mañana", relative("2026-12-12T20:00:00Z", Language.ES));
        assertEquals("en 2 horas", relative("2026-12-11T14:30:00Z", Language.ES));
        assertEquals("dans 1 minute", relative("2026-12-11T12:01:10Z", Language.FR));
        assertEquals("recién", relative("2026-12-11T11:59:50Z", Language.ES));
        assertEquals("2 days ago", relative("2026-12-09T11:00:00Z", Language.EN));
        assertEquals("ayer", relative("2026-12-10T11:00:00Z", Language.ES));
    }

    @Test
    void numbersHaveThePlacesSeparators() {
        assertEquals("12.345", Dates.grouped(12345, Language.ES));
        assertEquals("12,345", Dates.grouped(12345L, Language.EN));
    }
}
