package org.ronda.kernel;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestForm;

/** A form as every room writes it. */
@Path("/test-forms")
class FormsTestPages {
    static final AtomicInteger ACTS = new AtomicInteger();

    record TestInput(
            @RestForm @NotBlank @Size(max = 20) String title,
            @RestForm @Size(max = 100) String body,
            @RestForm @WholeNumber(min = 1, max = 1000) String limit,
            @RestForm @WebAddress String link,
            @RestForm String topic,
            @RestForm List<String> tags,
            @RestForm boolean agreed) {
        TestInput {
            title = PlainText.line(title);
            body = PlainText.clean(body);
        }

        static TestInput empty() {
            return new TestInput("", "", "", "", "", List.of(), false);
        }
    }

    @CheckedTemplate(basePath = "formtest")
    static class Templates {
        static native TemplateInstance form(TestInput input, Errors errors, List<Option> options);
    }

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    KeptForms keptForms;

    @Inject
    EntityManager entityManager;

    private static TemplateInstance page(TestInput input, Errors errors) {
        return Templates.form(input, errors, List.of(new Option("a", "Árboles"), new Option("b", "Veredas")));
    }

    @GET
    public TemplateInstance show() {
        return page(kept.as(TestInput.class).orElse(TestInput.empty()), Errors.NONE);
    }

    @POST
    public Response send(@BeanParam TestInput input, @RestForm String nonce) {
        return forms.post(input, nonce, 4242, () -> act(input), errors -> page(input, errors));
    }

    @POST
    @Path("anonymous")
    public Response anonymous(@BeanParam TestInput input) {
        return forms.post(input, () -> act(input), errors -> page(input, errors));
    }

    @POST
    @Path("unsigned")
    public Response unsigned(@BeanParam TestInput input, @HeaderParam("X-Signed-In") boolean isSignedIn) {
        return isSignedIn
                ? forms.post(input, () -> act(input), errors -> page(input, errors))
                : keptForms.first("/sign-in");
    }

    @POST
    @Path("limited")
    @Limited(times = 2, perSeconds = 3600)
    public String limited() {
        return "done";
    }

    private URI act(TestInput input) {
        int act = ACTS.incrementAndGet();
        switch (input.title()) {
            case "refuse" -> throw Refused.invalid("body", language -> "No en " + language.tag());
            case "forbid" -> throw new Refused(Refused.Status.FORBIDDEN, null, language -> "Cerrado");
            case "twice" -> {
                keep("same");
                keep("same");
            }
            case "slow" -> sleep();
            default -> {}
        }
        return URI.create("/done/" + act);
    }

    private void keep(String id) {
        entityManager
                .createNativeQuery("insert into kept_form (id, path, action, fields, kept_until)"
                        + " values (?1, '/', '/', '{}', current_timestamp)")
                .setParameter(1, id)
                .executeUpdate();
    }

    private static void sleep() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
