package org.ronda.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * A write of the API: checked, done in one transaction, and done once for each {@code Idempotency-Key} of a participant,
 * where the same request gets the same answer again and another one under the same key is refused (422). What forms are
 * for people, this is for programs. The act has its own transaction: what it changes, it loads itself.
 */
@ApplicationScoped
public class Idempotent {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    @Inject
    Checks checks;

    @Inject
    Answered answered;

    @Inject
    Page page;

    @Inject
    ObjectMapper json;

    @Inject
    CurrentVertxRequest request;

    /** A body that has to be there; none is a bad request. */
    public static <T> T sent(T body) {
        if (body == null) {
            throw new BadRequestException();
        }
        return body;
    }

    /** The version that {@code If-Match} names: an edit has to say what was seen. */
    public static long seen(String tag) {
        if (tag == null || !tag.matches("\"\\d{1,18}\"")) {
            throw new ClientErrorException(Problems.UNSEEN);
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /**
     * @param input the body, checked by its constraints; a record
     * @param act does what is asked and says the answer: its status, its Location and its entity are kept with the key
     */
    public Response write(Object input, long participantId, Supplier<Response> act) {
        Errors errors = checks.of(sent(input), page.language());
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        HttpServerRequest sent = request.getCurrent().request();
        String key = sent.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            return QuarkusTransaction.requiringNew().call(act::get);
        }
        if (key.length() > LONGEST_KEY) {
            throw Refused.invalid(
                    HEADER,
                    language -> Wording.of(KernelMessages.class, language).wrong());
        }
        byte[] hash = Fingerprint.of(sent.method() + " " + sent.path(), input);
        return response(QuarkusTransaction.requiringNew()
                .call(() -> answered.once(participantId, nonce(key), hash, () -> answer(act.get()))));
    }

    /**
     * Whether the request is a repetition: what it is about may have ended by the first one, and is not asked for again.
     * {@link #write} gives its answer, or refuses it where it is another request under the same key.
     */
    public boolean isRepeated(long participantId) {
        String key = request.getCurrent().request().getHeader(HEADER);
        return key != null && !key.isBlank() && answered.isAnswered(participantId, nonce(key));
    }

    private Answered.Answer answer(Response response) {
        try {
            return new Answered.Answer(
                    response.getStatus(),
                    response.getHeaderString(HttpHeaders.LOCATION),
                    response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Response response(Answered.Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status());
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        return response.build();
    }

    /** A key of any length as a nonce; longer than a form's, so that the two never meet. */
    private static String nonce(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 32);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
