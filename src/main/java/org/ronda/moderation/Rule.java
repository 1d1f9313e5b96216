package org.ronda.moderation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Wording;

/** The rules of participation that a contribution may break; each report and each measure names one. */
public enum Rule {
    RESPECT,
    DISCRIMINATION,
    PRIVACY,
    VIOLENCE,
    ADVERTISING,
    OFF_TOPIC,
    OTHER;

    static Optional<Rule> of(String typed) {
        return Arrays.stream(values()).filter(rule -> rule.key().equals(typed)).findFirst();
    }

    /** As it stands in addresses, forms and the ledger. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rule in a few words, such as "Sin insultos ni ataques personales". */
    public String in(Language language) {
        ModerationMessages words = Wording.of(ModerationMessages.class, language);
        return switch (this) {
            case RESPECT -> words.ruleRespect();
            case DISCRIMINATION -> words.ruleDiscrimination();
            case PRIVACY -> words.rulePrivacy();
            case VIOLENCE -> words.ruleViolence();
            case ADVERTISING -> words.ruleAdvertising();
            case OFF_TOPIC -> words.ruleOffTopic();
            case OTHER -> words.ruleOther();
        };
    }

    /** For a list to choose from that begins with nothing chosen. */
    static List<Option> optionsWithNone(Language language) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", Moderating.words(language).ruleChoose()));
        options.addAll(options(language));
        return options;
    }

    static List<Option> options(Language language) {
        return Arrays.stream(values())
                .map(rule -> new Option(rule.key(), rule.in(language)))
                .toList();
    }
}
