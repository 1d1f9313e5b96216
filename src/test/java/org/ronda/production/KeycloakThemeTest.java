package org.ronda.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the theme for Keycloak says, it says in each language. */
class KeycloakThemeTest {
    @ParameterizedTest
    @ValueSource(strings = {"login", "email", "account"})
    void eachPartSaysTheSameInEachLanguage(String part) throws IOException {
        Properties french = words(part, "fr");
        assertEquals(words(part, "es").keySet(), words(part, "en").keySet());
        assertEquals(words(part, "es").keySet(), french.keySet());
        List<Object> spaced = french.values().stream()
                .filter(text -> text.toString().matches(".*[^\u202f][;:?!].*"))
                .toList();
        assertEquals(List.of(), spaced, "without a narrow no-break space");
    }

    private static Properties words(String part, String language) throws IOException {
        Path file = Path.of("docker/keycloak/themes/ronda", part, "messages/messages_" + language + ".properties");
        Properties words = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            words.load(text);
        }
        return words;
    }
}
