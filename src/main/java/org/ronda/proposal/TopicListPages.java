package org.ronda.proposal;

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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Role;
import org.ronda.process.Stage;
import org.ronda.process.Standing;
import org.ronda.process.Topic;

/** What came of a topics phase: the list of topics, and for its moderators the work that leads there. */
@Path("/processes/{slug}/phases/{code}/topics")
class TopicListPages {
    @CheckedTemplate(basePath = "topics")
    static class Templates {
        static native TemplateInstance show(
                Process process, Stage stage, List<TopicList> lists, List<TopicReading.Drawn> topics, int inNone);

        static native TemplateInstance prepare(Preparation preparation, GatheringInput input, Errors errors);

        static native TemplateInstance change(
                Process process, Stage stage, Topic topic, TopicTitle input, Errors errors);

        static native TemplateInstance publish(
                Process process, Stage stage, List<TopicReading.Drawn> topics, int left, String note, Errors errors);
    }

    /** What a moderator works on: the topics so far, and entries to be put into them. */
    record Preparation(
            Process process,
            Stage stage,
            List<TopicReading.Drawn> topics,
            Slice<TopicReading.Entry> entries,
            String show,
            String q) {
        public String address() {
            return addressOf(process, stage) + "/preparation";
        }

        /** The topic whose entries are shown, or null. */
        public Topic shown() {
            return topics.stream()
                    .map(TopicReading.Drawn::topic)
                    .filter(topic -> topic.code().equals(show))
                    .findFirst()
                    .orElse(null);
        }

        /** The topic that was chosen before, or else the one whose entries are shown. */
        public String target(GatheringInput input) {
            return input.topic().isEmpty() ? show : input.topic();
        }

        public boolean isShowingAll() {
            return show.equals("all");
        }

        /** This view of the entries, as a query string. */
        public String view() {
            return "?show=" + show + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        }
    }

    /** How the list was arrived at. */
    record Note(@RestForm @Size(max = 3_000) String note) {
        Note {
            note = PlainText.clean(note);
        }
    }

    /** Which entries are looked at, as the form carries it. */
    record View(@RestForm String show, @RestForm String q) {
        View {
            show = show == null ? "" : show.strip();
            q = PlainText.line(q);
        }
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String topic) {}

    @Inject
    Processes processes;

    @Inject
    TopicLists topicLists;

    @Inject
    TopicReading reading;

    @Inject
    Standing standing;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance show(@RestPath String slug, @RestPath String code) {
        Process process = processes.reach(slug);
        Stage stage = topicsStage(process, code);
        on(process, stage, words().title());
        return Templates.show(
                process,
                stage,
                TopicList.of(stage.phase().id()),
                reading.published(stage.phase()),
                reading.inNone(stage.phase()));
    }

    @GET
    @Path("preparation")
    public TemplateInstance prepare(
            @RestPath String slug,
            @RestPath String code,
            @RestQuery String show,
            @RestQuery String q,
            @RestQuery String cursor) {
        return preparation(
                slug,
                code,
                new View(show, q == null ? "" : q),
                cursor,
                kept.as(GatheringInput.class).orElse(GatheringInput.BLANK),
                kept.errors());
    }

