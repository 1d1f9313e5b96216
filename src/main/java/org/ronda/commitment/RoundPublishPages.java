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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.contribution.Sitting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.process.Process;

/** The fourth step of a round, for its team: the next versions of its drafts and the answers become public, in one act. */
@Path("/processes/{slug}/rounds/{n}/publish")
class RoundPublishPages {
    /**
     * What is published, draft by draft in one order.
     *
     * @param drafts their codes
     * @param seen the texts that were read, as {@link Edition#seen} names them; empty where no version is written
     * @param summaries what changed, in the languages of record
     */
    record RoundReleaseInput(
            @RestForm List<String> drafts,
            @RestForm List<String> seen,
            @RestForm List<@Size(max = 2_000) String> summaries) {
        RoundReleaseInput {
            drafts = drafts == null ? List.of() : drafts;
            seen = seen == null ? List.of() : seen;
            summaries = summaries == null
                    ? List.of()
                    : summaries.stream().map(PlainText::clean).toList();
        }

        String summary(int i) {
            return i < summaries.size() ? summaries.get(i) : "";
        }
    }

    /**
     * A draft before it is published.
     *
     * @param working the version that is being written and says something else than the public one, or null
     * @param changes what it changes; null where there is none
     */
    record Due(
            CommitmentReading.Listed draft,
            Edition working,
            Changes changes,
            Docket.Tally tally,
            int undecided,
            String summary) {
        /** How the field of its summary is called in errors. */
        public String field() {
            return "summary-" + draft.commitment().code();
        }

        public String seen() {
            return working == null ? "" : working.seen();
        }
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        static native TemplateInstance publish(
                Round round, List<Due> drafts, List<Option> sittings, int recommended, Errors errors);
    }

    @Inject
    Rounds rounds;

    @Inject
    CommitmentReading reading;

    @Inject
    Docket docket;

    @Inject
    Releasing releasing;

    @Inject
    Adopting adopting;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask(@RestPath String slug, @RestPath int n) {
        viewer.writing();
        return form(rounds.own(slug, n), kept.as(RoundReleaseInput.class).orElse(null), Errors.NONE);
    }

    @POST
    public Response publish(
            @RestPath String slug, @RestPath int n, @BeanParam RoundReleaseInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    releasing.publishRound(input.drafts(), input.seen(), input.summaries(), by.id());
                    return URI.create(round.address());
                },
                errors -> form(rounds.own(slug, n), input, errors));
    }

    /** All that is recommended for the drafts of the round is what that sitting decided. */
    @POST
    @Path("sitting")
    public Response decided(@RestPath String slug, @RestPath int n, @RestForm String sitting, @RestForm String nonce) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        return forms.post(
                new Act("sitting", sitting),
                nonce,
                by.id(),
                () -> {
                    adopting.decidedAll(
                            reading.in(round).stream()
                                    .map(one -> one.commitment().code())
                                    .toList(),
                            sitting == null ? "" : sitting,
                            by.id());
                    return URI.create(round.address() + "/publish");
                },
                errors -> form(rounds.own(slug, n), null, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    private TemplateInstance form(Round round, RoundReleaseInput input, Errors errors) {
        List<CommitmentReading.Listed> drafts = reading.in(round);
        List<Commitment> commitments =
                drafts.stream().map(CommitmentReading.Listed::commitment).toList();
        Map<Long, Docket.Tally> tallies =
                docket.tallies(commitments, round.stage().phase());
        List<Due> due = new ArrayList<>();
        int recommended = 0;
        for (CommitmentReading.Listed draft : drafts) {
            Commitment commitment = draft.commitment();
            Edition present = Edition.of(
                    commitment, CommitmentVersion.present(commitment.id()).orElseThrow());
            Edition working = CommitmentVersion.working(commitment.id())
                    .map(version -> Edition.of(commitment, version))
                    .filter(written -> !present.saysTheSameAs(written.withoutEmpty()))
                    .orElse(null);
            int place = input == null ? -1 : input.drafts().indexOf(commitment.code());
            recommended += docket.recommended(commitment);
            due.add(new Due(
                    draft,
                    working,
                    working == null ? null : Changes.between(present, working.withoutEmpty()),
                    tallies.getOrDefault(commitment.id(), Docket.Tally.NONE),
                    docket.undecided(commitment),
                    place < 0 ? "" : input.summary(place)));
        }
        List<Option> sittings = new ArrayList<>();
        for (Sitting sitting : Sitting.of(round.process().id())) {
            sittings.add(new Option(
                    sitting.code(), Dates.inWords(sitting.heldOn(), page.language()) + " · " + sitting.code()));
        }
        titled(round);
        return Templates.publish(round, due, sittings, recommended, errors);
    }

    private void titled(Round round) {
        Process process = round.process();
        RoundMessages words = Preparing.words(page.language());
        String name = words.roundN(round.n());
        page.titled(name + " · " + words.publish())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.rounds(), process.address() + "/rounds")
                .crumb(name, round.address())
                .crumb(words.publish());
    }
}
