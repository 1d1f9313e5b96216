package org.ronda.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text is a whole number, as typed; blank is left to {@code @NotBlank}. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WholeNumber.Rule.class)
public @interface WholeNumber {
    long min() default Long.MIN_VALUE;

    long max() default Long.MAX_VALUE;

    String message() default "{org.ronda.kernel.WholeNumber}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** How it is checked. */
    class Rule implements ConstraintValidator<WholeNumber, String> {
        private long min;
        private long max;

        @Override
        public void initialize(WholeNumber number) {
            min = number.min();
            max = number.max();
        }

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                return true;
            }
            try {
                long number = Long.parseLong(typed.strip());
                return number >= min && number <= max;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }
    }
}
