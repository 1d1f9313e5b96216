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
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.ledger.Counts;

/** Setting one process up: its words, its frame, what is missing, publishing, archiving, and what was changed. */
@Path("/setup/{slug}")
class SetupPages {
    @CheckedTemplate(basePath = "setup")
    static class Templates {
        static native TemplateInstance show(
                Process process,
                Course course,
                Checklist checklist,
                ReasonInput input,
                Errors errors,
                boolean isArchivable);

        static native TemplateInstance texts(
                Process process, Language language, TextsInput input, Errors errors, Map<String, String> theirs);

        static native TemplateInstance frame(
                Process process,
                FrameInput input,
                FrameInput theirs,
                Errors errors,
                List<Option> bodies,
                List<Option> levels,
                List<Option> ways,
                List<Option> names,
                boolean isLateForNames);

        static native TemplateInstance log(Process process, Slice<Change> changes);
    }

    @Inject
    Administration administration;

    @Inject
    ProcessSetup setup;

    @Inject
    Processes processes;

    @Inject
    Changes changes;

    @Inject
    DecisionBodies decisionBodies;

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
    public TemplateInstance show(@RestPath String slug) {
        return asked(slug);
    }

    @GET
    @Path("publication")
    public TemplateInstance askPublication(@RestPath String slug) {
        return asked(slug);
    }

    @GET
    @Path("archive")
    public TemplateInstance askArchive(@RestPath String slug) {
        return asked(slug);
    }

    private TemplateInstance asked(String slug) {
        return show(administration.of(slug), kept.as(ReasonInput.class).orElse(ReasonInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("publication")
    public Response publish(@RestPath String slug, @BeanParam ReasonInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.publish(process.id(), input.reason(), viewer.id());
                    return URI.create(process.address());
                },
                errors -> show(administration.of(slug), input, errors));
    }

    @POST
    @Path("archive")
    public Response archive(@RestPath String slug, @BeanParam ReasonInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.archive(process.id(), input.reason(), viewer.id());
                    return URI.create("/setup/" + slug);
                },
                errors -> show(administration.of(slug), input, errors));
    }

    @GET
    @Path("texts/{language}")
    public TemplateInstance texts(@RestPath String slug, @RestPath String language) {
        Process process = administration.of(slug);
        Language of = language(language);
        TextsInput input = kept.as(TextsInput.class).orElseGet(() -> TextsInput.of(process, of));
        return texts(process, of, input, Errors.NONE);
    }

    @POST
    @Path("texts/{language}")
    public Response write(
            @RestPath String slug, @RestPath String language, @BeanParam TextsInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        Language of = language(language);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.describe(
                            process.id(),
                            seen(input.version()),
                            input.in(of, process.description()),
                            input.reason(),
                            viewer.id());
                    return URI.create("/setup/" + slug);
                },
                errors -> texts(process, of, input, errors));
    }

    @GET
    @Path("frame")
    public TemplateInstance frame(@RestPath String slug) {
        Process process = administration.of(slug);
        return frame(process, kept.as(FrameInput.class).orElseGet(() -> FrameInput.of(process)), Errors.NONE);
    }

    @POST
    @Path("frame")
    public Response saveFrame(@RestPath String slug, @BeanParam FrameInput input, @RestForm String nonce) {
        Process process = administration.of(slug);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.describe(
                            process.id(),
                            seen(input.version()),
                            input.in(process.description()),
                            input.reason(),
                            viewer.id());
                    return URI.create("/setup/" + slug);
                },
                errors -> frame(process, input, errors));
    }

    @GET
    @Path("log")
    public TemplateInstance log(@RestPath String slug, @RestQuery String after) {
        Process process = administration.of(slug);
        administration.on(process, words().log());
        return Templates.log(process, changes.of(process, Cursor.parse(after, 1), page.language()));
    }

    private TemplateInstance show(Process process, ReasonInput input, Errors errors) {
        page.titled(process.title().in(page.language()).text())
                .in("setup")
                .crumb(words().setup(), "/setup")
                .crumb(process.title().in(page.language()).text());
        Course course = processes.course(process);
        Timeline timeline = course.timeline();
        boolean isArchivable = process.isPublic() && !process.isArchived() && timeline.hasEnded();
        return Templates.show(process, course, new Checklist(timeline, now.instant()), input, errors, isArchivable);
    }

    private TemplateInstance texts(Process process, Language language, TextsInput input, Errors errors) {
        administration.on(process, words().textsIn(language.ownName()));
        Map<String, String> theirs =
                isOvertaken(process, errors) ? input.unlike(TextsInput.of(process, language)) : Map.of();
        return Templates.texts(process, language, input, errors, theirs);
    }

    /** Whether somebody else saved meanwhile, whose words are shown beside one's own. */
    private static boolean isOvertaken(Process process, Errors errors) {
        return errors.isConflict() && !process.isArchived();
    }

    private TemplateInstance frame(Process process, FrameInput input, Errors errors) {
        administration.on(process, words().frame());
        List<Option> bodies = decisionBodies.offered(process, page.language());
        ProcessMessages words = ProcessSetup.words(page.language());
        List<Option> levels = List.of(
                new Option("INFORM", words.influenceINFORM()),
                new Option("CONSULT", words.influenceCONSULT()),
                new Option("INVOLVE", words.influenceINVOLVE()),
                new Option("COLLABORATE", words.influenceCOLLABORATE()),
                new Option("EMPOWER", words.influenceEMPOWER()));
        List<Option> ways = List.of(
                new Option("NONE", words.eligibleNONE()),
                new Option("EMAIL", words.eligibleEMAIL()),
                new Option("ORGANISATION", words.eligibleORGANISATION()),
                new Option("CODES", words.eligibleCODES()),
                new Option("IN_PERSON", words.eligibleINPERSON()));
        List<Option> names =
                List.of(new Option("ANY", words.publicNamesANY()), new Option("OWN", words.publicNamesOWN()));
        FrameInput theirs = isOvertaken(process, errors) ? FrameInput.of(process) : null;
        return Templates.frame(process, input, theirs, errors, bodies, levels, ways, names, isLateForNames(process));
    }

    /** Whether something was said under whatever name before own ones would be asked for. */
    private boolean isLateForNames(Process process) {
        Counts said = processes.course(process).total();
        return !process.asksOwnNames() && said.contributions() + said.comments() > 0;
    }

    private static long seen(Long version) {
        return version == null ? -1 : version;
    }

    private static Language language(String tag) {
        return Language.of(tag).filter(found -> found.tag().equals(tag)).orElseThrow(NotFoundException::new);
    }

    private SetupMessages words() {
        return administration.words();
    }
}
