package org.ronda.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.ronda.kernel.Language;
import org.ronda.kernel.Translated;

/** The texts of the demonstration that a city would write in every language, from a readable file for each. */
final class Texts {
    private final Map<Language, Properties> byLanguage = new EnumMap<>(Language.class);

    Texts() {
        for (Language language : Language.values()) {
            byLanguage.put(language, read("/demo/texts_" + language.tag() + ".properties"));
        }
    }

    /** The text of that key; it is there in every language, or the demonstration is not built. */
    Translated get(String key) {
        Translated text = Translated.EMPTY;
        for (Map.Entry<Language, Properties> texts : byLanguage.entrySet()) {
            String said = texts.getValue().getProperty(key);
            if (said == null) {
                throw new IllegalStateException("the demonstration has no " + key + " in " + texts.getKey());
            }
            text = text.with(texts.getKey(), said);
        }
        return text;
    }

    private static Properties read(String file) {
        try (Reader reader = new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
