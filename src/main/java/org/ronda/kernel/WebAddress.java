package org.ronda.kernel;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;

/** The text is a full http or https address, as typed; blank is left to {@code @NotBlank}. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Rule.class)
public @interface WebAddress {
    String message() default "{org.ronda.kernel.WebAddress}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** How it is checked. */
    class Rule implements ConstraintValidator<WebAddress, String> {
        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                return true;
            }
            try {
                URI address = new URI(typed.strip());
                return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                        && address.getHost() != null
                        && address.getUserInfo() == null;
            } catch (URISyntaxException notAnAddress) {
                return false;
            }
        }
    }
}
