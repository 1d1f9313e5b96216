package org.ronda.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers under {@code /api/} what went wrong as a {@link Problem}. The pages' own mappers come before these by their
 * priority and ask {@link #of} when the path is the API's.
 */
@ApplicationScoped
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    /** An edit does not say in {@code If-Match} which version was seen: RFC 6585, section 3. */
    public static final int UNSEEN = 428;

    private static final int AFTER_PAGES = Priorities.USER + 100;
    /** "method.parameter" comes before the member's own path when a resource's argument is checked. */
    private static final int STEPS_OF_A_RESOURCE = 2;

    @Inject
    Page page;

    @Inject
    CurrentVertxRequest request;

    /** The problem that says what was thrown; what nobody expected is logged and said without its details. */
    public Response of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Problem known = known(cause);
            if (known != null) {
                return known.asResponse();
            }
        }
        if (thrown instanceof WebApplicationException web) {
            return of(web);
        }
        LOG.error("a request of the API failed", thrown);
        return problem(500, words().failed()).asResponse();
    }

    @ServerExceptionMapper(priority = AFTER_PAGES)
    Response refused(Refused thrown) {
        return of(thrown);
    }

    @ServerExceptionMapper
    Response invalid(Invalid thrown) {
        return of(thrown);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException thrown) {
        return of(thrown);
    }

    @ServerExceptionMapper
    Response unreadable(MismatchedInputException thrown) {
        return of(thrown);
    }

    @ServerExceptionMapper(priority = AFTER_PAGES)
    Response web(WebApplicationException thrown) {
        return isApi() && thrown.getResponse().getStatus() >= 400 ? of(thrown) : thrown.getResponse();
    }

    @ServerExceptionMapper(priority = AFTER_PAGES)
    Response unexpected(RuntimeException thrown) {
        return of(thrown);
    }

    /** The problem for a cause that speaks for itself, or null. */
    private Problem known(Throwable cause) {
        if (cause instanceof Detour detour) {
            return Problem.of(detour.type(), detour.status().code(), detour.in(page.language()), path(), List.of());
        } else if (cause instanceof Refused refused) {
            String detail = refused.in(page.language());
            return problem(refused.status().code(), detail, wrong(refused.field(), detail));
        } else if (cause instanceof Invalid invalid) {
            return invalid(invalid.errors());
        } else if (cause instanceof ConstraintViolationException violated) {
            return invalid(Checks.inWords(violated.getConstraintViolations(), STEPS_OF_A_RESOURCE, page.language()));
        } else if (cause instanceof JsonMappingException mapping) {
            return mapping(mapping);
        } else if (cause instanceof JsonProcessingException) {
            return problem(400, words().json_broken());
        } else if (cause instanceof Answered.OtherInput) {
            return problem(422, words().key_reused(), wrong(Idempotent.HEADER, words().key_reused()));
        } else if (isNoText(cause)) {
            return problem(400, words().bad_request());
        } else if (Forms.isRace(cause)) {
            return problem(409, words().somebody_was_faster());
        } else if (Forms.isWait(cause)) {
            return problem(503, words().busy());
        }
        return null;
    }

    private Problem invalid(Errors errors) {
        return problem(
                422,
                words().not_valid(),
                errors.all().stream()
                        .map(entry -> new Problem.Wrong(entry.field(), entry.message()))
                        .toList());
    }

    /** JSON that is well formed and does not fit names the member that does not. */
    private Problem mapping(JsonMappingException mapping) {
        String field = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return field.isEmpty()
                ? problem(400, words().json_broken())
                : problem(
                        400,
                        words().not_valid(),
                        wrong(field.startsWith(".") ? field.substring(1) : field, words().wrong()));
    }

    private Response of(WebApplicationException thrown) {
        Response original = thrown.getResponse();
        int status = original.getStatus();
        String detail = switch (status) {
            // what somebody may not see does not exist for them
            case 403, 404 -> words().not_found();
            case 405 -> words().method_not_allowed();
            case 415 -> words().not_json();
            case 400 -> words().bad_request();
            case 413 -> words().file_too_large();
            case UNSEEN -> words().if_match_missing();
            default -> null;
        };
        Response problem = problem(status == 403 ? 404 : status, detail).asResponse();
        for (String header : List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER)) {
            if (original.getHeaderString(header) != null) {
                problem.getHeaders().putSingle(header, original.getHeaderString(header));
            }
        }
        return problem;
    }

    private Problem problem(int status, String detail) {
        return problem(status, detail, List.of());
    }

    private Problem problem(int status, String detail, List<Problem.Wrong> errors) {
        return Problem.of(status, detail, path(), errors);
    }

    private static List<Problem.Wrong> wrong(String field, String message) {
        return field == null ? List.of() : List.of(new Problem.Wrong(field, message));
    }

    /**
     * Whether what was sent is no text at all: a code or an address with a character that no text has, which PostgreSQL
     * refuses to look for (SQLSTATE 22021, character not in repertoire).
     */
    public static boolean isNoText(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && "22021".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the request is for the API, which is answered in problems; also where no resource was found. */
    public boolean isApi() {
        return path().startsWith("/api/");
    }

    private String path() {
        return request.getCurrent().request().path();
    }

    private KernelMessages words() {
        return Wording.of(KernelMessages.class, page.language());
    }
}