    @POST
    @Path("preparation")
    public Response gather(
            @RestPath String slug,
            @RestPath String code,
            @BeanParam GatheringInput input,
            @BeanParam View view,
            @RestForm String nonce) {
        Stage stage = moderated(slug, code);
        long phase = stage.phase().id();
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    if (input.isTakingOut()) {
                        topicLists.takeOut(phase, view.show(), input.entries(), viewer.id());
                    } else {
                        topicLists.gather(phase, input.topic(), input.title(), input.entries(), viewer.id());
                    }
                    return URI.create(page.path() + "?show=" + code(view.show()) + "&q="
                            + URLEncoder.encode(view.q(), StandardCharsets.UTF_8));
                },
                errors -> preparation(slug, code, view, null, input, errors));
    }

    @GET
    @Path("preparation/{topic}")
    public TemplateInstance change(@RestPath String slug, @RestPath String code, @RestPath String topic) {
        Stage stage = moderated(slug, code);
        Topic found = topic(stage, topic);
        return change(slug, stage, found, kept.as(TopicTitle.class).orElseGet(() -> TopicTitle.of(found)), Errors.NONE);
    }

    @POST
    @Path("preparation/{topic}")
    public Response rename(
            @RestPath String slug,
            @RestPath String code,
            @RestPath String topic,
            @BeanParam TopicTitle input,
            @RestForm String nonce) {
        Stage stage = moderated(slug, code);
        Topic found = topic(stage, topic);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    topicLists.rename(stage.phase().id(), topic, input.title(), viewer.id());
                    return preparationOf(slug, code);
                },
                errors -> change(slug, stage, found, input, errors));
    }

    @POST
    @Path("preparation/{topic}/raise")
    public Response raise(
            @RestPath String slug, @RestPath String code, @RestPath String topic, @RestForm String nonce) {
        Stage stage = moderated(slug, code);
        return forms.post(
                new Act("raise", topic),
                nonce,
                viewer.id(),
                () -> {
                    topicLists.raise(stage.phase().id(), topic, viewer.id());
                    return preparationOf(slug, code);
                },
                errors -> preparation(slug, code, new View("", ""), null, GatheringInput.BLANK, errors));
    }

    @POST
    @Path("preparation/{topic}/removal")
    public Response remove(
            @RestPath String slug, @RestPath String code, @RestPath String topic, @RestForm String nonce) {
        Stage stage = moderated(slug, code);
        return forms.post(
                new Act("remove", topic),
                nonce,
                viewer.id(),
                () -> {
                    topicLists.remove(stage.phase().id(), topic, viewer.id());
                    return preparationOf(slug, code);
                },
                errors -> preparation(slug, code, new View("", ""), null, GatheringInput.BLANK, errors));
    }

    @GET
    @Path("publication")
    public TemplateInstance check(@RestPath String slug, @RestPath String code) {
        return publication(
                slug, moderated(slug, code), kept.as(Note.class).map(Note::note).orElse(""), kept.errors());
    }

    @POST
    @Path("publication")
    public Response publish(
            @RestPath String slug, @RestPath String code, @BeanParam Note input, @RestForm String nonce) {
        Stage stage = moderated(slug, code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    topicLists.publish(stage.phase().id(), Translated.of(page.language(), input.note()), viewer.id());
                    return URI.create("/processes/" + slug + "/phases/" + code + "/topics");
                },
                errors -> publication(slug, stage, input.note(), errors));
    }

    private Stage topicsStage(Process process, String code) {
        return processes
                .timeline(process)
                .of(code)
                .filter(stage -> stage.phase().isTopics())
                .orElseThrow(NotFoundException::new);
    }

    /** The phase for whoever moderates its process; to anybody else the work on it does not exist. */
    private Stage moderated(String slug, String code) {
        viewer.writing();
        Process process = processes.reach(slug);
        if (!standing.is(process.id(), Role.MODERATOR)) {
            throw new NotFoundException();
        }
        return topicsStage(process, code);
    }

    private static Topic topic(Stage stage, String code) {
        return Topic.ofPhase(stage.phase().id()).stream()
                .filter(topic -> topic.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance preparation(
            String slug, String code, View view, String cursor, GatheringInput input, Errors errors) {
        Stage stage = moderated(slug, code);
        Process process = processes.reach(slug);
        on(process, stage, words().prepareTitle());
        List<TopicReading.Drawn> topics = reading.prepared(stage.phase());
        Slice<TopicReading.Entry> entries =
                reading.entries(stage.phase(), view.show(), view.q(), topics, Cursor.parse(cursor, 1));
        return Templates.prepare(
                new Preparation(process, stage, topics, entries, view.show(), view.q()), input, errors);
    }

    private TemplateInstance change(String slug, Stage stage, Topic topic, TopicTitle input, Errors errors) {
        Process process = processes.reach(slug);
        on(process, stage, words().changeTitle());
        return Templates.change(process, stage, topic, input, errors);
    }

    private TemplateInstance publication(String slug, Stage stage, String note, Errors errors) {
        Process process = processes.reach(slug);
        on(process, stage, words().publishTitle());
        return Templates.publish(
                process, stage, reading.prepared(stage.phase()), reading.left(stage.phase()), note, errors);
    }

    private void on(Process process, Stage stage, String title) {
        page.titled(title)
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(
                        stage.phase().title().in(page.language()).text(),
                        process.address() + "/phases/" + stage.phase().code())
                .crumb(title);
    }

    private static String addressOf(Process process, Stage stage) {
        return process.address() + "/phases/" + stage.phase().code() + "/topics";
    }

    private static URI preparationOf(String slug, String code) {
        return URI.create("/processes/" + slug + "/phases/" + code + "/topics/preparation");
    }

    /** What was sent as a code, as far as it can be one. */
    private static String code(String sent) {
        return sent.matches("[A-Za-z0-9-]{0,16}") ? sent : "";
    }

    private TopicMessages words() {
        return TopicLists.words(page.language());
    }
}
