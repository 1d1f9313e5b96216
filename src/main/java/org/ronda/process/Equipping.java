package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.StoredFile;
import org.ronda.kernel.StoredFiles;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/** What a process has beside its phases: news, topics, things to read first, people with a role. */
@ApplicationScoped
public class Equipping {
    /** As many topics as a person can still choose from. */
    private static final int MOST_TOPICS = 40;

    private static final int MOST_READINGS = 20;

    @Inject
    ProcessSetup setup;

    @Inject
    StoredFiles files;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Only a public process has news; a post is public at once. */
    @Transactional
    public String announce(long processId, NewsInput input, long by) {
        input.refuseHalves();
        Process process = setup.changeable(processId, by);
        if (!process.isPublic()) {
            throw Refused.conflict(language -> words(language).newsNotYet());
        }
        ProcessNews news = new ProcessNews(processId, input.title(), input.body(), by, now.atGate());
        news.persist();
        record("news.published", process, news, null, by, news.publishedAt());
        return news.code();
    }

    /** Other words for a post that everybody could read: why is public, and so is what it said before. */
    @Transactional
    void correct(long processId, String code, NewsInput input, long by) {
        input.refuseHalves();
        Process process = setup.changeable(processId, by);
        ProcessNews news = ProcessNews.byCode(processId, code).orElseThrow(NotFoundException::new);
        ProcessSetup.refuseOlder(input.corrections() == null ? -1 : input.corrections(), news.corrections());
        ProcessSetup.refuseSilence(process, input.reason());
        if (input.title().equals(news.title()) && input.body().equals(news.body())) {
            throw Refused.invalid("reason", language -> words(language).newsUnchanged());
        }
        Instant at = now.atGate();
        news.correct(input.title(), input.body(), input.reason(), by, at).persist();
        record("news.corrected", process, news, input.reason(), by, at);
    }

    private void record(String kind, Process process, ProcessNews news, String reason, long by, Instant at) {
        Map<String, String> content = new LinkedHashMap<>();
        news.title().texts().forEach((tag, text) -> content.put("title_" + tag, text.text()));
        news.body().texts().forEach((tag, text) -> content.put("body_" + tag, text.text()));
        if (reason != null) {
            content.put("reason", reason);
        }
        ledger.record(Event.of(kind, process.scope())
                .in(process.id())
                .at(at)
                .by(by, Scope.person(by))
                .saying(content));
    }

    @Transactional
    String addTopic(long processId, TopicInput input, long by) {
        Process process = changeable(processId, input.reason(), by);
        Translated title = Translated.of(input.titleEs(), input.titleEn(), input.titleFr());
        if (title.isEmpty()) {
            throw Refused.invalid("titleEs", language -> words(language).titleMissing());
        }
        List<Topic> present = Topic.of(processId);
        if (present.size() >= MOST_TOPICS) {
            throw Refused.invalid("titleEs", language -> words(language).tooManyTopics());
        }
        Topic topic = new Topic(processId, null, Topic.lastPosition(processId) + 1, title, now.atGate());
        topic.persist();
        setup.record("process.changed", process, process.scope(), input.reason(), by, title);
        return topic.code();
    }

    /** A topic that is public stays: contributions may name it. */
    @Transactional
    void removeTopic(long processId, String code, long by) {
        Process process = setup.changeable(processId, by);
        if (process.isPublic()) {
            throw Refused.conflict(language -> words(language).topicIsPublic());
        }
        Topic topic =
                Topic.byCodes(processId, List.of(code)).stream().findFirst().orElseThrow(NotFoundException::new);
        topic.delete();
        setup.record("process.changed", process, process.scope(), null, by, topic.title());
    }

    @Transactional
    public long addReading(long processId, ReadingInput input, long by) {
        Process process = changeable(processId, input.reason(), by);
        Translated title = input.title();
        String first = process.languages().stream()
                .findFirst()
                .map(ReadingInput::field)
                .orElseThrow();
        if (title.isEmpty()) {
            throw Refused.invalid(first, language -> words(language).titleMissing());
        }
        if (input.hasFile() == !input.url().isEmpty()) {
            throw Refused.invalid("url", language -> words(language).linkOrFile());
        }
        List<ProcessReading> present = ProcessReading.of(processId);
        if (present.size() >= MOST_READINGS) {
            throw Refused.invalid(first, language -> words(language).tooManyReadings());
        }
        int position =
                present.stream().mapToInt(reading -> reading.position).max().orElse(0) + 1;
        StoredFile file = input.hasFile() ? stored(input) : null;
        ProcessReading reading =
                new ProcessReading(processId, position, title, file == null ? input.url() : null, file);
        reading.persist();
        setup.record("process.changed", process, process.scope(), input.reason(), by, title);
        return reading.id();
    }

    @Transactional
    void removeReading(long processId, long readingId, String reason, long by) {
        Process process = changeable(processId, reason, by);
        ProcessReading reading = ProcessReading.of(processId).stream()
                .filter(one -> one.id() == readingId)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        reading.delete();
        setup.record("process.changed", process, process.scope(), reason, by, reading.title());
    }

    @Transactional
    void appoint(long processId, RoleInput input, long by) {
        Process process = setup.administered(processId, by);
        Participant holder = Participant.one(input.who());
        Role role = Arrays.stream(Role.values())
                .filter(one -> one.name().equals(input.role()))
                .findFirst()
                .orElseThrow(() ->
                        Refused.invalid("role", language -> words(language).choose()));
        setup.appoint(process.id(), holder.id(), role, by);
    }

    private StoredFile stored(ReadingInput input) {
        try (InputStream content = Files.newInputStream(input.file().uploadedFile())) {
            return files.store("file", input.file().fileName(), content);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Process changeable(long processId, String reason, long by) {
        Process process = setup.changeable(processId, by);
        ProcessSetup.refuseSilence(process, reason);
        return process;
    }

    private static SetupMessages words(Language language) {
        return Wording.of(SetupMessages.class, language);
    }
}
