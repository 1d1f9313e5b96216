package org.ronda.proposal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Markdown;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.District;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;
import org.ronda.process.Topic;
import org.ronda.process.Voters;

/** Lists of proposals, a proposal, and writing one. */
@Path("/")
class ProposalPages {
    /** What the list shows beside its cards. */
    record Listing(
            Process process,
            Timeline timeline,
            Stage stage,
            ProposalQuery query,
            ProposalList.Slice slice,
            int count,
            List<Topic> topics,
            List<District> districts,
            Integer supportsLeft) {
        public String address() {
            return process.address() + "/proposals";
        }

        /** The query string of this list with another order, from its beginning. */
        public String ordered(String order) {
            return "?phase=" + stage.phase().code() + "&order=" + order + filters();
        }

        public String after() {
            return "?phase=" + stage.phase().code() + "&order=" + query.by().name().toLowerCase() + filters() + "&cursor="
                    + slice.next();
        }

        private String filters() {
            return "&district=" + query.district() + "&topic=" + query.topic() + "&state=" + query.state() + "&author="
                    + query.author() + "&q="
                    + URLEncoder.encode(query.q(), StandardCharsets.UTF_8);
        }
    }

    /** What the form shows. */
    record Sheet(
            Process process,
            Stage stage,
            Proposal proposal,
            ProposalInput input,
            List<Topic> topics,
            List<District> districts,
            List<Organisation> organisations,
            boolean isInPlace,
            Map<String, String> theirs) {
        public boolean isNew() {
            return proposal == null;
        }

        public boolean isDraft() {
            return proposal == null || proposal.isDraft();
        }

        public String action() {
            return proposal == null ? process.address() + "/proposals" : proposal.address();
        }

        public String language() {
            return input.language();
        }
    }

    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance index(Listing listing);

        static native TemplateInstance edit(Sheet sheet, Errors errors);

        static native TemplateInstance check(Sheet sheet, Errors errors, List<ProposalCard> similar, String name);

        static native TemplateInstance show(ProposalView view);

        static native TemplateInstance withdraw(Proposal proposal, Errors errors);

        static native TemplateInstance history(Proposal proposal, List<Revision> revisions, Process process);

