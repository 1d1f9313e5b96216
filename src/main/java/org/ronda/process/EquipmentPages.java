package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Now;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** What a process has beside its phases, each on a page of its own: topics, things to read first, roles, news. */
@Path("/setup/{slug}/with")
class EquipmentPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance topics(Process process, List<Topic> topics, TopicInput input, Errors errors);

        static native TemplateInstance reading(
                Process process, List<ProcessReading> readings, ReadingInput input, Errors errors);

        static native TemplateInstance roles(
                Process process,
                List<Holder> holders,
                RoleInput input,
                Errors errors,
                List<Option> roles,
                List<Option> powers);

        static native TemplateInstance news(Process process, List<ProcessNews> news, NewsInput input, Errors errors);

        static native TemplateInstance correction(
                Process process, ProcessNews news, NewsInput input, NewsInput theirs, Errors errors);
    }

    /** Somebody with a role in the process. */
    public record Holder(long id, String name, String code, String role) {}

    @Inject
    Administration administration;

    @Inject
    Equipping equipping;

    @Inject
    ProcessSetup setup;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    @Path("topics")
    public TemplateInstance topics(@RestPath String slug) {
        return topics(administration.of(slug), kept.as(TopicInput.class).orElse(TopicInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("topics")
    public Response addTopic(@RestPath String slug, @BeanParam TopicInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    equipping.addTopic(process.id(), input, viewer.id());
                    return back(slug, "topics");
                },
                errors -> topics(process, input, errors));
    }

    @POST
    @Path("topics/{code}/removal")
    public Response removeTopic(@RestPath String slug, @RestPath String code, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                new Act("topic", code, ""),
                nonce,
                viewer.id(),
                () -> {
                    equipping.removeTopic(process.id(), code, viewer.id());
                    return back(slug, "topics");
                },
                errors -> topics(process, TopicInput.BLANK, errors));
    }

    @GET
    @Path("reading")
    public TemplateInstance reading(@RestPath String slug) {
        return reading(administration.of(slug), kept.as(ReadingInput.class).orElse(ReadingInput.BLANK), kept.errors());
    }

    @POST
    @Path("reading")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response addReading(@RestPath String slug, @BeanParam ReadingInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    equipping.addReading(process.id(), input, viewer.id());
                    return back(slug, "reading");
                },
                errors -> reading(process, input, errors));
    }

    @POST
    @Path("reading/{id}/removal")
    public Response removeReading(
            @RestPath String slug, @RestPath String id, @RestForm String reason, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                new Act("reading", id, reason),
                nonce,
                viewer.id(),
                () -> {
                    equipping.removeReading(process.id(), number(id), reason, viewer.id());
                    return back(slug, "reading");
                },
                errors -> reading(process, ReadingInput.BLANK, errors));
    }

    @GET
    @Path("roles")
    public TemplateInstance roles(@RestPath String slug) {
        return roles(administration.of(slug), kept.as(RoleInput.class).orElse(RoleInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("roles")
    public Response appoint(@RestPath String slug, @BeanParam RoleInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    equipping.appoint(process.id(), input, viewer.id());
                    return back(slug, "roles");
                },
                errors -> roles(process, input, errors));
    }

    @POST
    @Path("roles/{id}/end")
    public Response dismiss(@RestPath String slug, @RestPath String id, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                new Act("role", id, ""),
                nonce,
                viewer.id(),
                () -> {
                    setup.dismiss(process.id(), number(id), viewer.id());
                    return back(slug, "roles");
                },
                errors -> roles(process, RoleInput.BLANK, errors));
    }

    @GET
    @Path("news")
    public TemplateInstance news(@RestPath String slug) {
        return news(administration.of(slug), kept.as(NewsInput.class).orElse(NewsInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("news")
    public Response announce(@RestPath String slug, @BeanParam NewsInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> URI.create(process.address() + "/news/" + equipping.announce(process.id(), input, viewer.id())),
                errors -> news(process, input, errors));
    }

    @GET
    @Path("news/{code}")
    public TemplateInstance correct(@RestPath String slug, @RestPath String code) {
        Process process = administration.of(slug);
        ProcessNews news = post(process, code);
        return correction(process, news, kept.as(NewsInput.class).orElseGet(() -> NewsInput.of(news)), Errors.NONE);
    }

    @POST
    @Path("news/{code}")
    public Response correct(
            @RestPath String slug, @RestPath String code, @BeanParam NewsInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        post(process, code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    equipping.correct(process.id(), code, input, viewer.id());
                    return URI.create(process.address() + "/news/" + code);
                },
                errors -> correction(process, post(process, code), input, errors));
    }

    private static ProcessNews post(Process process, String code) {
        return ProcessNews.byCode(process.id(), code).orElseThrow(NotFoundException::new);
    }

    /** What a form with few words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of, String reason) {}

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        return Long.parseLong(id);
    }

    private static URI back(String slug, String what) {
        return URI.create("/setup/" + slug + "/with/" + what);
    }

    private TemplateInstance topics(Process process, TopicInput input, Errors errors) {
        administration.on(process, administration.words().topics());
        return Templates.topics(process, Topic.of(process.id()), input, errors);
    }

    private TemplateInstance reading(Process process, ReadingInput input, Errors errors) {
        administration.on(process, administration.words().reading());
        return Templates.reading(process, ProcessReading.of(process.id()), input, errors);
    }

    private TemplateInstance news(Process process, NewsInput input, Errors errors) {
        administration.on(process, administration.words().news());
        return Templates.news(process, ProcessNews.latest(process.id(), 30), input, errors);
    }

    private TemplateInstance correction(Process process, ProcessNews news, NewsInput input, Errors errors) {
        administration.on(process, administration.words().correctNews());
        boolean isOvertaken = errors.isConflict() && !process.isArchived();
        return Templates.correction(process, news, input, isOvertaken ? NewsInput.of(news) : null, errors);
    }

    private TemplateInstance roles(Process process, RoleInput input, Errors errors) {
        administration.on(process, administration.words().roles());
        List<ProcessRole> held = ProcessRole.ofProcess(process.id(), now.instant());
        Map<Long, Participant> people = Participant.<Participant>list(
                        "id in ?1",
                        held.stream().map(ProcessRole::participantId).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, person -> person));
        List<Holder> holders = held.stream()
                .map(role -> new Holder(
                        role.id(),
                        people.get(role.participantId()).name(),
                        people.get(role.participantId()).code(),
                        Changes.role(role.role(), page.language())))
                .toList();
        List<Option> roles = Arrays.stream(Role.values())
                .map(role -> new Option(role.name(), Changes.role(role, page.language())))
                .toList();
        List<Option> powers = Arrays.stream(Role.values())
                .map(role -> new Option(Changes.role(role, page.language()), Changes.powers(role, page.language())))
                .toList();
        return Templates.roles(process, holders, input, errors, roles, powers);
    }
}
