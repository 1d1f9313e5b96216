package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.LongConsumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Carried;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Sitting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Code;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.process.Process;

/** The third step of a round, for its team: what came in is decided about, one by one, beside the clause that it is about. */
@Path("/processes/{slug}/rounds/{n}/work")
class RoundWorkPages {
    /** Why something is carried to the next round. */
    record CarryInput(@RestForm @Size(max = 4_000) String why) {
        CarryInput {
            why = PlainText.clean(why);
        }
    }

    @CheckedTemplate(basePath = "round")
    static class Templates {
        static native TemplateInstance work(WorkView view, Errors errors);
    }

    @Inject
    Rounds rounds;

    @Inject
    CommitmentReading reading;

    @Inject
    AmendmentReading amendments;

    @Inject
    Docket docket;

    @Inject
    Adopting adopting;

    @Inject
    Answering answering;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    /**
     * @param draft which draft of the round, by its code; the first where none is named
     * @param item what is decided now, by its code
     */
    @GET
    public TemplateInstance work(
            @RestPath String slug,
            @RestPath int n,
            @RestQuery String draft,
            @RestQuery String filter,
            @RestQuery Integer from,
            @RestQuery String item) {
        viewer.writing();
        Round round = rounds.own(slug, n);
        Docket.Filter which = Docket.Filter.of(filter);
        int begin = from == null ? 0 : Math.max(0, from);
        OutcomeInput input = kept.as(OutcomeInput.class)
                .filter(typed -> !typed.does().isEmpty() || !typed.reason().isEmpty())
                .orElse(null);
        String why = kept.as(CarryInput.class).map(CarryInput::why).orElse("");
        return shown(round, draft, which, begin, item, input, why, null, Errors.NONE);
    }

