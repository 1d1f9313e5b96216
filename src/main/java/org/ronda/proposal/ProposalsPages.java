package org.ronda.proposal;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.FileChanges;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Page;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.process.Action;
import org.ronda.process.District;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;
import org.ronda.process.Topic;
import org.ronda.process.Voters;

/** The proposals of a process: the list, and a new one. */
@Path("/processes/{slug}/proposals")
class ProposalsPages {
    @CheckedTemplate(basePath = "proposal")
    static class Templates {
        static native TemplateInstance index(Listing listing);

        static native TemplateInstance _similar(List<Proposal> similar, Proposal draft);
    }

    @Inject
    Processes processes;

    @Inject
    Proposing proposing;

    @Inject
    Instead instead;

    @Inject
    ProposalSheets sheets;

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
    Limits limits;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @Inject
    RandomOrder randomOrder;

    @GET
    public Response index(@RestPath String slug, @BeanParam ProposalQuery query) {
        Process process = processes.reach(slug);
        if (kept.isFor(page.path())) {
            // it was sent from a page that the browser did not name
            return Response.seeOther(URI.create(process.address() + "/proposals/new"))
                    .build();
        }
        Timeline timeline = processes.timeline(process);
        Stage stage = query.phase().isEmpty()
                ? ProposalList.main(timeline).orElseThrow(NotFoundException::new)
                : timeline.of(query.phase()).orElseThrow(NotFoundException::new);
        ProposalList.Slice slice = list.page(stage, query, randomOrder.seed(), ProposalList.PAGE);
        int count = query.isFiltered()
                ? list.count(stage.phase(), query)
                : counters.of(Scope.phase(stage.phase().id()), 0, null).contributions();
        Integer limit = stage.contract().limits().supportsPerVoter();
        Integer left = viewer.isSignedIn() && limit != null && stage.maySupport()
                // terms may have lowered it since
                ? Math.max(0, limit - voters.used(viewer.idOrNull(), stage.phase(), Action.SUPPORT))
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
                        topics(stage.phase()),
                        District.all(),
                        authors(query),
                        left)))
                .type(MediaType.TEXT_HTML_TYPE);
        randomOrder.asked(query).ifPresent(answer::cookie);
        return answer.build();
    }

    @GET
    @Path("new")
    public TemplateInstance compose(@RestPath String slug, @RestQuery String phase) {
        Process process = processes.reach(slug);
        Stage stage = stageToPropose(process, phase);
        ProposalInput input = kept.as(ProposalInput.class).orElseGet(() -> ProposalInput.blank(page.language()));
        return sheets.page(process, stage, null, input, kept.errors(), null);
    }

    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response create(
            @RestPath String slug,
            @BeanParam ProposalInput input,
            @RestForm String phase,
            @RestForm String nonce,
            @RestForm String then) {
        Participant author = viewer.writing();
        Process process = processes.reach(slug);
        Stage stage = stageToPropose(process, phase);
        Supplier<FileChanges> files = Forms.ready(input::fileChanges);
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    limits.countSaying();
                    Proposal draft =
                            proposing.begin(stage.phase(), input, files.get(), author, Contribution.Channel.WEB);
                    return instead.of(then, draft, author).orElseGet(() -> next(draft, stage, then));
                },
                errors -> sheets.page(process, stage, null, input, errors, null));
    }

    /** Proposals whose titles resemble the one being typed; a fragment of the form. */
    @GET
    @Path("similar")
    @Limited(times = 120, perSeconds = 60)
    public TemplateInstance similar(@RestPath String slug, @RestQuery String phase, @RestQuery String title) {
        Process process = processes.reach(slug);
        return Templates._similar(reading.similar(process, phase, title == null ? "" : title, null), null);
    }

    /** Whose proposals one may ask for on the page: one's own, and those of whom one asked for. */
    private List<Author> authors(ProposalQuery query) {
        List<Author> authors = new ArrayList<>();
        viewer.participant().ifPresent(me -> authors.add(new Author(words().byMyself(), me.code())));
        if (!query.author().isEmpty()
                && authors.stream().noneMatch(author -> author.code().equals(query.author()))) {
            authors.add(reading.named(query.author()));
        }
        return authors;
    }

    /** What the entries of a topics phase led to; in any other phase what may be chosen there. */
    private static List<Topic> topics(Phase phase) {
        return phase.isTopics()
                ? Topic.ofPhase(phase.id()).stream().filter(Topic::isPublished).toList()
                : Topic.offeredIn(phase);
    }

    /** Where the form leads: what lacks something goes back to its fields instead of being checked. */
    static URI next(Proposal saved, Stage stage, String then) {
        if ("check".equals(then)) {
            boolean isWhole = saved.lacks(stage.contract().limits().maxLength()).isEmpty();
            return URI.create(saved.address() + (isWhole ? "/check" : "/edit?check=true"));
        }
        return URI.create(saved.address() + ("file".equals(then) ? "/edit#files" : "/edit"));
    }

    private Stage stageToPropose(Process process, String code) {
        Timeline timeline = processes.timeline(process);
        if (code != null && !code.isEmpty()) {
            return timeline.of(code).orElseThrow(NotFoundException::new);
        }
        return timeline.openFor(Action.PROPOSE).orElseThrow(NotFoundException::new);
    }

    private ProposalMessages words() {
        return Proposing.words(page.language());
    }
}
