package org.ronda.commitment;

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
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Names;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Differences.Piece;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Processes;
import org.ronda.process.Stage;
import org.ronda.process.Timeline;

/** Proposing a change of a clause, and the list of what is proposed for a draft. */
@Path("/commitments/{code}/amendments")
class AmendPages {
    /** As often as somebody looks how a change reads, in ten minutes. */
    private static final int CHECKS = 60;

    /** What the form says: which other amendment to support, and with which meaning it was seen. */
    private static final Pattern INSTEAD = Pattern.compile("instead:(E-[0-9A-Z]{8}):([0-9]{1,6})");

    /**
     * The form of a change.
     *
     * @param line the clause as the present version has it
     * @param preview what would change, once it was looked at; else null
     * @param rivals open ones on the same words
     * @param names of organisations that it may be said for
     */
    record Sheet(
            Draft draft,
            Stage stage,
            Edition.Line line,
            AmendmentInput input,
            List<Piece> preview,
            List<AmendmentCard> rivals,
            List<Organisation> names,
            Overtaken overtaken) {
        public boolean isChecked() {
            return preview != null;
        }

        public boolean isReplacement() {
            return input.op() == Amendment.Op.REPLACE;
        }

        public boolean isInsertion() {
            return input.op() == Amendment.Op.INSERT_AFTER;
        }

        public boolean isRemoval() {
            return input.op() == Amendment.Op.DELETE;
        }

        public boolean maySend() {
            return stage != null && stage.allows(Action.AMEND);
        }

        public boolean maySupport() {
            return stage != null && stage.maySupport();
        }

        public int longestReason() {
            return stage == null ? 4_000 : stage.contract().limits().maxLength();
        }
    }

    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance amend(Sheet sheet, Errors errors);

        static native TemplateInstance amendments(Draft draft, Edition.Line only, Slice<AmendmentCard> cards);
    }

    @Inject
    CommitmentReading commitments;

    @Inject
    AmendmentReading reading;

    @Inject
    Amending amending;

    @Inject
    Supporting supporting;

    @Inject
    Processes processes;

    @Inject
    Rounds rounds;

    @Inject
    Names names;

    @Inject
    Limits limits;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    /** @param clause of which alone, by its key; all where none is named */
    @GET
    @Compressed
    public TemplateInstance list(@RestPath String code, @RestQuery String clause, @RestQuery String cursor) {
        Draft draft = commitments.reach(code);
        Edition.Line only = clause == null ? null : commitments.everSaid(draft, clause);
        Cursor after = Cursor.parse(cursor, 1);
        titled(draft, words().amendments());
        return Templates.amendments(
                draft,
                only,
                reading.of(
                        draft,
                        processes.timeline(draft.process()),
                        only == null ? null : only.clause(),
                        after == null ? null : Long.valueOf(after.number(0)),
                        AmendmentReading.PAGE));
    }

    /**
     * @param does what the change does, as {@link AmendmentInput} names it
     * @param again one's own, which nobody confirmed in time, to begin with
     */
    @GET
    @Path("new")
    public TemplateInstance open(
            @RestPath String code, @RestQuery String clause, @RestQuery String does, @RestQuery String again) {
        Draft draft = commitments.reach(code);
        AmendmentInput input = kept.as(AmendmentInput.class).orElseGet(() -> fresh(draft, clause, does, again));
        return form(draft, input, false, null, Errors.NONE);
    }

    private AmendmentInput fresh(Draft draft, String clause, String does, String again) {
        if (again != null) {
            Amendment own = amending.own(again, viewer.required());
            String key = Clause.<Clause>findById(own.clauseId()).key();
            CommitmentVersion version = CommitmentVersion.findById(own.versionId());
            return new AmendmentInput(
                    key,
                    own.op().name().toLowerCase(Locale.ROOT),
                    version.n(),
                    own.heading(),
                    own.proposed(),
                    own.reason(),
                    "");
        }
        Edition.Line line = line(draft, clause);
        AmendmentInput asked = new AmendmentInput("", does, 0, "", "", "", "");
        return AmendmentInput.about(draft.present(), line, asked.op());
    }

    private static Edition.Line line(Draft draft, String key) {
        return draft.present().line(key == null ? "" : key).orElseThrow(NotFoundException::new);
    }

    /** @param then {@code check} shows how it reads, {@code send} sends it, {@code instead:…} supports another one */
    @POST
    public Response send(
            @RestPath String code, @BeanParam AmendmentInput input, @RestForm String then, @RestForm String nonce) {
        Participant author = viewer.writing();
        Draft draft = commitments.reach(code);
        Matcher instead = INSTEAD.matcher(then == null ? "" : then);
        if (instead.matches()) {
            return supportInstead(draft, input, instead, nonce, author);
        }
        Overtaken[] overtaken = new Overtaken[1];
        Runnable trying = () -> {
            try {
                amending.send(code, input, author, Contribution.Channel.WEB);
            } catch (Overtaken met) {
                overtaken[0] = met;
                throw met;
            }
        };
        if (!"send".equals(then)) {
            limits.count("amendment.check", CHECKS, Duration.ofMinutes(10));
            Errors errors = forms.tried(input, trying);
            return Response.status(errors.isEmpty() ? 200 : errors.status())
                    .type("text/html;charset=UTF-8")
                    .entity(form(draft, input, errors.isEmpty(), overtaken[0], errors)
                            .render())
                    .build();
        }
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> {
                    limits.countSaying();
                    try {
                        return URI.create("/receipts/"
                                + amending.send(code, input, author, Contribution.Channel.WEB)
                                        .receipt());
                    } catch (Overtaken met) {
                        overtaken[0] = met;
                        throw met;
                    }
                },
                errors -> form(commitments.reach(code), input, false, overtaken[0], errors));
    }

    /** The words that were typed stay in the form, should the support be refused. */
    private Response supportInstead(
            Draft draft, AmendmentInput input, Matcher instead, String nonce, Participant author) {
        Amendment other = reading.everPublished(instead.group(1));
        return forms.post(
                input,
                nonce,
                author.id(),
                () -> URI.create(supporting
                        .give(other, Integer.parseInt(instead.group(2)), author.id())
                        .map(receipt -> "/receipts/" + receipt)
                        .orElse(other.address())),
                errors -> form(draft, input, false, null, errors));
    }

    private TemplateInstance form(
            Draft draft, AmendmentInput input, boolean isChecked, Overtaken overtaken, Errors errors) {
        AmendmentInput shown = overtaken == null ? input : overtaken.again();
        Edition.Line line =
                draft.present().line(shown.clause()).orElseGet(() -> commitments.everSaid(draft, shown.clause()));
        Timeline timeline = processes.timeline(draft.process());
        titled(draft, words().amendTitle());
        return Templates.amend(
                new Sheet(
                        draft,
                        rounds.turn(timeline, draft.commitment(), draft.versions())
                                .stage(),
                        line,
                        shown,
                        isChecked ? AmendmentCard.pieces(shown.op(), line.text().words(), shown.words()) : null,
                        isChecked ? reading.rivals(draft, timeline, line, shown) : List.of(),
                        names.offered(draft.process().id(), List::of),
                        overtaken),
                errors);
    }

    private void titled(Draft draft, String part) {
        page.titled(part)
                .in("processes")
                .crumb(
                        draft.process().title().in(page.language()).text(),
                        draft.process().address())
                .crumb(draft.present().title(), draft.commitment().address())
                .crumb(part);
    }

    private CommitmentMessages words() {
        return Drafting.words(page.language());
    }
}
