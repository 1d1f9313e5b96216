package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.contribution.OrganisationSupporting;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Page;

/** An amendment: reading it, supporting it, joining it, taking it back. */
@Path("/amendments/{code}")
class AmendmentPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance amendment(AmendmentView view);

        static native TemplateInstance amendmentWithdrawal(AmendmentView view, Errors errors);
    }

    @Inject
    AmendmentReading reading;

    @Inject
    Amending amending;

    @Inject
    Supporting supporting;

    @Inject
    OrganisationSupporting organisationSupporting;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Compressed
    public TemplateInstance show(@RestPath String code) {
        return shown(code, Errors.NONE);
    }

    @POST
    @Path("support")
    public Response support(
            @RestPath String code, @RestForm int meaning, @RestForm String organisation, @RestForm String nonce) {
        Amendment amendment = reading.everPublished(code);
        String name = name(organisation);
        return act(
                code,
                "support " + meaning + name,
                nonce,
                viewer.writing(),
                by -> name.isEmpty()
                        ? supporting.give(amendment, meaning, by)
                        : Optional.ofNullable(organisationSupporting
                                .give(amendment, meaning, name, by)
                                .receipt()));
    }

    @POST
    @Path("support/withdrawal")
    public Response withdrawSupport(@RestPath String code, @RestForm String organisation, @RestForm String nonce) {
        Amendment amendment = reading.everPublished(code);
        String name = name(organisation);
        return act(
                code,
                "withdraw support" + name,
                nonce,
                viewer.required(),
                by -> name.isEmpty()
                        ? supporting.withdraw(amendment, by)
                        : organisationSupporting.withdraw(amendment, name, by));
    }

    /** Joins it for an organisation. */
    @POST
    @Path("joining")
    public Response join(@RestPath String code, @RestForm String organisation, @RestForm String nonce) {
        Amendment amendment = reading.everPublished(code);
        return act(
                code,
                "join " + name(organisation),
                nonce,
                viewer.writing(),
                by -> amending.join(amendment, name(organisation), by));
    }

    @POST
    @Path("joining/withdrawal")
    public Response leave(@RestPath String code, @RestForm String organisation, @RestForm String nonce) {
        Amendment amendment = reading.everPublished(code);
        return act(
                code,
                "leave " + name(organisation),
                nonce,
                viewer.required(),
                by -> amending.leave(amendment, name(organisation), by));
    }

    @GET
    @Path("withdrawal")
    public TemplateInstance askWithdraw(@RestPath String code) {
        Amending.refuseUnlessWithdrawable(amending.own(code, viewer.required()));
        return withdrawing(code, Errors.NONE);
    }

    @POST
    @Path("withdrawal")
    public Response withdraw(@RestPath String code, @RestForm String nonce) {
        Participant author = viewer.required();
        amending.own(code, author);
        return forms.post(
                new Act("withdraw", code),
                nonce,
                author.id(),
                () -> URI.create("/receipts/" + amending.withdraw(code, author)),
                errors -> withdrawing(code, errors));
    }

    /** Throws away what its organisation did not confirm in time. */
    @POST
    @Path("discard")
    public Response discard(@RestPath String code) {
        Participant author = viewer.required();
        String draft = reading.view(code).draft().commitment().address();
        amending.discard(code, author);
        return Response.seeOther(URI.create(draft)).build();
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    private Response act(
            String code, String what, String nonce, Participant by, LongFunction<Optional<String>> receipt) {
        return forms.post(
                new Act(what, code),
                nonce,
                by.id(),
                () -> URI.create(
                        receipt.apply(by.id()).map(done -> "/receipts/" + done).orElse("/amendments/" + code)),
                errors -> shown(code, errors));
    }

    private static String name(String organisation) {
        return organisation == null ? "" : organisation.strip();
    }

    private TemplateInstance shown(String code, Errors errors) {
        AmendmentView view = reading.view(code).with(errors);
        titled(view, null);
        if (view.isReadable()) {
            page.shared(Excerpt.of(view.amendment().reason(), 160));
        }
        return Templates.amendment(view);
    }

    private TemplateInstance withdrawing(String code, Errors errors) {
        AmendmentView view = reading.view(code);
        titled(view, words().withdrawAmendment());
        return Templates.amendmentWithdrawal(view, errors);
    }

    private void titled(AmendmentView view, String part) {
        Draft draft = view.draft();
        String title = words().changeOf(
                        view.card().title(page.language()), view.amendment().code());
        page.titled(part == null ? title : part)
                .in("processes")
                .crumb(
                        draft.process().title().in(page.language()).text(),
                        draft.process().address())
                .crumb(draft.present().title(), draft.commitment().address())
                .crumb(words().amendments(), draft.commitment().address() + "/amendments");
        if (part == null) {
            page.crumb(view.amendment().code());
        } else {
            page.crumb(view.amendment().code(), view.amendment().address()).crumb(part);
        }
    }

    private CommitmentMessages words() {
        return Drafting.words(page.language());
    }
}
