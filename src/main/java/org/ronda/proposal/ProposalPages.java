package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.FileChanges;
import org.ronda.contribution.Names;
import org.ronda.contribution.OrganisationSupporting;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.process.Process;
import org.ronda.process.Stage;

/** A proposal: reading it, writing on it, sending, supporting, withdrawing. */
@Path("/proposals/{code}")
class ProposalPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance check(Sheet sheet, Errors errors, List<Proposal> similar, String name);

        static native TemplateInstance show(ProposalView view, Instead.Done instead);

        static native TemplateInstance withdraw(Proposal proposal, boolean givesPlaceBack, Errors errors);
    }

    @Inject
    Proposing proposing;

    @Inject
    ProposalSheets sheets;

    @Inject
    Supporting supporting;

    @Inject
    OrganisationSupporting organisationSupporting;

    @Inject
    Instead instead;

    @Inject
    ProposalReading reading;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    @Path("edit")
    public TemplateInstance edit(@RestPath String code, @RestQuery boolean check) {
        Proposal proposal = reading.own(code, viewer.required());
        Process process = Process.findById(proposal.processId());
        Stage stage = sheets.stage(process, proposal);
        ProposalInput input = kept.as(ProposalInput.class).orElseGet(() -> reading.inputOf(proposal));
        boolean isChecked = check && proposal.isDraft() && kept.errors().isEmpty();
        Errors errors = isChecked
                ? Errors.of(lacks(sheets.of(process, stage, proposal, input, null)), page.language())
                : kept.errors();
        return sheets.page(process, stage, proposal, input, errors, null);
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response save(
            @RestPath String code, @BeanParam ProposalInput input, @RestForm String nonce, @RestForm String then) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        Process process = Process.findById(proposal.processId());
        Map<String, String>[] theirs = new Map[1];
        Supplier<FileChanges> files = Forms.ready(input::fileChanges);
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    try {
                        if (proposal.isDraft()) {
                            Proposal saved = proposing.save(code, input, files.get(), author);
                            return instead.of(then, saved, author)
                                    .orElseGet(() -> ProposalsPages.next(saved, sheets.stage(process, saved), then));
                        }
                        return URI.create("/receipts/" + proposing.revise(code, input, files.get(), author));
                    } catch (ChangedMeanwhile changed) {
                        theirs[0] = changed.present();
                        throw changed;
                    }
                },
                errors -> {
                    Proposal present = reading.own(code, author);
                    return sheets.page(process, sheets.stage(process, present), present, input, errors, theirs[0]);
                });
    }

    /** Keeps a draft while it is typed; answers with its new version and nothing to show. */
    @POST
    @Path("draft")
    public Response autosave(@RestPath String code, @Valid @BeanParam ProposalInput input) {
        Proposal saved = proposing.save(code, input, FileChanges.NONE, viewer.writing());
        return Response.noContent().header("X-Version", saved.version()).build();
    }

    @GET
    @Path("check")
    public TemplateInstance check(@RestPath String code) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        return check(proposal, author, Errors.NONE);
    }

    @POST
    @Path("publication")
    public Response publish(@RestPath String code, @RestForm String nonce) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        return forms.post(
                new Act("publish", code),
                nonce,
                author.id(),
                () -> URI.create("/receipts/" + proposing.send(code, author)),
                errors -> check(proposal, author, errors));
    }

    @POST
    @Path("discard")
    public Response discard(@RestPath String code) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        Process process = Process.findById(proposal.processId());
        proposing.discard(code, author);
        return Response.seeOther(URI.create(process.address() + "/proposals")).build();
    }

    @GET
    @Compressed
    public Object show(@RestPath String code, @RestQuery String kept, @RestQuery String receipt) {
        ProposalView view = reading.view(code);
        if (view.isMine() && this.kept.isFor(page.path())) {
            // it was sent from a page that the browser did not name
            return Response.seeOther(URI.create("/proposals/" + code + "/edit")).build();
        }
        return shown(view, Instead.done(kept, receipt, viewer.idOrNull()));
    }

    @POST
    @Path("support")
    public Response support(
            @RestPath String code,
            @RestForm int meaning,
            @RestForm String organisation,
            @RestForm String draft,
            @RestForm String nonce) {
        Participant supporter = viewer.writing();
        Proposal proposal = reading.everPublished(code);
        String name = name(organisation);
        return forms.post(
                new Act("support " + meaning + name, code),
                nonce,
                supporter.id(),
                () -> {
                    if (!name.isEmpty()) {
                        return answer(
                                Optional.ofNullable(organisationSupporting
                                        .give(proposal, meaning, name, supporter.id())
                                        .receipt()),
                                proposal);
                    }
                    Optional<String> receipt = supporting.give(proposal, meaning, supporter.id());
                    return Code.isCode(String.valueOf(draft))
                            ? Instead.page(proposal, draft, receipt)
                            : answer(receipt, proposal);
                },
                errors -> shown(reading.view(code).with(errors), null));
    }

    @POST
    @Path("support/withdrawal")
    public Response withdrawSupport(@RestPath String code, @RestForm String organisation, @RestForm String nonce) {
        Participant supporter = viewer.required();
        Proposal proposal = reading.everPublished(code);
        String name = name(organisation);
        return forms.post(
                new Act("withdraw support" + name, code),
                nonce,
                supporter.id(),
                () -> answer(
                        name.isEmpty()
                                ? supporting.withdraw(proposal, supporter.id())
                                : organisationSupporting.withdraw(proposal, name, supporter.id()),
                        proposal),
                errors -> shown(reading.view(code).with(errors), null));
    }

    @GET
    @Path("withdrawal")
    public TemplateInstance askWithdraw(@RestPath String code) {
        Proposal proposal = reading.own(code, viewer.required());
        Proposing.refuseUnlessWithdrawable(proposal);
        return withdrawing(proposal, Errors.NONE);
    }

    @POST
    @Path("withdrawal")
    public Response withdraw(@RestPath String code, @RestForm String nonce) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        return forms.post(
                new Act("withdraw", code),
                nonce,
                author.id(),
                () -> URI.create("/receipts/" + proposing.withdraw(code, author)),
                errors -> withdrawing(proposal, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    /** In whose name: the code of an organisation, or empty for one's own. */
    private static String name(String organisation) {
        return organisation == null ? "" : organisation.strip();
    }

    private static URI answer(Optional<String> receipt, Proposal proposal) {
        return URI.create(receipt.map(code -> "/receipts/" + code).orElse(proposal.address()));
    }

    private TemplateInstance shown(ProposalView view, Instead.Done done) {
        page.titled(view.isReadable() ? view.proposal().title() : words().proposals())
                .in("processes")
                .crumb(
                        view.process().title().in(page.language()).text(),
                        view.process().address())
                .crumb(
                        view.stage().phase().title().in(page.language()).text(),
                        view.process().address() + "/proposals?phase="
                                + view.stage().phase().code())
                .crumb(view.proposal().code());
        if (view.isReadable()) {
            page.shared(Excerpt.of(view.proposal().problem(), 160));
        }
        return Templates.show(view, done);
    }

    private TemplateInstance withdrawing(Proposal proposal, Errors errors) {
        Stage stage = sheets.stage(Process.findById(proposal.processId()), proposal);
        boolean isLimited = stage.contract().limits().proposalsPerVoter() != null;
        page.titled(words().withdrawTitle()).in("processes").crumb(proposal.title(), proposal.address());
        return Templates.withdraw(proposal, isLimited && Proposing.givesPlaceBack(proposal, stage.isPast()), errors);
    }

    private TemplateInstance check(Proposal proposal, Participant author, Errors errors) {
        if (!proposal.isDraft()) {
            throw new NotFoundException();
        }
        Process process = Process.findById(proposal.processId());
        Stage stage = sheets.stage(process, proposal);
        Sheet sheet = sheets.of(process, stage, proposal, reading.inputOf(proposal), null);
        Errors all = errors.isEmpty() ? Errors.of(lacks(sheet), page.language()) : errors;
        page.titled(words().checkTitle())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().checkTitle());
        return Templates.check(
                sheet,
                all,
                reading.similar(process, stage.phase().code(), proposal.title(), proposal),
                reading.nameOf(proposal, author));
    }

    private static List<Refused> lacks(Sheet sheet) {
        List<Refused> lacks = new ArrayList<>(
                sheet.proposal().lacks(sheet.stage().contract().limits().maxLength()));
        if (sheet.isNameLost()) {
            lacks.add(Names.notTheirs());
        }
        return lacks;
    }

    private ProposalMessages words() {
        return Proposing.words(page.language());
    }
}
