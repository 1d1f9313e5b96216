package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.Collection;

/** What the form tags ask for: {@code {form:nonce}}, {@code {form:isKept}}. */
@TemplateExtension(namespace = "form")
class FormTags {
    private FormTags() {}

    static String nonce() {
        return Forms.nonce();
    }

    static boolean isKept() {
        return Arc.container().instance(Kept.class).get().isThere();
    }

    /** Whether the option is the chosen one, or one of them. */
    static boolean isChosen(Object option, Object value) {
        return value instanceof Collection<?> chosen
                ? chosen.stream().anyMatch(one -> one.toString().equals(option.toString()))
                : value != null && value.toString().equals(option.toString());
    }

    /** Room enough that a browser never cuts what is pasted: the server says what is too long, and keeps it. */
    static int room(Object max) {
        return Integer.parseInt(max.toString()) * 2 + 1000;
    }
}
