package org.ronda.kernel;

/**
 * A request that is understood and may not be done as it stands: a field is wrong, the phase is closed, somebody was
 * faster. Rolls the transaction back. A form shows it beside its field with all that was typed; the API as a problem
 * (RFC 9457).
 */
public class Refused extends RuntimeException {
    /** The HTTP status that the refusal is answered with. */
    public enum Status {
        FORBIDDEN(403),
        CONFLICT(409),
        INVALID(422),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private final Status status;
    private final String field;
    private final transient Wording wording;

    /** @param field the form field or JSON member concerned, or null when it concerns the whole */
    public Refused(Status status, String field, Wording wording) {
        super(status + (field == null ? "" : " " + field), null, false, false);
        this.status = status;
        this.field = field;
        this.wording = wording;
    }

    public static Refused invalid(String field, Wording wording) {
        return new Refused(Status.INVALID, field, wording);
    }

    public static Refused conflict(Wording wording) {
        return new Refused(Status.CONFLICT, null, wording);
    }

    public Status status() {
        return status;
    }

    public String field() {
        return field;
    }

    /** For who reads a log. */
    @Override
    public String getMessage() {
        return super.getMessage() + ": " + in(Language.EN);
    }

    public String in(Language language) {
        return wording.in(language);
    }
}
