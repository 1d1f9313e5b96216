package org.ronda.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Checks an input by the constraints of its fields and says what is wrong in our own words. */
@ApplicationScoped
class Checks {
    @Inject
    Validator validator;

    /** What is wrong, in the order of the record's components, with several messages for a field only if they differ. */
    Errors of(Object input, Language language) {
        Set<ConstraintViolation<Object>> violations = validator.validate(input);
        if (violations.isEmpty()) {
            return Errors.NONE;
        }
        return inWords(violations.stream().sorted(inOrderOf(input)).toList(), 0, language);
    }

    /** @param steps how many steps of the path are the method's and not the input's */
    static Errors inWords(Iterable<? extends ConstraintViolation<?>> violations, int steps, Language language) {
        Errors errors = new Errors(Refused.Status.INVALID.code());
        for (ConstraintViolation<?> violation : violations) {
            errors.add(field(violation, steps), message(violation, language));
        }
        return errors;
    }

    private static Comparator<ConstraintViolation<Object>> inOrderOf(Object input) {
        RecordComponent[] components = input.getClass().getRecordComponents();
        List<String> names = components == null
                ? List.of()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
        return Comparator.<ConstraintViolation<Object>>comparingInt(of ->
                        names.indexOf(of.getPropertyPath().iterator().next().getName()))
                .thenComparing(of -> of.getPropertyPath().toString())
                .thenComparing(ConstraintViolation::getMessage);
    }

    private static String field(ConstraintViolation<?> violation, int steps) {
        String[] path = violation.getPropertyPath().toString().split("\\.");
        return path.length <= steps ? "" : String.join(".", Arrays.copyOfRange(path, steps, path.length));
    }

    private static String message(ConstraintViolation<?> violation, Language language) {
        KernelMessages words = Wording.of(KernelMessages.class, language);
        Annotation rule = violation.getConstraintDescriptor().getAnnotation();
        if (rule instanceof NotBlank || rule instanceof NotNull || rule instanceof NotEmpty) {
            return words.required();
        } else if (rule instanceof Size size) {
            return size(size, violation.getInvalidValue(), words, language);
        } else if (rule instanceof WholeNumber number) {
            return wholeNumber(number, violation.getInvalidValue(), words, language);
        } else if (rule instanceof Min min) {
            return words.at_least(written(min.value(), language));
        } else if (rule instanceof Max max) {
            return words.at_most(written(max.value(), language));
        } else if (rule instanceof Positive) {
            return words.at_least("1");
        } else if (rule instanceof PositiveOrZero) {
            return words.at_least("0");
        } else if (rule instanceof WebAddress) {
            return words.not_web_address();
        } else if (rule instanceof Email) {
            return words.not_mail_address();
        } else if (rule instanceof LocalMoment) {
            return words.not_moment();
        } else if (rule instanceof Pattern) {
            return words.not_one_of();
        } else if (rule instanceof AssertTrue) {
            return words.not_accepted();
        }
        return words.wrong();
    }

    private static String size(Size size, Object typed, KernelMessages words, Language language) {
        boolean isText = typed instanceof CharSequence;
        int length = isText ? ((CharSequence) typed).length() : typed instanceof Iterable<?> all ? count(all) : 0;
        if (length > size.max()) {
            String max = written(size.max(), language);
            return isText ? words.too_long(max) : words.too_many(max);
        }
        String min = written(size.min(), language);
        return isText ? words.too_short(min) : words.too_few(min);
    }

    private static int count(Iterable<?> all) {
        int count = 0;
        for (Object ignored : all) {
            count++;
        }
        return count;
    }

    private static String wholeNumber(WholeNumber rule, Object typed, KernelMessages words, Language language) {
        if (!typed.toString().strip().matches("[+-]?[0-9]{1,18}")) {
            return words.not_whole_number();
        }
        String min = written(rule.min(), language);
        String max = written(rule.max(), language);
        if (rule.min() == Long.MIN_VALUE) {
            return words.at_most(max);
        }
        return rule.max() == Long.MAX_VALUE ? words.at_least(min) : words.between(min, max);
    }

    private static String written(long number, Language language) {
        return NumberFormat.getIntegerInstance(language.place()).format(number);
    }
}
