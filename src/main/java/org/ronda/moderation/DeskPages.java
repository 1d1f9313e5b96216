package org.ronda.moderation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.process.Process;

/** The moderators' desk: what waits, what it says, and the decision. */
@Path("/desk")
class DeskPages {
    @CheckedTemplate(basePath = "moderation")
    static class Templates {
        static native TemplateInstance desks(List<Process> processes, Map<Long, Map<Queue, Integer>> counts);

        static native TemplateInstance desk(
                DeskView view, DecisionInput input, LookInput look, Errors errors, List<Option> rules, Decision done);

        static native TemplateInstance block(
                Process process,
                Contribution contribution,
                String author,
                BlockInput input,
                Errors errors,
                List<Option> rules);

        static native TemplateInstance unblock(Process process, Decision block, Why input, Errors errors);
    }

    @Inject
    Desk desk;

    @Inject
    Decisions decisions;

    @Inject
    Moderating moderating;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Compressed
    public Object desks() {
        viewer.writing();
        List<Process> processes = desk.processes();
        if (processes.isEmpty()) {
            throw new NotFoundException();
        }
        if (processes.size() == 1) {
            return Response.seeOther(URI.create("/desk/" + processes.get(0).slug()))
                    .build();
        }
        page.titled(words().desk()).in("desk");
        Map<Long, Map<Queue, Integer>> counts =
                desk.counts(processes.stream().map(Process::id).toList());
        counts.values().forEach(waiting -> waiting.values().removeIf(n -> n == 0));
        return Templates.desks(processes, counts);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance desk(
            @RestPath String slug,
            @RestQuery String queue,
            @RestQuery String at,
            @RestQuery String cursor,
            @RestQuery String done) {
        Participant moderator = viewer.writing();
        Process process = desk.reach(slug);
        DeskView view = desk.view(process, queue(queue), at, cursor, moderator);
        Decision decided = done == null ? null : decisions.reach(done).decision();
        DecisionInput input = kept.as(DecisionInput.class).orElse(blank(view));
        return show(view, input, LookInput.BLANK, Errors.NONE, decided);
    }

    @POST
    @Path("{slug}/decisions")
    public Response decide(
            @RestPath String slug, @RestQuery String queue, @BeanParam DecisionInput input, @RestForm String nonce) {
        Participant moderator = viewer.writing();
        Process process = desk.reach(slug);
        return forms.post(
                input,
                nonce,
                moderator.id(),
                () -> done(process, queue, moderating.decide(input, moderator)),
                errors -> show(
                        desk.view(process, queue(queue), input.contribution(), null, moderator),
                        input,
                        LookInput.BLANK,
                        errors,
                        null));
    }

    @POST
    @Path("{slug}/looks/{code}")
    public Response look(
            @RestPath String slug, @RestPath String code, @BeanParam LookInput input, @RestForm String nonce) {
        Participant moderator = viewer.writing();
        Process process = desk.reach(slug);
        return forms.post(
                input,
                nonce,
                moderator.id(),
                () -> done(process, Queue.LOOKS.key(), moderating.look(code, input, moderator)),
                errors -> {
                    DeskView view = desk.view(process, Queue.LOOKS, code, null, moderator);
                    return show(view, blank(view), input, errors, null);
                });
    }

    @GET
    @Path("{slug}/blocks/{code}")
    public TemplateInstance askBlock(@RestPath String slug, @RestPath String code) {
        Participant moderator = viewer.writing();
        BlockInput input = kept.as(BlockInput.class).orElse(BlockInput.BLANK);
        return block(desk.reach(slug), code, input, Errors.NONE, moderator);
    }

    @POST
    @Path("{slug}/blocks/{code}")
    public Response block(
            @RestPath String slug, @RestPath String code, @BeanParam BlockInput input, @RestForm String nonce) {
        Participant moderator = viewer.writing();
        Process process = desk.reach(slug);
        return forms.post(
                input,
                nonce,
                moderator.id(),
                () -> done(process, Queue.BLOCKS.key(), moderating.block(code, input, moderator)),
                errors -> block(process, code, input, errors, moderator));
    }

    @GET
    @Path("{slug}/unblocks/{code}")
    public TemplateInstance askUnblock(@RestPath String slug, @RestPath String code) {
        viewer.writing();
        return unblock(desk.reach(slug), code, kept.as(Why.class).orElse(Why.BLANK), Errors.NONE);
    }

    @POST
    @Path("{slug}/unblocks/{code}")
    public Response unblock(
            @RestPath String slug, @RestPath String code, @BeanParam Why input, @RestForm String nonce) {
        Participant moderator = viewer.writing();
        Process process = desk.reach(slug);
        return forms.post(
                input,
                nonce,
                moderator.id(),
                () -> done(process, Queue.BLOCKS.key(), moderating.unblock(code, input, moderator)),
                errors -> unblock(process, code, input, errors));
    }

    private static Queue queue(String typed) {
        return typed == null || typed.isEmpty() ? null : Queue.of(typed).orElseThrow(BadRequestException::new);
    }

    private static URI done(Process process, String queue, Decision decision) {
        return URI.create(
                "/desk/" + process.slug() + "?queue=" + (queue == null ? "" : queue) + "&done=" + decision.code());
    }

    private static DecisionInput blank(DeskView view) {
        return view.open() == null
                ? DecisionInput.about("", 0)
                : DecisionInput.about(
                        view.open().contribution().code(),
                        view.open().contribution().version());
    }

    private TemplateInstance show(DeskView view, DecisionInput input, LookInput look, Errors errors, Decision done) {
        page.titled(words().deskOf(view.process().title().in(page.language()).text()))
                .in("desk")
                .crumb(words().desk(), "/desk")
                .crumb(view.process().title().in(page.language()).text());
        return Templates.desk(view, input, look, errors, Rule.optionsWithNone(page.language()), done);
    }

    private TemplateInstance block(
            Process process, String code, BlockInput input, Errors errors, Participant moderator) {
        DeskView.Case open =
                desk.view(process, Queue.BLOCKS, code, null, moderator).open();
        page.titled(words().blockTitle())
                .in("desk")
                .crumb(words().desk(), "/desk/" + process.slug())
                .crumb(words().blockTitle());
        return Templates.block(
                process, open.contribution(), open.author(), input, errors, Rule.options(page.language()));
    }

    private TemplateInstance unblock(Process process, String code, Why input, Errors errors) {
        Decision block = decisions.reach(code).decision();
        if (block.processId() != process.id() || !block.isBlock()) {
            throw new NotFoundException();
        }
        page.titled(words().unblockTitle())
                .in("desk")
                .crumb(words().desk(), "/desk/" + process.slug())
                .crumb(words().unblockTitle());
        return Templates.unblock(process, block, input, errors);
    }

    private ModerationMessages words() {
        return Moderating.words(page.language());
    }
}
