package org.ronda.commitment;

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
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.process.Process;

/** The working version of a draft: for its team, and for nobody else there. */
@Path("/commitments/{code}/work")
class WorkPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance work(Edition edition, FactsSheet facts, boolean isMerged, Errors errors);

        static native TemplateInstance clause(
                Edition edition, Edition.Line line, ClauseInput input, Conflict conflict, Errors errors);

        static native TemplateInstance split(Edition edition, Edition.Line line, SplitInput input, Errors errors);
    }

    @Inject
    CommitmentReading reading;

    @Inject
    Drafting drafting;

    @Inject
    Arranging arranging;

    @Inject
    FactsSheets sheets;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance work(@RestPath String code, @RestQuery boolean merged) {
        viewer.writing();
        return shown(code, merged, Errors.NONE);
    }

    /** Begins the next version. */
    @POST
    public Response begin(@RestPath String code, @RestForm String nonce) {
        return act(code, "begin", nonce, by -> {
            drafting.beginVersion(code, by);
            return "";
        });
    }

    @POST
    @Path("facts")
    public Response state(@RestPath String code, @BeanParam FactsInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Commitment commitment = reading.own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    drafting.state(code, sheets.facts(input), sheets.expected(input), input.seen(), by.id());
                    return URI.create(commitment.address() + "/work");
                },
                errors -> page(Edition.working(reading.own(code)), input, false, errors));
    }

    @POST
    @Path("clauses")
    public Response add(@RestPath String code, @RestForm String after, @RestForm String kind, @RestForm String nonce) {
        return act(
                code,
                "add " + kind + " after " + after,
                nonce,
                by -> "/clauses/" + arranging.add(code, after == null ? "" : after, kind(kind), by));
    }

    @GET
    @Path("clauses/{key}")
    public TemplateInstance clause(@RestPath String code, @RestPath String key) {
        viewer.writing();
        Edition edition = Edition.working(reading.own(code));
        Edition.Line line = edition.line(key).orElseThrow(NotFoundException::new);
        return form(edition, line, kept.as(ClauseInput.class).orElse(ClauseInput.of(line.text())), null, Errors.NONE);
    }

    @POST
    @Path("clauses/{key}")
    public Response save(
            @RestPath String code, @RestPath String key, @BeanParam ClauseInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Commitment commitment = reading.own(code);
        Conflict[] conflict = new Conflict[1];
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    try {
                        Drafting.Saved saved = drafting.save(code, key, input.wording(), input.revision(), by.id());
                        return URI.create(
                                commitment.address() + "/work" + (saved.isMerged() ? "?merged=true" : "") + "#" + key);
                    } catch (Conflict met) {
                        conflict[0] = met;
                        throw met;
                    }
                },
                errors -> {
                    Edition edition = Edition.working(reading.own(code));
                    return form(
                            edition,
                            edition.line(key).orElseThrow(NotFoundException::new),
                            conflict[0] == null ? input : input.after(conflict[0]),
                            conflict[0],
                            errors);
                });
    }

    @POST
    @Path("clauses/{key}/move")
    public Response move(@RestPath String code, @RestPath String key, @RestForm String way, @RestForm String nonce) {
        return act(code, "move " + key + " " + way, nonce, by -> {
            arranging.move(code, key, "up".equals(way), by);
            return "#" + key;
        });
    }

    @GET
    @Path("clauses/{key}/split")
    public TemplateInstance askSplit(@RestPath String code, @RestPath String key) {
        viewer.writing();
        Edition edition = Edition.working(reading.own(code));
        Edition.Line line = edition.line(key).orElseThrow(NotFoundException::new);
        SplitInput input = kept.as(SplitInput.class).orElse(SplitInput.of(line.text()));
        return splitting(edition, line, input, Errors.NONE);
    }

    @POST
    @Path("clauses/{key}/split")
    public Response split(
            @RestPath String code, @RestPath String key, @BeanParam SplitInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Commitment commitment = reading.own(code);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    String fresh = arranging.split(code, key, input.first(), input.second(), input.revision(), by.id());
                    return URI.create(commitment.address() + "/work#" + fresh);
                },
                errors -> {
                    Edition edition = Edition.working(reading.own(code));
                    return splitting(edition, edition.line(key).orElseThrow(NotFoundException::new), input, errors);
                });
    }

    @POST
    @Path("clauses/{key}/join")
    public Response join(
            @RestPath String code,
            @RestPath String key,
            @RestForm int revision,
            @RestForm int next,
            @RestForm String nonce) {
        return act(code, "join " + key + " " + revision + " " + next, nonce, by -> {
            arranging.join(code, key, revision, next, by);
            return "#" + key;
        });
    }

    @POST
    @Path("clauses/{key}/removal")
    public Response remove(
            @RestPath String code, @RestPath String key, @RestForm int revision, @RestForm String nonce) {
        return act(code, "remove " + key + " " + revision, nonce, by -> {
            arranging.remove(code, key, revision, by);
            return "";
        });
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    /** @param does says where of the working version to go then */
    private Response act(String code, String what, String nonce, LongFunction<String> does) {
        Participant by = viewer.writing();
        String work = reading.own(code).address() + "/work";
        return forms.post(
                new Act(what, code),
                nonce,
                by.id(),
                () -> URI.create(work + does.apply(by.id())),
                errors -> shown(code, false, errors));
    }

    private static Clause.Kind kind(String typed) {
        return Arrays.stream(Clause.Kind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Drafting.invalid("kind", CommitmentMessages::chooseKind));
    }

    private TemplateInstance shown(String code, boolean isMerged, Errors errors) {
        Edition edition = Edition.working(reading.own(code));
        FactsInput input = kept.isFor(edition.commitment().address() + "/work/facts")
                ? kept.as(FactsInput.class).orElseThrow()
                : sheets.input(edition.version());
        return page(edition, input, isMerged, errors);
    }

    private TemplateInstance page(Edition edition, FactsInput input, boolean isMerged, Errors errors) {
        titled(edition, null);
        return Templates.work(edition, sheets.of(edition.version(), input), isMerged, errors);
    }

    private TemplateInstance form(
            Edition edition, Edition.Line line, ClauseInput input, Conflict conflict, Errors errors) {
        titled(edition, line.title(page.language()));
        return Templates.clause(edition, line, input, conflict, errors);
    }

    private TemplateInstance splitting(Edition edition, Edition.Line line, SplitInput input, Errors errors) {
        titled(edition, Drafting.words(page.language()).splitTitle());
        return Templates.split(edition, line, input, errors);
    }

    private void titled(Edition edition, String part) {
        Process process = Process.findById(edition.commitment().processId());
        CommitmentMessages words = Drafting.words(page.language());
        String working = words.workingVersion(edition.version().n());
        page.titled(part == null ? edition.title() + " · " + working : part)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.drafts(), process.address() + "/commitments");
        if (part == null) {
            page.crumb(working);
        } else {
            page.crumb(edition.title(), edition.commitment().address() + "/work")
                    .crumb(part);
        }
    }

    /** Kinds of clauses that can be added. */
    static List<Option> kinds(Language language) {
        return Arrays.stream(Clause.Kind.values())
                .filter(kind -> kind != Clause.Kind.TITLE)
                .map(kind -> new Option(kind.name(), kind.in(language)))
                .toList();
    }
}
