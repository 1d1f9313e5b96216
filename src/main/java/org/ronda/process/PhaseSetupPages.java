package org.ronda.process;

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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Now;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.Translated;

/** The phases of a process that is set up: adding, changing, ordering, removing, and new terms once they are public. */
@Path("/setup/{slug}/phases")
class PhaseSetupPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance phases(Timeline timeline, Errors errors);

        static native TemplateInstance phase(PhaseForm form, Errors errors);

        static native TemplateInstance terms(Process process, Stage stage, TermsInput input, Errors errors);
    }

    private static final Set<String> ACTS = Set.of("extend", "suspend", "resume", "reopen");

    @Inject
    Administration administration;

    @Inject
    ProcessSetup setup;

    @Inject
    Processes processes;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @GET
    public TemplateInstance list(@RestPath String slug) {
        return list(administration.of(slug), Errors.NONE);
    }

    @GET
    @Path("new")
    public TemplateInstance begin(@RestPath String slug) {
        Process process = administration.of(slug);
        return form(process, null, kept.as(PhaseInput.class).orElseGet(() -> blank(process)), Errors.NONE);
    }

    @POST
    @Path("new")
    public Response add(@RestPath String slug, @BeanParam PhaseInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    Phase.Sketch sketch = input.sketch();
                    Contract contract = input.contract(process.zone(), null);
                    setup.add(
                            process.id(),
                            sketch.kind(),
                            sketch.title(),
                            sketch.ask(),
                            contract,
                            input.reason(),
                            viewer.id());
                    return back(slug);
                },
                errors -> form(process, null, input, errors));
    }

    @GET
    @Path("{code}")
    public TemplateInstance edit(@RestPath String slug, @RestPath String code) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return form(process, phase, kept.as(PhaseInput.class).orElseGet(() -> shown(process, phase)), Errors.NONE);
    }

    @POST
    @Path("{code}")
    public Response save(
            @RestPath String slug, @RestPath String code, @BeanParam PhaseInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    Contract before = ProcessSetup.last(phase.id()).contract();
                    setup.revise(
                            phase.id(),
                            input.sketch(),
                            input.contract(process.zone(), before),
                            input.seen(),
                            input.reason(),
                            viewer.id());
                    return back(slug);
                },
                errors -> form(process, phase, input, errors));
    }

    @GET
    @Path("{code}/terms")
    public TemplateInstance terms(@RestPath String slug, @RestPath String code, @RestQuery String act) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        TermsInput input = kept.as(TermsInput.class).orElseGet(() -> new TermsInput(act, "", "", "", null));
        if (!process.isPublic() || process.isArchived() || !ACTS.contains(input.act())) {
            throw new NotFoundException();
        }
        return terms(process, phase, input, Errors.NONE);
    }

    @POST
    @Path("{code}/terms")
    public Response change(
            @RestPath String slug, @RestPath String code, @BeanParam TermsInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    Contract before = ProcessSetup.last(phase.id()).contract();
                    int seen = input.terms() == null ? -1 : input.terms();
                    setup.change(
                            phase.id(),
                            seen,
                            input.on(before, process.zone(), setup.settled()),
                            input.reason(),
                            viewer.id());
                    return back(slug);
                },
                errors -> terms(process, phase, input, errors));
    }

    @POST
    @Path("{code}/removal")
    public Response remove(@RestPath String slug, @RestPath String code, @RestForm String nonce) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return forms.post(
                new Act("remove", code),
                nonce,
                viewer.id(),
                () -> {
                    setup.remove(phase.id(), viewer.id());
                    return back(slug);
                },
                errors -> list(process, errors));
    }

    @POST
    @Path("{code}/earlier")
    public Response raise(
            @RestPath String slug, @RestPath String code, @BeanParam ReasonInput why, @RestForm String nonce) {
        Process process = administration.of(slug);
        Phase phase = administration.phase(process, code);
        return forms.post(
                why,
                nonce,
                viewer.id(),
                () -> {
                    setup.raise(phase.id(), why.reason(), viewer.id());
                    return back(slug);
                },
                errors -> list(process, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String code) {}

    private static URI back(String slug) {
        return URI.create("/setup/" + slug + "/phases");
    }

    private TemplateInstance list(Process process, Errors errors) {
        administration.on(process, administration.words().phases());
        return Templates.phases(processes.timeline(process), errors);
    }

    private TemplateInstance form(Process process, Phase phase, PhaseInput input, Errors errors) {
        administration.on(
                process,
                phase == null
                        ? administration.words().addPhase()
                        : phase.title().in(page.language()).text());
        PhaseInput present = phase == null ? null : shown(process, phase);
        boolean isOvertaken = errors.isConflict() && phase != null;
        List<Option> rules = isOvertaken
                ? ContractInWords.of(
                        phase.kind(), ProcessSetup.last(phase.id()).contract(), process.zone(), page.language())
                : List.of();
        return Templates.phase(
                new PhaseForm(process, phase, input, isOvertaken ? present : null, rules, present, page.language()),
                errors);
    }

    private TemplateInstance terms(Process process, Phase phase, TermsInput input, Errors errors) {
        SetupMessages words = administration.words();
        String act = switch (Objects.requireNonNullElse(input.act(), "")) {
            case "suspend" -> words.suspend();
            case "resume" -> words.resume();
            case "reopen" -> words.reopen();
            default -> words.extend();
        };
        administration.on(
                process, act + ": " + phase.title().in(page.language()).text());
        Stage stage = processes.timeline(process).of(phase.id()).orElseThrow();
        return Templates.terms(process, stage, input, errors);
    }

    private static PhaseInput shown(Process process, Phase phase) {
        PhaseTerms last = ProcessSetup.last(phase.id());
        return PhaseInput.of(phase.sketch(), last.contract(), process.zone(), phase.version(), last.n());
    }

    /** A phase of proposals for four weeks, after the one that ends last. */
    private PhaseInput blank(Process process) {
        Instant opens = Stream.concat(
                        Stream.of(now.instant().plus(Process.NOTICE)),
                        processes.timeline(process).stages().stream()
                                .map(stage -> stage.contract().endsAt()))
                .max(Instant::compareTo)
                .orElseThrow()
                .atZone(process.zone())
                .plusDays(1)
                .with(LocalTime.of(9, 0))
                .toInstant();
        Instant ends = opens.plus(Duration.ofDays(28));
        Contract contract = Contract.between(opens, ends)
                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT))
                .limited(new Contract.Limits(10, 5, 4_000))
                .answering(Contract.Answers.by(ends.plus(Duration.ofDays(28))));
        return PhaseInput.of(
                new Phase.Sketch(Phase.Kind.PROPOSALS, Translated.EMPTY, Translated.EMPTY),
                contract,
                process.zone(),
                0L,
                0);
    }
}