    @POST
    @Path("{code}")
    public Response decide(
            @RestPath String slug,
            @RestPath int n,
            @RestPath String code,
            @BeanParam OutcomeInput input,
            @RestForm String nonce) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        Conflict[] conflict = new Conflict[1];
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    try {
                        adopting.decide(code, input, page.language(), by.id());
                        return back(round, code);
                    } catch (Conflict met) {
                        conflict[0] = met;
                        throw met;
                    }
                },
                errors -> again(round, code, input, "", conflict[0], errors));
    }

    /** Takes back what was decided, as long as it is not public. */
    @POST
    @Path("{code}/undoing")
    public Response undo(@RestPath String slug, @RestPath int n, @RestPath String code, @RestForm String nonce) {
        return act(slug, n, code, "undo", nonce, by -> adopting.undo(code, by));
    }

    /** What was recommended is what a sitting decided. */
    @POST
    @Path("{code}/sitting")
    public Response decided(
            @RestPath String slug,
            @RestPath int n,
            @RestPath String code,
            @RestForm String sitting,
            @RestForm String nonce) {
        return act(
                slug,
                n,
                code,
                "sitting " + sitting,
                nonce,
                by -> adopting.decided(code, sitting == null ? "" : sitting, by));
    }

    @POST
    @Path("{code}/carrying")
    public Response carry(
            @RestPath String slug,
            @RestPath int n,
            @RestPath String code,
            @BeanParam CarryInput input,
            @RestForm String nonce) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    answering.carry(code, input.why(), page.language(), by.id());
                    return back(round, code);
                },
                errors -> again(round, code, null, input.why(), null, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    private Response act(String slug, int n, String code, String what, String nonce, LongConsumer does) {
        Participant by = viewer.writing();
        Round round = rounds.own(slug, n);
        return forms.post(
                new Act(what, code),
                nonce,
                by.id(),
                () -> {
                    does.accept(by.id());
                    return back(round, code);
                },
                errors -> again(round, code, null, "", null, errors));
    }

    private URI back(Round round, String code) {
        Commitment about = Effects.about(contribution(code));
        return URI.create(round.address() + "/work?draft=" + about.code() + "&item=" + code + "#item");
    }

    private static Contribution contribution(String code) {
        return Contribution.ofAnyKind(code).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance again(
            Round round, String code, OutcomeInput input, String why, Conflict conflict, Errors errors) {
        Commitment about = Effects.about(contribution(code));
        if (about == null) {
            throw new NotFoundException();
        }
        return shown(round, about.code(), Docket.Filter.ALL, 0, code, input, why, conflict, errors);
    }

    private TemplateInstance shown(
            Round round,
            String draft,
            Docket.Filter filter,
            int from,
            String item,
            OutcomeInput input,
            String why,
            Conflict conflict,
            Errors errors) {
        List<CommitmentReading.Listed> drafts = reading.in(round);
        CommitmentReading.Listed chosen = drafts.stream()
                .filter(one -> draft == null || one.commitment().code().equals(Code.normalise(draft)))
                .findFirst()
                .orElse(null);
        if (draft != null && chosen == null) {
            throw new NotFoundException();
        }
        Docket.Page list = chosen == null
                ? new Docket.Page(List.of(), null)
                : docket.page(chosen.commitment(), round.stage().phase(), filter, from);
        titled(round);
        return Templates.work(
                new WorkView(
                        round,
                        drafts,
                        docket.tallies(
                                drafts.stream()
                                        .map(CommitmentReading.Listed::commitment)
                                        .toList(),
                                round.stage().phase()),
                        chosen,
                        filter,
                        list,
                        from,
                        item == null || chosen == null ? null : open(chosen.commitment(), item, input, why, conflict)),
                errors);
    }

    private WorkView.Open open(Commitment commitment, String code, OutcomeInput typed, String why, Conflict conflict) {
        Contribution contribution = contribution(code);
        Docket.Item item = docket.item(commitment, contribution).orElseThrow(NotFoundException::new);
        Draft draft = reading.reach(commitment.code());
        Edition edition = CommitmentVersion.working(commitment.id())
                .map(version -> Edition.of(commitment, version))
                .orElse(draft.present());
        Edition.Line working = edition.line(item.clause().id()).orElse(null);
        AmendmentCard card = item.isAmendment() ? amendments.card(draft, (Amendment) contribution) : null;
        OutcomeInput input = typed == null ? OutcomeInput.BLANK : typed;
        if (conflict == null && typed != null && !typed.clause().equals(typed.about())) {
            // another clause was chosen: its words come before those that were typed for the first one
            Edition.Line other = edition.line(typed.clause()).orElse(null);
            if (other != null) {
                input = input.about(
                        typed.clause(),
                        other.text().words() + "\n\n" + typed.words(),
                        edition.version().isWorking() ? other.text().revision() : 1);
            }
        } else if (conflict != null) {
            input = input.about(input.clause(), conflict.merged().words(), conflict.revision());
        } else if (typed == null) {
            input = input.about(
                    item.clause().key(),
                    suggested(card, working),
                    edition.version().isWorking() && working != null
                            ? working.text().revision()
                            : 1);
        }
        return new WorkView.Open(
                item,
                draft.present().line(item.clause().id()).orElse(null),
                working,
                card,
                input,
                why,
                conflict,
                Sitting.of(commitment.processId()),
                edition.lines().stream()
                        .map(line -> new Option(line.clause().key(), line.title(page.language())))
                        .toList(),
                Carried.of(contribution.id()),
                CoAuthor.wrote(contribution.id(), viewer.idOrNull()));
    }

    /** The words that the editor begins with: what goes together of an amendment and what is there. */
    private static String suggested(AmendmentCard card, Edition.Line working) {
        String now = working == null ? "" : working.text().words();
        if (card == null) {
            return now;
        }
        return card.amendment().isReplacement()
                ? ThreeWay.merge(card.base().words(), now, card.amendment().proposed())
                        .text()
                : card.amendment().proposed();
    }

    private void titled(Round round) {
        Process process = round.process();
        RoundMessages words = Preparing.words(page.language());
        String name = words.roundN(round.n());
        page.titled(name + " · " + words.work())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.rounds(), process.address() + "/rounds")
                .crumb(name, round.address())
                .crumb(words.work());
    }
}
