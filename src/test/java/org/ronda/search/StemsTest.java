package org.ronda.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemsTest {
    @ParameterizedTest
    @CsvSource({
        "es, ciclovías, ciclovia",
        "es, participación, participacion",
        "en, gardens, garden",
        "fr, jardins, jardin",
        "fr, éclairé, eclaire"
    })
    void formsOfOneWordMeet(String language, String one, String other) {
        assertEquals(Stems.of(one, language), Stems.of(other, language));
    }

    @Test
    void wordsThatSayNothingAreNoStems() {
        assertEquals(List.of(), Stems.of("de la los", "es"));
        assertEquals(List.of(), Stems.of("the of and", "en"));
    }

    @Test
    void marksAndPicturesAreNoWords() {
        assertEquals(Set.of(), Stems.words("🚲 ' -- <> \u0000 %"));
        assertEquals(Set.of("plaza", "2026"), Stems.words("¡Plaza-2026! plaza"));
    }

    @Test
    void styledLettersAreRead() {
        assertEquals(Stems.of("ciclovías", "es"), Stems.of("𝐜𝐢𝐜𝐥𝐨𝐯𝐢́𝐚𝐬", "es"));
    }

    /** A database that keeps UTF-8 keeps no half of a letter, and would take two different halves for the same. */
    @Test
    void groupsOfLettersHaveNoHalves() {
        assertEquals(Set.of(" 𐌰𐌱", "𐌰𐌱𐌲", "𐌱𐌲𐌱", "𐌲𐌱 "), Stems.grams("𐌰𐌱𐌲𐌱"));
    }

    @ParameterizedTest
    @CsvSource({"plasa, plaza", "veredas, beredas", "uerta, huerta", "cosina, cocina", "cayes, calles", "jente, gente"})
    void lettersThatSoundAlikeAreOne(String typed, String meant) {
        assertEquals(Stems.grams(meant), Stems.grams(typed));
    }

    @Test
    void wordsOfOtherScriptsAreFound() {
        assertTrue(Stems.ofAny("مدينة").contains("مدينة"));
    }
}
