package org.ronda.kernel;

import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Takes posted forms: validates, acts once, and answers with a redirect; or shows the form again with all that was
 * typed. A nonce makes a repeated form (a double click, the back button) have one effect and the same answer.
 */
@ApplicationScoped
@Unremovable
public class Forms {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    EntityManager entityManager;

    @Inject
    Validator validator;

    @Inject
    Page page;

    @Inject
    Now now;

    /** A fresh nonce for a form on a signed-in person's page: 128 random bits. */
    @TemplateExtension(namespace = "form")
    public static String nonce() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Acts on a form of a signed-in person, once for each nonce, in one transaction.
     *
     * @param act does it and answers where to go
     * @param again shows the form again with what is wrong
     */
    public Response post(
            Object input, String nonce, long participantId, Supplier<URI> act, Function<Errors, TemplateInstance> again) {
        Errors errors = check(input);
        if (!errors.isEmpty()) {
            return again(422, errors, again);
        }
        if (nonce == null || !nonce.matches("[0-9a-f]{32}")) {
            return again(422, new Errors().add(null, words().formStale()), again);
        }
        byte[] hash = hash(input);
        try {
            return QuarkusTransaction.joiningExisting().call(() -> {
                String earlier = claim(participantId, nonce, hash);
                URI answer = earlier != null ? URI.create(earlier) : act.get();
                if (earlier == null) {
                    settle(participantId, nonce, answer);
                }
                return Response.seeOther(answer).build();
            });
        } catch (RuntimeException thrown) {
            return refused(thrown, again);
        }
    }

    /** Acts on a form that carries no nonce: of somebody who is not signed in, or whose act may be repeated. */
    public Response post(Object input, Supplier<URI> act, Function<Errors, TemplateInstance> again) {
        Errors errors = check(input);
        if (!errors.isEmpty()) {
            return again(422, errors, again);
        }
        try {
            return Response.seeOther(QuarkusTransaction.joiningExisting().call(act::get)).build();
        } catch (RuntimeException thrown) {
            return refused(thrown, again);
        }
    }

    private Response refused(RuntimeException thrown, Function<Errors, TemplateInstance> again) {
        Refused refused = refusal(thrown);
        return again(refused.status().code(), Errors.of(refused, page.language()), again);
    }

    /** The refusal that is behind an exception of a transaction; anything else goes on as it is. */
    private static Refused refusal(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
            if (cause instanceof OptimisticLockException || cause instanceof ConstraintViolationException) {
                return Refused.conflict(language -> Wording.of(KernelMessages.class, language).changedMeanwhile());
            }
        }
        throw thrown;
    }

    private static Response again(int status, Errors errors, Function<Errors, TemplateInstance> again) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(again.apply(errors))
                .build();
    }

    private Errors check(Object input) {
        Errors errors = new Errors();
        for (ConstraintViolation<Object> violation : validator.validate(input)) {
            errors.add(violation.getPropertyPath().toString(), message(violation));
        }
        return errors;
    }

    private String message(ConstraintViolation<Object> violation) {
        Object constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotBlank || constraint instanceof NotNull || constraint instanceof NotEmpty) {
            return words().required();
        }
        if (constraint instanceof Size size) {
            int length = violation.getInvalidValue() instanceof String text ? text.length() : 0;
            return length > size.max() ? words().tooLong(length, size.max()) : words().tooShort(size.min());
        }
        return words().wrong();
    }

    /** Null when the nonce is now ours; else the answer that it led to. */
    private String claim(long participantId, String nonce, byte[] hash) {
        int claimed = entityManager
                .createNativeQuery("insert into form_nonce (participant_id, nonce, input_hash, status, used_at)"
                        + " values (:participant, :nonce, :hash, 0, :at) on conflict do nothing")
                .setParameter("participant", participantId)
                .setParameter("nonce", nonce)
                .setParameter("hash", hash)
                .setParameter("at", now.instant())
                .executeUpdate();
        if (claimed == 1) {
            return null;
        }
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select input_hash, answer from form_nonce where participant_id = :participant and nonce = :nonce",
                        Object[].class)
                .setParameter("participant", participantId)
                .setParameter("nonce", nonce)
                .getResultList();
        if (rows.isEmpty() || !Arrays.equals((byte[]) rows.get(0)[0], hash)) {
            throw Refused.conflict(language -> Wording.of(KernelMessages.class, language).formStale());
        }
        return (String) rows.get(0)[1];
    }

    private void settle(long participantId, String nonce, URI answer) {
        entityManager
                .createNativeQuery("update form_nonce set answer = :answer, status = 303"
                        + " where participant_id = :participant and nonce = :nonce")
                .setParameter("answer", answer.toString())
                .setParameter("participant", participantId)
                .setParameter("nonce", nonce)
                .executeUpdate();
    }

    private static byte[] hash(Object input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Scheduled(every = "1h")
    @Transactional
    void forget() {
        entityManager
                .createNativeQuery("delete from form_nonce where used_at < :before")
                .setParameter("before", now.instant().minus(Duration.ofHours(48)))
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from kept_form where kept_until < :now")
                .setParameter("now", now.instant())
                .executeUpdate();
    }

    private KernelMessages words() {
        return Wording.of(KernelMessages.class, page.language());
    }
}
