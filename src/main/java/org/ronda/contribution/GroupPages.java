package org.ronda.contribution;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.LongConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Slice;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;
import org.ronda.process.Timeline;

/** A group: reading it, and for the team correcting it, adding to it, taking out of it and dissolving it. */
@Path("/groups/{code}")
class GroupPages {
    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance show(GroupView view);

        static native TemplateInstance history(
                SimilarityGroup group, Process process, Slice<GroupReading.Change> changes);

        static native TemplateInstance edit(SimilarityGroup group, Process process, GroupInput input, Errors errors);

        static native TemplateInstance members(
                SimilarityGroup group, Slice<Contribution> offered, String q, MembersInput input, Errors errors);

        static native TemplateInstance dissolve(SimilarityGroup group, DissolutionInput input, Errors errors);
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String member) {}

    @Inject
    GroupReading reading;

    @Inject
    Grouping grouping;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

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
    public TemplateInstance show(@RestPath String code, @RestQuery String cursor) {
        return shown(code, Cursor.parse(cursor, 1), Errors.NONE);
    }

    @GET
    @Path("history")
    public TemplateInstance history(@RestPath String code, @RestQuery String cursor) {
        SimilarityGroup group = reading.reach(code);
        titled(group, words().history());
        return Templates.history(
                group,
                Process.findById(group.processId()),
                reading.changes(group, Cursor.parse(cursor, 1), page.language()));
    }

    @GET
    @Path("edit")
    public TemplateInstance askCorrect(@RestPath String code) {
        viewer.writing();
        SimilarityGroup group = own(code);
        return form(group, kept.as(GroupInput.class).orElse(GroupInput.of(group)), Errors.NONE);
    }

    @POST
    @Path("edit")
    public Response correct(@RestPath String code, @BeanParam GroupInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        SimilarityGroup group = own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    grouping.correct(code, input, by.id());
                    return URI.create(group.address());
                },
                errors -> form(own(code), input, errors));
    }

    /** @param q words to look for, among comments too */
    @GET
    @Path("members")
    public TemplateInstance askAdd(@RestPath String code, @RestQuery String q, @RestQuery String cursor) {
        viewer.writing();
        return choice(own(code), q, cursor, kept.as(MembersInput.class).orElse(MembersInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("members")
    public Response add(
            @RestPath String code, @BeanParam MembersInput input, @RestForm String q, @RestForm String nonce) {
        Participant by = viewer.writing();
        SimilarityGroup group = own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    grouping.add(code, input.all(), by.id());
                    return URI.create(group.address());
                },
                errors -> choice(own(code), q, null, input, errors));
    }

    /** The team takes a member out. */
    @POST
    @Path("members/removal")
    public Response takeOut(@RestPath String code, @RestForm String member, @RestForm String nonce) {
        Participant by = viewer.writing();
        own(code);
        return act(code, "take out", member, nonce, by, id -> grouping.takeOut(code, member, id));
    }

    /** Whoever wrote a member takes it out, blocked or not: it is theirs. */
    @POST
    @Path("members/departure")
    public Response leave(@RestPath String code, @RestForm String member, @RestForm String nonce) {
        Participant author = viewer.required();
        reading.reach(code);
        return act(code, "leave", member, nonce, author, id -> grouping.leave(code, member, id));
    }

    @GET
    @Path("dissolution")
    public TemplateInstance askDissolve(@RestPath String code) {
        viewer.writing();
        return dissolving(own(code), kept.as(DissolutionInput.class).orElse(new DissolutionInput("")), Errors.NONE);
    }

    @POST
    @Path("dissolution")
    public Response dissolve(@RestPath String code, @BeanParam DissolutionInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        SimilarityGroup group = own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    grouping.dissolve(code, input.reason(), by.id());
                    return URI.create(group.address());
                },
                errors -> dissolving(own(code), input, errors));
    }

    private Response act(String code, String what, String member, String nonce, Participant by, LongConsumer done) {
        return forms.post(
                new Act(what, member),
                nonce,
                by.id(),
                () -> {
                    done.accept(by.id());
                    return URI.create(reading.reach(code).address());
                },
                errors -> shown(code, null, errors));
    }

    /** The group for somebody of the team; for anybody else this work is not there. */
    private SimilarityGroup own(String code) {
        SimilarityGroup group = reading.reach(code);
        if (!standing.isOfTeam(group.processId())) {
            throw new NotFoundException();
        }
        return group;
    }

    private TemplateInstance shown(String code, Cursor after, Errors errors) {
        SimilarityGroup group = reading.reach(code);
        Timeline timeline = processes.timeline(Process.findById(group.processId()));
        Slice<Contribution> members = reading.members(group, after, GroupReading.PAGE);
        GroupReading.Size size = reading.size(group);
        titled(group, null);
        page.shared(Excerpt.ofMarkdown(group.synthesis(), 160));
        return Templates.show(new GroupView(
                group,
                timeline,
                reading.maker(group),
                members,
                reading.authors(members.items()),
                reading.mine(members.items()),
                size.there(),
                size.gone(),
                reading.voices(group, timeline),
                standing.isOfTeam(group.processId()),
                errors));
    }

    private TemplateInstance form(SimilarityGroup group, GroupInput input, Errors errors) {
        titled(group, words().correct());
        return Templates.edit(group, Process.findById(group.processId()), input, errors);
    }

    private TemplateInstance choice(SimilarityGroup group, String q, String cursor, MembersInput input, Errors errors) {
        titled(group, words().addMembers());
        String sought = PlainText.line(q);
        Process process = Process.findById(group.processId());
        return Templates.members(
                group, reading.offered(process, sought, Cursor.parse(cursor, 1)), sought, input, errors);
    }

    private TemplateInstance dissolving(SimilarityGroup group, DissolutionInput input, Errors errors) {
        titled(group, words().dissolve());
        return Templates.dissolve(group, input, errors);
    }

    /** @param part of it, or null for its page itself */
    private void titled(SimilarityGroup group, String part) {
        Process process = Process.findById(group.processId());
        page.titled(part == null ? group.title() : part)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().groups(), process.address() + "/groups");
        if (part == null) {
            page.crumb(group.code());
        } else {
            page.crumb(group.title(), group.address()).crumb(part);
        }
    }

    private GroupMessages words() {
        return Grouping.words(page.language());
    }
}
