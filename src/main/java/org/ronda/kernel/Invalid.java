package org.ronda.kernel;

/** Input of the API that does not keep the rules of its fields; answered as a problem that names them. */
class Invalid extends RuntimeException {
    private final transient Errors errors;

    Invalid(Errors errors) {
        super("invalid input", null, false, false);
        this.errors = errors;
    }

    Errors errors() {
        return errors;
    }
}
