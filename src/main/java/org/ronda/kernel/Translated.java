package org.ronda.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An authored text in one or several languages. The first language given is the one it was written in.
 *
 * @param texts by BCP 47 tag, in the order in which they were given; never blank ones
 */
public record Translated(Map<String, Text> texts) {

    /** Who made a text: a person, or a machine (which is said wherever it is shown). */
    public enum Origin {
        HUMAN,
        MACHINE
    }

    public record Text(String text, Origin origin) {}

    /** The text to show, with the language that it is in, for the page's {@code lang}. */
    public record Shown(String text, String language, Origin origin, boolean isForeign) {
        @Override
        public String toString() {
            return text;
        }
    }

    public static final Translated EMPTY = new Translated(Map.of());

    public static Translated of(Language language, String text) {
        return EMPTY.with(language, text);
    }

    /** The same in the three languages of the interface; a blank one is left out. */
    public static Translated of(String spanish, String english, String french) {
        return EMPTY.with(Language.ES, spanish).with(Language.EN, english).with(Language.FR, french);
    }

    /** This text with one language set, or removed when the text is blank. */
    public Translated with(Language language, String text) {
        Map<String, Text> all = new LinkedHashMap<>(texts);
        if (text == null || text.isBlank()) {
            all.remove(language.tag());
        } else {
            all.put(language.tag(), new Text(text.strip(), Origin.HUMAN));
        }
        return new Translated(all);
    }

    /** The text in that language, or else in the first that there is; empty text when there is none. */
    public Shown in(Language language) {
        Text own = texts.get(language.tag());
        if (own != null) {
            return new Shown(own.text(), language.tag(), own.origin(), false);
        }
        return texts.entrySet().stream()
                .findFirst()
                .map(first -> new Shown(
                        first.getValue().text(),
                        first.getKey(),
                        first.getValue().origin(),
                        true))
                .orElse(new Shown("", language.tag(), Origin.HUMAN, false));
    }

    /** The text in exactly that language, or an empty one. */
    public String exactly(Language language) {
        Text own = texts.get(language.tag());
        return own == null ? "" : own.text();
    }

    public boolean has(Language language) {
        return texts.containsKey(language.tag());
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Stores a translated text as one JSON map. */
    @Converter(autoApply = true)
    public static class AsJson implements AttributeConverter<Translated, String> {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final TypeReference<LinkedHashMap<String, Text>> MAP = new TypeReference<>() {};

        @Override
        public String convertToDatabaseColumn(Translated translated) {
            try {
                return JSON.writeValueAsString(translated == null ? Map.of() : translated.texts());
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public Translated convertToEntityAttribute(String json) {
            try {
                return json == null ? EMPTY : new Translated(JSON.readValue(json, MAP));
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException("a translated text is not a JSON map", broken);
            }
        }
    }
}
