package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.comment.Talks;
import org.ronda.comment.Voice;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Scope;
import org.ronda.process.ContractInWords;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** The rounds of a process: for everybody what a round asks and what was said in it, for the team preparing it and listening. */
@Path("/processes/{slug}/rounds")
class RoundPages {
    /** As many comments about a clause as stand on the board. */
    private static final int EACH = 2;

    /**
     * Which drafts a round has.
     *
     * @param drafts their codes; none for every public one
     * @param reason why some are added after input opened
     * @param revision of the choice that was before the eyes of whoever sends it
     */
    record RoundInput(
            @RestForm List<String> drafts,
            @RestForm @Size(max = 1_000) String reason,
            @RestForm Long revision) {
        RoundInput {
            drafts = drafts == null ? List.of() : drafts;
            reason = PlainText.clean(reason);
        }

        long seen() {
            return revision == null ? -1 : revision;
        }

        public boolean has(Commitment draft) {
            return drafts.contains(draft.code());
        }
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        static native TemplateInstance index(Process process, List<RoundView> rounds);

        static native TemplateInstance show(RoundView view, List<Option> contract, boolean isTeam, boolean isPreview);

        static native TemplateInstance board(RoundView view, Map<Long, List<Voice>> voices, boolean isNewest);

        static native TemplateInstance listen(RoundView view, Map<Long, Integer> people, int few);

        static native TemplateInstance prepare(
                Round round,
                List<CommitmentReading.Listed> drafts,
                List<Readiness> readiness,
                List<Option> contract,
                RoundInput input,
                Errors errors);
    }

    @Inject
    Rounds rounds;

    @Inject
    RoundReading reading;

    @Inject
    Preparing preparing;

    @Inject
    CommitmentReading commitments;

    @Inject
    Processes processes;

    @Inject
    Talks talks;

    @Inject
    Team team;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance index(@RestPath String slug) {
        Process process = processes.reach(slug);
        page.titled(words().rounds())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().rounds());
        return Templates.index(process, reading.of(rounds.of(processes.timeline(process))));
    }

    /** @param preview whether its team sees it as everybody else does */
    @GET
    @Path("{n}")
    public TemplateInstance show(@RestPath String slug, @RestPath int n, @RestQuery boolean preview) {
        Round round = rounds.reach(slug, n);
        titled(round, null);
        page.shared(round.stage().phase().ask().in(page.language()).text());
        return Templates.show(
                reading.of(round), contract(round), team.has(round.process().id()), preview);
    }

    /** The drafts side by side, with the clauses most is said about. @param order "agreed" or "newest" */
    @GET
    @Path("{n}/board")
    public TemplateInstance board(@RestPath String slug, @RestPath int n, @RestQuery String order) {
        Round round = rounds.reach(slug, n);
        titled(round, words().boardView());
        RoundView view = reading.of(round);
        List<Long> clauses = view.parts().stream()
                .flatMap(part -> part.liveliest().stream())
                .map(RoundView.Line::id)
                .toList();
        boolean isNewest = "newest".equals(order);
        return Templates.board(
                view,
                talks.picked(Scope.Kind.CLAUSE, clauses, round.stage().phase().id(), isNewest, EACH),
                isNewest);
    }

    @GET
    @Path("{n}/listen")
    public TemplateInstance listen(@RestPath String slug, @RestPath int n) {
        viewer.writing();
        Round round = rounds.own(slug, n);
        titled(round, words().listen());
        return Templates.listen(reading.of(round), reading.people(round), RoundReading.FEW);
    }

    @GET
    @Path("{n}/prepare")
    public TemplateInstance prepare(@RestPath String slug, @RestPath int n) {
        viewer.writing();
        Round round = rounds.own(slug, n);
        return form(round, kept.as(RoundInput.class).orElse(null), Errors.NONE);
    }

    @POST
    @Path("{n}/prepare")
    public Response choose(
            @RestPath String slug, @RestPath int n, @BeanParam RoundInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    preparing.choose(slug, n, input.drafts(), input.reason(), input.seen(), by.id());
                    return URI.create(round.address() + "/prepare");
                },
                errors -> form(rounds.own(slug, n), input, errors));
    }

    /** @param typed or null for the choice as it stands */
    private TemplateInstance form(Round round, RoundInput typed, Errors errors) {
        titled(round, words().prepare());
        List<CommitmentReading.Listed> drafts = commitments.of(round.process());
        RoundInput input = typed != null
                ? typed
                : new RoundInput(
                        drafts.stream()
                                .map(CommitmentReading.Listed::commitment)
                                .filter(draft -> round.chosen().contains(draft.id()))
                                .map(Commitment::code)
                                .toList(),
                        "",
                        (long) round.revision());
        return Templates.prepare(
                round, drafts, Readiness.of(round, drafts, page.language()), contract(round), input, errors);
    }

    private List<Option> contract(Round round) {
        Stage stage = round.stage();
        return ContractInWords.of(
                stage.phase().kind(), stage.contract(), round.process().zone(), page.language());
    }

    private void titled(Round round, String part) {
        Process process = round.process();
        String name = words().roundN(round.n());
        page.titled(part == null ? name : name + " · " + part)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words().rounds(), process.address() + "/rounds");
        if (part == null) {
            page.crumb(name);
        } else {
            page.crumb(name, round.address()).crumb(part);
        }
    }

    private RoundMessages words() {
        return Preparing.words(page.language());
    }
}
