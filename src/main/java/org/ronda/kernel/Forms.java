package org.ronda.kernel;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;

/**
 * What becomes of a form that was sent: checked, done in one transaction, answered with a redirect (303); or shown again
 * with everything that was typed and what is wrong (422, or 403, 409, 429, 503 by the refusal). The same form sent twice
 * has one effect and the same answer.
 *
 * <p>The act has its own transaction: what it changes, it loads itself.
 */
@ApplicationScoped
public class Forms {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{22}");

    @Inject
    Checks checks;

    @Inject
    Answered answered;

    @Inject
    KeptForms keptForms;

    @Inject
    Page page;

    @Inject
    CurrentVertxRequest request;

    /** A fresh nonce of 128 bits; pages write it with {@code {#nonce /}}. */
    public static String nonce() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * A form of somebody who is signed in.
     *
     * @param nonce what {@code {#nonce /}} wrote into the form
     * @param act does what is asked, in a transaction, and says where to go then; may throw {@link Refused}
     * @param again the form with what was typed and these errors
     */
    public Response post(
            Object input,
            String nonce,
            long participantId,
            Supplier<URI> act,
            Function<Errors, TemplateInstance> again) {
        if (nonce == null || !NONCE.matcher(nonce).matches()) {
            return shown(again, Errors.of(422, "", words().stale()));
        }
        byte[] hash = Fingerprint.of(action(), input);
        return done(
                input,
                () -> answered.once(
                                participantId,
                                nonce,
                                hash,
                                () -> new Answered.Answer(303, act.get().toString(), null))
                        .location(),
                again);
    }

    /**
     * What takes its time and needs no transaction, done now; if it is refused, whoever asks for it in the act is
     * refused, so that the form is shown again with what is wrong.
     */
    public static <T> Supplier<T> ready(Supplier<T> work) {
        try {
            T done = work.get();
            return () -> done;
        } catch (Refused refused) {
            return () -> {
                throw refused;
            };
        }
    }

    /** A form on a page for everybody, such as signing in, or one whose repetition does no harm. */
    public Response post(Object input, Supplier<URI> act, Function<Errors, TemplateInstance> again) {
        return done(input, () -> act.get().toString(), again);
    }

    /** What would be wrong with it if it were sent now: the act is tried, and undone whatever came of it. */
    public Errors tried(Object input, Runnable act) {
        Errors errors = checks.of(input, page.language());
        if (!errors.isEmpty()) {
            return errors;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                act.run();
                throw new Undone();
            });
            throw new IllegalStateException("was not undone");
        } catch (Undone undone) {
            return Errors.NONE;
        } catch (RuntimeException refused) {
            return errors(refused);
        }
    }

    /** Rolls back what was only tried. */
    private static final class Undone extends RuntimeException {}

    private Response done(Object input, Supplier<String> act, Function<Errors, TemplateInstance> again) {
        Errors errors = checks.of(input, page.language());
        if (!errors.isEmpty()) {
            return shown(again, errors);
        }
        String location;
        try {
            location = QuarkusTransaction.requiringNew().call(act::get);
        } catch (RuntimeException refused) {
            return shown(again, errors(refused));
        }
        keptForms.forgetSent(action());
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    /** What to say about a refusal; anything that is not one goes on to the error page. */
    private Errors errors(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Detour detour) {
                // not to be put right in this form
                throw detour;
            } else if (cause instanceof Refused refused) {
                return Errors.of(refused.status().code(), refused.field(), refused.in(page.language()));
            } else if (cause instanceof Answered.OtherInput) {
                return Errors.of(409, "", words().sent_before());
            } else if (isRace(cause)) {
                return Errors.of(409, "", words().somebody_was_faster());
            } else if (isWait(cause)) {
                return Errors.of(503, "", words().busy());
            }
        }
        throw thrown;
    }

    /** Two acts of which only one may happen met in the database. */
    static boolean isRace(Throwable cause) {
        return cause instanceof OptimisticLockException
                || cause instanceof StaleStateException
                || cause instanceof ConstraintViolationException violation && isMeeting(violation.getKind());
    }

    /** A missing or impossible value is no race but a mistake of ours. */
    private static boolean isMeeting(ConstraintViolationException.ConstraintKind kind) {
        return kind != ConstraintViolationException.ConstraintKind.NOT_NULL
                && kind != ConstraintViolationException.ConstraintKind.CHECK;
    }

    /** The act waited too long for another one. */
    static boolean isWait(Throwable cause) {
        return cause instanceof LockAcquisitionException
                || cause instanceof PessimisticLockException
                || cause instanceof org.hibernate.PessimisticLockException
                || cause instanceof LockTimeoutException;
    }

    private Response shown(Function<Errors, TemplateInstance> again, Errors errors) {
        return Response.status(errors.status())
                .type("text/html;charset=UTF-8")
                .entity(again.apply(errors).render())
                .build();
    }

    private KernelMessages words() {
        return Wording.of(KernelMessages.class, page.language());
    }

    private String action() {
        RoutingContext routing = request.getCurrent();
        return routing.request().method() + " " + routing.request().path();
    }
}
