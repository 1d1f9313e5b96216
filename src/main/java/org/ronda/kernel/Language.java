package org.ronda.kernel;

import java.util.Locale;
import java.util.Optional;

/** A language of the interface. What people write may be in any language, kept as a BCP 47 tag beside the text. */
public enum Language {
    ES("es", "Español", Locale.forLanguageTag("es-AR")),
    EN("en", "English", Locale.forLanguageTag("en-GB")),
    FR("fr", "Français", Locale.forLanguageTag("fr-FR"));

    private final String tag;
    private final String ownName;
    private final Locale place;

    Language(String tag, String ownName, Locale place) {
        this.tag = tag;
        this.ownName = ownName;
        this.place = place;
    }

    /** The BCP 47 tag that stands in addresses, cookies and the page's {@code lang}. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself, as a language switch shows it. */
    public String ownName() {
        return ownName;
    }

    /** The locale that writes dates and numbers. */
    public Locale place() {
        return place;
    }

    public static Optional<Language> of(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        for (Language language : values()) {
            if (tag.equalsIgnoreCase(language.tag)
                    || tag.toLowerCase(Locale.ROOT).startsWith(language.tag + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
