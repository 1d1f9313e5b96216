package org.ronda.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a form, in the words of its reader: by field, and as a summary that links to the fields. */
public class Errors {
    /** One line of the summary; the field is empty when it concerns the whole form. */
    public record Line(String field, String message) {}

    public static final Errors NONE = new Errors();

    private final Map<String, List<String>> byField = new LinkedHashMap<>();

    Errors add(String field, String message) {
        byField.computeIfAbsent(field == null ? "" : field, name -> new ArrayList<>()).add(message);
        return this;
    }

    public static Errors of(Refused refused, Language language) {
        return new Errors().add(refused.field(), refused.in(language));
    }

    public static Errors of(Iterable<? extends Refused> all, Language language) {
        Errors errors = new Errors();
        all.forEach(refused -> errors.add(refused.field(), refused.in(language)));
        return errors;
    }

    /** The first message beside that field, or null. */
    public String of(String field) {
        List<String> messages = byField.get(field);
        return messages == null ? null : messages.get(0);
    }

    public boolean isEmpty() {
        return byField.isEmpty();
    }

    public List<Line> all() {
        return byField.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(message -> new Line(entry.getKey(), message)))
                .toList();
    }
}
