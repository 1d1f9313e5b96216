package org.ronda.kernel;

import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was kept of the form on this page when its sender had to sign in; empty on all other pages. A page with a form
 * begins with {@code kept.as(XInput.class).orElse(…)}, and its template says so with {@code {#kept /}}.
 */
@RequestScoped
@Unremovable
public class Kept {
    @Inject
    KeptForms forms;

    @Inject
    CurrentVertxRequest request;

    private KeptForm form;
    private Map<String, List<String>> fields;

    public boolean isThere() {
        return !fields().isEmpty();
    }

    /** True when the kept form is the one that is sent to that path; for pages with several forms. */
    public boolean isFor(String path) {
        return isThere() && form.action().equals("POST " + path);
    }

    /** What was typed in the field, or an empty text. */
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    public List<String> values(String field) {
        return fields().getOrDefault(field, List.of());
    }

    /** The input that was kept, if any; fields that do not fit their type are left empty. */
    public <T extends Record> Optional<T> as(Class<T> input) {
        return isThere() ? Optional.of(made(input)) : Optional.empty();
    }

    /** What was wrong with it, when it was kept because a file was too large to be taken at all. */
    public Errors errors() {
        String field = value(TooLarge.FIELD);
        if (field.isEmpty()) {
            return Errors.NONE;
        }
        return Errors.of(
                List.of(StoredFiles.refused(field, KernelMessages::file_too_large)),
                Arc.container().instance(Page.class).get().language());
    }

    private Map<String, List<String>> fields() {
        if (fields == null) {
            form = forms.current().filter(this::isOfThisPage).orElse(null);
            fields = form == null ? Map.of() : form.fields();
        }
        return fields;
    }

    private boolean isOfThisPage(KeptForm kept) {
        String path = request.getCurrent().request().path();
        return kept.path().equals(path)
                || kept.path().startsWith(path + "?")
                || kept.isWithoutPage() && isForm(path, kept);
    }

    /** The browser did not say from which page it was sent; the form of what is at {@code /a} is at {@code /a/edit}. */
    private static boolean isForm(String path, KeptForm kept) {
        return path.startsWith(kept.path() + "/")
                && path.indexOf('/', kept.path().length() + 1) < 0;
    }

    private <T extends Record> T made(Class<T> input) {
        RecordComponent[] components = input.getRecordComponents();
        try {
            Constructor<T> constructor = input.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(this::valueOf).toArray());
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Object valueOf(RecordComponent component) {
        Class<?> type = component.getType();
        String value = value(component.getName());
        if (type == String.class) {
            return value;
        } else if (type == List.class) {
            return values(component.getName());
        } else if (type == boolean.class) {
            return value.equals("true") || value.equals("on");
        } else if (type == long.class) {
            return value.matches("-?[0-9]{1,18}") ? Long.parseLong(value) : 0L;
        } else if (type == int.class) {
            return value.matches("-?[0-9]{1,9}") ? Integer.parseInt(value) : 0;
        }
        return null;
    }
}
