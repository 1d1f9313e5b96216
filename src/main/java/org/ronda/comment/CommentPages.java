package org.ronda.comment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.ContributionVersion;
import org.ronda.contribution.Names;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Receipts;

/** Threads on pages of their own, replies, and what is sent from wherever a thread is shown. */
@Path("/comments")
class CommentPages {
    private static final int UNKNOWN = 9;

    @CheckedTemplate(basePath = "comment")
    static class Templates {
        static native TemplateInstance thread(Talk talk, CommentInput input, Errors errors);

        static native TemplateInstance edit(
                Comment comment, EditInput input, int most, boolean isInPlace, String name, Errors errors);

        static native TemplateInstance history(Comment comment, List<Revision> revisions, Integer next, ZoneId zone);

        static native TemplateInstance withdraw(Comment comment, Errors errors);
    }

    @Inject
    Talks talks;

    @Inject
    Receipts receipts;

    @Inject
    Subjects subjects;

    @Inject
    Commenting commenting;

    @Inject
    Names names;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Limits limits;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    Now now;

    @GET
    public TemplateInstance thread(
            @RestQuery String on,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery String reply,
            @RestQuery String name,
            @RestQuery String root,
            @RestQuery String receipt) {
        Optional<CommentInput> typed = kept.as(CommentInput.class);
        String about = on == null ? typed.map(CommentInput::on).orElseThrow(NotFoundException::new) : on;
        CommentInput input = typed.filter(form -> form.on().equals(about))
                .orElse(CommentInput.replying(about, reply == null ? "" : reply, name == null ? "" : name));
        Talk talk = root == null || root.isEmpty()
                ? talks.page(subjects.reach(about), order == null || order.isEmpty() ? "oldest" : order, cursor)
                : talks.of(about, root, cursor);
        if (reply != null && !reply.isEmpty() && Talks.answered(reply, talk).isEmpty()) {
            throw new NotFoundException();
        }
        Optional<Receipts.Receipt> act = viewer.idOrNull() != null && isReceipt(receipt)
                ? receipts.find(receipt, page.language())
                : Optional.empty();
        return show(act.map(talk::after).orElse(talk), input, Errors.NONE);
    }

