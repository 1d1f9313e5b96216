package org.ronda.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with a form, in the viewer's language: messages by field, in the order of the form. What concerns the
 * whole form stands under the empty name.
 */
public final class Errors {
    /** One message of the summary; {@code field} is empty when it concerns the whole form. */
    public record Entry(String field, String message) {}

    /** Of a form that is shown for the first time. */
    public static final Errors NONE = new Errors(200);

    private final int status;
    private final Map<String, List<String>> messages = new LinkedHashMap<>();

    Errors(int status) {
        this.status = status;
    }

    static Errors of(int status, String field, String message) {
        return new Errors(status).add(field, message);
    }

    /** For a page that shows the refusal of something that was not sent as a form. */
    public static Errors of(Refused refused, Language language) {
        return of(refused.status().code(), refused.field(), refused.in(language));
    }

    /** Everything that is missing, without a form having been sent. */
    public static Errors of(List<? extends Refused> refusals, Language language) {
        Errors errors = new Errors(200);
        refusals.forEach(refused -> errors.add(refused.field(), refused.in(language)));
        return errors;
    }

    Errors add(String field, String message) {
        List<String> ofField = messages.computeIfAbsent(field == null ? "" : field, name -> new ArrayList<>());
        if (!ofField.contains(message)) {
            ofField.add(message);
        }
        return this;
    }

    /** What to say beside the field; empty when it is right. */
    public String of(String field) {
        return String.join(" ", messages.getOrDefault(field, List.of()));
    }

    public boolean has(String field) {
        return messages.containsKey(field);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** True when somebody was faster: the page shows both texts. */
    public boolean isConflict() {
        return status == Refused.Status.CONFLICT.code();
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Everything, for the summary on top of the form. */
    public List<Entry> all() {
        return messages.entrySet().stream()
                .flatMap(of -> of.getValue().stream().map(message -> new Entry(of.getKey(), message)))
                .toList();
    }
}
