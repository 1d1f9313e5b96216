package org.ronda.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** The text is a date with a time, as a {@code datetime-local} input sends it; blank is left to {@code @NotBlank}. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LocalMoment.Rule.class)
public @interface LocalMoment {
    String message() default "{org.ronda.kernel.LocalMoment}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** How it is checked. */
    class Rule implements ConstraintValidator<LocalMoment, String> {
        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            return typed == null || typed.isBlank() || parse(typed).isPresent();
        }

        /** What was typed, as a moment of the place's clock; a space may stand for the T. */
        public static Optional<LocalDateTime> parse(String typed) {
            try {
                return Optional.of(LocalDateTime.parse(typed.strip().replace(' ', 'T')));
            } catch (DateTimeException notAMoment) {
                return Optional.empty();
            }
        }
    }
}