    @POST
    public Response say(@BeanParam CommentInput input, @RestForm String nonce) {
        Participant author = viewer.writing();
        Subject subject = subjects.reach(input.on());
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    limits.countSaying();
                    Commenting.Said said = commenting.say(input, author, page.language(), Contribution.Channel.WEB);
                    return told(said.comment().code(), said.receipt());
                },
                errors -> {
                    Talk talk = talks.page(subject, "oldest", null);
                    boolean isAnswering = Talks.answered(input.parent(), talk).isPresent();
                    return show(talk, isAnswering ? input : input.answeringNothing(), errors);
                });
    }

    /** Leads to the page of the thread on which the comment is, whatever the length of the thread. */
    @GET
    @Path("{code}")
    public Response permalink(@RestPath String code, @RestQuery String receipt) {
        Comment comment = Comment.byCode(code)
                .filter(found -> found.publishedAt() != null || found.isBy(viewer.idOrNull()))
                .orElseThrow(NotFoundException::new);
        String on = subjects.nameOf(comment);
        subjects.reach(on);
        String proof = isReceipt(receipt) ? "&receipt=" + receipt : "";
        return Response.seeOther(URI.create(Talks.addressOf(on, comment) + proof + "#" + code))
                .build();
    }

    @GET
    @Path("{code}/edit")
    public TemplateInstance askEdit(@RestPath String code) {
        viewer.required();
        Comment comment = own(code);
        EditInput input =
                kept.as(EditInput.class).orElse(new EditInput(comment.body(), String.valueOf(comment.version())));
        return editing(comment, input, Errors.NONE);
    }

    @POST
    @Path("{code}/edit")
    public Response edit(@RestPath String code, @BeanParam EditInput input, @RestForm String nonce) {
        Participant author = viewer.writing();
        own(code);
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    Long seen = input.version().isEmpty() ? null : Long.valueOf(input.version());
                    return told(code, commenting.revise(code, input.body(), seen, author));
                },
                errors -> editing(own(code), input, errors));
    }

    @GET
    @Path("{code}/history")
    public TemplateInstance history(@RestPath String code, @RestQuery Integer before) {
        Comment comment = Comment.byCode(code)
                .filter(found -> found.isPublished() || found.isHeld() && found.isBy(viewer.idOrNull()))
                .orElseThrow(NotFoundException::new);
        Subject subject = subjects.reach(subjects.nameOf(comment));
        CommentMessages words = Wording.of(CommentMessages.class, page.language());
        page.titled(words.historyTitle())
                .in("processes")
                .crumb(titleOf(subject), subject.address())
                .crumb(comment.code(), comment.address())
                .crumb(words.edited());
        ContributionVersion.Page versions = ContributionVersion.page(comment.id(), before);
        return Templates.history(
                comment,
                Revision.of(versions),
                versions.next(),
                subject.process().zone());
    }

    @POST
    @Path("{code}/agreement")
    public Response agree(
            @RestPath String code, @RestForm String direction, @RestForm String version, @RestForm String nonce) {
        int way = direction != null && direction.matches("-1|0|1") ? Integer.parseInt(direction) : UNKNOWN;
        Long seen = version != null && version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
        // who is blocked may still take back what they said
        Participant by = way == 0 ? viewer.required() : viewer.writing();
        Comment comment = Comment.byCode(code)
                .filter(found -> found.publishedAt() != null || names.isOneOf(found, by.id()))
                .orElseThrow(NotFoundException::new);
        String on = subjects.nameOf(comment);
        subjects.reach(on);
        return forms.post(
                new Act("react " + way + " " + seen, code),
                nonce,
                by.id(),
                () -> commenting
                        .react(code, way, seen, by)
                        .map(receipt -> told(code, receipt))
                        .orElse(URI.create(Comment.addressOf(code))),
                errors -> show(talks.beginningWith(on, comment), CommentInput.about(on, ""), errors));
    }

    @GET
    @Path("{code}/withdrawal")
    public TemplateInstance askWithdraw(@RestPath String code) {
        viewer.required();
        Comment comment = own(code);
        Commenting.refuseWithdrawn(comment);
        return withdrawing(comment, Errors.NONE);
    }

    @POST
    @Path("{code}/withdrawal")
    public Response withdraw(@RestPath String code, @RestForm String nonce) {
        Participant author = viewer.required();
        Comment comment = own(code);
        return forms.post(
                new Act("withdraw", code),
                nonce,
                author.id(),
                () -> URI.create("/receipts/" + commenting.withdraw(code, author)),
                errors -> withdrawing(comment, errors));
    }

    private record Act(String what, String code) {}

    private static boolean isReceipt(String typed) {
        return typed != null && typed.matches("R-[0-9A-Z]{12}");
    }

    /** The comment on its page, with the receipt of what was just done to it. */
    private static URI told(String code, String receipt) {
        return URI.create(Comment.addressOf(code) + "?receipt=" + receipt);
    }

    private Comment own(String code) {
        return Comment.byCode(code)
                .filter(comment -> names.isOneOf(comment, viewer.idOrNull()))
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance show(Talk talk, CommentInput input, Errors errors) {
        CommentMessages words = Wording.of(CommentMessages.class, page.language());
        String subject = titleOf(talk.subject());
        page.titled(words.about(subject))
                .in("processes")
                .crumb(subject, talk.subject().address())
                .crumb(words.comments());
        return Templates.thread(talk, input, errors);
    }

    private TemplateInstance editing(Comment comment, EditInput input, Errors errors) {
        Subject subject = subjects.reach(subjects.nameOf(comment));
        boolean isWaiting = comment.isUnconfirmed() && comment.isBy(viewer.idOrNull());
        if (errors.isEmpty() && !comment.isPublished() && !isWaiting) {
            throw new NotFoundException();
        }
        CommentMessages words = Wording.of(CommentMessages.class, page.language());
        page.titled(words.editTitle())
                .in("processes")
                .crumb(titleOf(subject), subject.address())
                .crumb(comment.code(), comment.address());
        boolean isInPlace = isWaiting || comment.isPublished() && commenting.isInEditWindow(comment, now.instant());
        int most = subject.stage() == null
                ? comment.body().length()
                : subject.stage().contract().limits().maxLength();
        return Templates.edit(
                comment, input, most, isInPlace, talks.one(comment).author(), errors);
    }

    private TemplateInstance withdrawing(Comment comment, Errors errors) {
        page.titled(Wording.of(CommentMessages.class, page.language()).withdrawTitle())
                .in("processes")
                .crumb(comment.code(), comment.address());
        return Templates.withdraw(comment, errors);
    }

    private String titleOf(Subject subject) {
        Contribution contribution = subject.contribution();
        if (subject.title() != null) {
            return subject.title();
        }
        return contribution == null
                ? subject.process().title().in(page.language()).text()
                : contribution.isPublished() ? contribution.headline() : contribution.code();
    }
}