        static native TemplateInstance _similar(List<ProposalCard> similar);
    }

    @Inject
    Processes processes;

    @Inject
    Proposing proposing;

    @Inject
    Supporting supporting;

    @Inject
    ProposalList list;

    @Inject
    ProposalReading reading;

    @Inject
    Voters voters;

    @Inject
    Counters counters;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    Now now;

    @GET
    @Path("processes/{slug}/proposals")
    public Response index(@RestPath String slug, @BeanParam ProposalQuery query, @RestCookie("seed") String seedCookie) {
        Process process = processes.reach(slug);
        Timeline timeline = processes.timeline(process);
        Stage stage = query.phase().isEmpty()
                ? mainStage(timeline)
                : timeline.of(query.phase()).orElseThrow(NotFoundException::new);
        long seed = seed(seedCookie);
        ProposalList.Slice slice = list.page(stage.phase(), query, seed, ProposalList.PAGE);
        int count = query.isFiltered()
                ? list.count(stage.phase(), query)
                : counters.of(Scope.phase(stage.phase().id()), 0, null).contributions();
        Integer limit = stage.contract().limits().supportsPerVoter();
        Integer left = viewer.isSignedIn() && limit != null && stage.maySupport()
                ? limit - voters.used(viewer.idOrNull(), stage.phase(), Action.SUPPORT)
                : null;
        ProposalMessages words = words();
        page.titled(stage.phase().isTopics() ? words.entries() : words.proposals())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(stage.phase().title().in(page.language()).text());
        Response.ResponseBuilder answer = Response.ok(Templates.index(new Listing(
                        process,
                        timeline,
                        stage,
                        query,
                        slice,
                        count,
                        Topic.of(process.id()),
                        District.all(),
                        left)))
                .type(MediaType.TEXT_HTML_TYPE);
        return answer.build();
    }

    @GET
    @Path("processes/{slug}/proposals/new")
    public TemplateInstance compose(@RestPath String slug, @RestQuery String phase) {
        Process process = processes.reach(slug);
        Stage stage = stageToPropose(process, phase);
        ProposalInput input = kept.as(ProposalInput.class).orElse(ProposalInput.EMPTY);
        return edit(process, stage, null, input, Errors.NONE, null);
    }

    @POST
    @Path("processes/{slug}/proposals")
    public Response create(
            @RestPath String slug,
            @BeanParam ProposalInput input,
            @RestForm String phase,
            @RestForm String nonce,
            @RestForm String then) {
        Participant author = viewer.writing();
        Process process = processes.reach(slug);
        Stage stage = stageToPropose(process, phase);
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> next(proposing.begin(stage.phase(), input, author, Contribution.Channel.WEB), then),
                errors -> edit(process, stage, null, input, errors, null));
    }

    @GET
    @Path("proposals/{code}/edit")
    public TemplateInstance edit(@RestPath String code) {
        Proposal proposal = reading.own(code, viewer.required());
        Process process = Process.findById(proposal.processId());
        ProposalInput input = kept.as(ProposalInput.class).orElseGet(() -> reading.inputOf(proposal));
        return edit(process, stage(process, proposal), proposal, input, Errors.NONE, null);
    }

    @POST
    @Path("proposals/{code}")
    public Response save(
            @RestPath String code, @BeanParam ProposalInput input, @RestForm String nonce, @RestForm String then) {
        Participant author = viewer.writing();
        Proposal proposal = reading.own(code, author);
        Process process = Process.findById(proposal.processId());
        Map<String, String>[] theirs = new Map[1];
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    try {
                        if (proposal.isDraft()) {
                            return next(proposing.save(code, input, author), then);
                        }
                        return URI.create("/receipts/" + proposing.revise(code, input, author));
                    } catch (ChangedMeanwhile changed) {
                        theirs[0] = changed.present();
                        throw changed;
                    }
                },
                errors -> {
                    Proposal present = reading.own(code, author);
                    return edit(process, stage(process, present), present, input, errors, theirs[0]);
                });
    }

    /** Keeps a draft while it is typed; answers with its new version and nothing to show. */
    @POST
    @Path("proposals/{code}/draft")
    public Response autosave(@RestPath String code, @BeanParam ProposalInput input) {
        Proposal saved = proposing.save(code, input, viewer.writing());
        return Response.noContent().header("X-Version", saved.version()).build();
    }

    @GET
    @Path("proposals/{code}/check")
    public TemplateInstance check(@RestPath String code) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        return check(proposal, author, Errors.NONE);
    }

    @POST
    @Path("proposals/{code}/publication")
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
    @Path("proposals/{code}/discard")
    public Response discard(@RestPath String code) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        Process process = Process.findById(proposal.processId());
        proposing.discard(code, author);
        return Response.seeOther(URI.create(process.address() + "/proposals")).build();
    }

    @GET
    @Path("proposals/{code}")
    public TemplateInstance show(@RestPath String code) {
        ProposalView view = reading.view(code);
        page.titled(view.isReadable() ? view.proposal().title() : words().proposals())
                .in("processes")
                .crumb(view.process().title().in(page.language()).text(), view.process().address())
                .crumb(
                        view.stage().phase().title().in(page.language()).text(),
                        view.process().address() + "/proposals?phase=" + view.stage().phase().code())
                .crumb(view.proposal().code());
        if (view.isReadable()) {
            page.shared(Markdown.beginning(view.proposal().problem(), 160), null);
        }
        return Templates.show(view);
    }

    @GET
    @Path("proposals/{code}/history")
    public TemplateInstance history(@RestPath String code) {
        ProposalView view = reading.view(code);
        if (!view.isReadable()) {
            throw new NotFoundException();
        }
        page.titled(words().historyTitle(view.proposal().title()))
                .in("processes")
                .crumb(view.proposal().title(), view.proposal().address())
                .crumb(words().history());
        return Templates.history(view.proposal(), reading.revisions(view.proposal()), view.process());
    }

    @POST
    @Path("proposals/{code}/support")
    public Response support(@RestPath String code, @RestForm int meaning, @RestForm String nonce) {
        Participant supporter = viewer.writing();
        Proposal proposal = reading.published(code);
        return forms.post(
                new Act("support " + meaning, code),
                nonce,
                supporter.id(),
                () -> answer(supporting.give(proposal, meaning, supporter.id()), proposal),
                errors -> Templates.show(reading.view(code).with(errors)));
    }

    @POST
    @Path("proposals/{code}/support/withdrawal")
    public Response withdrawSupport(@RestPath String code, @RestForm String nonce) {
        Participant supporter = viewer.required();
        Proposal proposal = reading.published(code);
        return forms.post(
                new Act("withdraw support", code),
                nonce,
                supporter.id(),
                () -> answer(supporting.withdraw(proposal, supporter.id()), proposal),
                errors -> Templates.show(reading.view(code).with(errors)));
    }

    @GET
    @Path("proposals/{code}/withdrawal")
    public TemplateInstance askWithdraw(@RestPath String code) {
        Proposal proposal = reading.own(code, viewer.required());
        page.titled(words().withdrawTitle()).in("processes").crumb(proposal.title(), proposal.address());
        return Templates.withdraw(proposal, Errors.NONE);
    }

    @POST
    @Path("proposals/{code}/withdrawal")
    public Response withdraw(@RestPath String code, @RestForm String nonce) {
        Participant author = viewer.required();
        Proposal proposal = reading.own(code, author);
        return forms.post(
                new Act("withdraw", code),
                nonce,
                author.id(),
                () -> URI.create("/receipts/" + proposing.withdraw(code, author)),
                errors -> Templates.withdraw(proposal, errors));
    }

    /** Proposals whose titles resemble the one being typed; a fragment of the form. */
    @GET
    @Path("processes/{slug}/similar")
    public TemplateInstance similar(@RestPath String slug, @RestQuery String phase, @RestQuery String title) {
        Process process = processes.reach(slug);
        return Templates._similar(reading.similar(process, phase, title == null ? "" : title, null));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    private static URI answer(Optional<String> receipt, Proposal proposal) {
        return URI.create(receipt.map(code -> "/receipts/" + code).orElse(proposal.address()));
    }

    private static URI next(Proposal saved, String then) {
        return URI.create(saved.address() + ("check".equals(then) ? "/check" : "/edit"));
    }

    private TemplateInstance check(Proposal proposal, Participant author, Errors errors) {
        if (!proposal.isDraft()) {
            throw new NotFoundException();
        }
        Process process = Process.findById(proposal.processId());
        Stage stage = stage(process, proposal);
        List<Refused> lacks =
                proposal.lacks(stage.contract().limits().maxLength());
        Errors all = errors.isEmpty() ? Errors.of(lacks, page.language()) : errors;
        page.titled(words().checkTitle())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().checkTitle());
        return Templates.check(
                sheet(process, stage, proposal, reading.inputOf(proposal), null),
                all,
                reading.similar(process, stage.phase().code(), proposal.title(), proposal),
                reading.nameOf(proposal, author));
    }

    private TemplateInstance edit(
            Process process, Stage stage, Proposal proposal, ProposalInput input, Errors errors, Map<String, String> theirs) {
        String title = proposal != null && !proposal.isDraft()
                ? words().edit()
                : stage.phase().isTopics() ? words().writeEntry() : words().write();
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(title);
        return Templates.edit(sheet(process, stage, proposal, input, theirs), errors);
    }

    private Sheet sheet(Process process, Stage stage, Proposal proposal, ProposalInput input, Map<String, String> theirs) {
        return new Sheet(
                process,
                stage,
                proposal,
                input,
                Topic.of(process.id()),
                District.all(),
                viewer.participant().map(Organisation::of).orElse(List.of()),
                proposal != null && proposal.isPublished() && proposing.isInEditWindow(proposal, now.instant()),
                theirs);
    }

    private Stage stageToPropose(Process process, String code) {
        Timeline timeline = processes.timeline(process);
        if (code != null && !code.isEmpty()) {
            return timeline.of(code).orElseThrow(NotFoundException::new);
        }
        return timeline.openFor(Action.PROPOSE).orElseThrow(NotFoundException::new);
    }

    private Stage stage(Process process, Proposal proposal) {
        return processes.timeline(process).of(proposal.phaseId()).orElseThrow();
    }

    /** The phase whose proposals the list shows when none is named. */
    private static Stage mainStage(Timeline timeline) {
        return timeline.openFor(Action.PROPOSE)
                .or(() -> timeline.stages().stream()
                        .filter(stage -> stage.phase().kind() == Phase.Kind.PROPOSALS)
                        .findFirst())
                .or(() -> timeline.stages().stream()
                        .filter(stage -> stage.phase().isTopics())
                        .findFirst())
                .orElseThrow(NotFoundException::new);
    }

    /** A visitor's own order where there is a cookie for it, else the day's, so that the page can be cached. */
    private long seed(String cookie) {
        if (cookie != null && cookie.matches("\\d{1,15}")) {
            return Long.parseLong(cookie);
        }
        return now.instant().getEpochSecond() / 86_400 * 2_654_435_761L;
    }

    private ProposalMessages words() {
        return Proposing.words(page.language());
    }
}
