package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;

/** A new process from nothing, from the template, or from another process with its dates moved. */
@ApplicationScoped
class Beginning {
    private static final Set<String> RESERVED = Set.of("new", "setup", "feed", "calendar");

    @Inject
    ProcessSetup setup;

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @Transactional
    Process begin(NewProcessInput input, Language language, long by) {
        String slug = slug(input);
        Translated title = Translated.of(language, input.title());
        return switch (input.from()) {
            case "template" -> fromTemplate(slug, title, start(input, zone), by);
            case "copy" -> copied(slug, title, input, by);
            default -> setup.create(slug, description(title, Translated.EMPTY), by);
        };
    }

    private Process fromTemplate(String slug, Translated title, Instant start, long by) {
        Process process = setup.create(slug, description(title, Blueprint.inAll(SetupMessages::templateSummary)), by);
        for (Blueprint stage : Blueprint.values()) {
            Phase.Sketch sketch = stage.sketch();
            setup.add(process.id(), sketch.kind(), sketch.title(), sketch.ask(), stage.contract(start, zone), null, by);
        }
        return process;
    }

    private Process copied(String slug, Translated title, NewProcessInput input, long by) {
        Process from = Process.<Process>find("slug", input.copyOf())
                .firstResultOptional()
                .filter(found -> ProcessRole.of(by, now.atGate()).stream()
                        .anyMatch(role -> role.processId() == found.id() && role.role() == Role.PROCESS_ADMINISTRATOR))
                .orElseThrow(() ->
                        Refused.invalid("copyOf", language -> words(language).copyUnknown()));
        Process.Description words = from.description();
        Process process = setup.create(
                slug,
                new Process.Description(
                        title,
                        words.summary(),
                        words.decided(),
                        words.notDecided(),
                        words.easyRead(),
                        words.decisionBody(),
                        words.influence(),
                        words.languages(),
                        words.zone(),
                        words.minAge(),
                        words.eligibility(),
                        words.publicNames()),
                by);
        List<Phase> phases = Phase.of(from);
        Instant first = phases.stream()
                .map(phase -> ProcessSetup.last(phase.id()).contract().opensAt())
                .min(Instant::compareTo)
                .orElse(null);
        Duration distance = first == null
                ? null
                : Duration.between(local(first, words.zone()), local(start(input, words.zone()), words.zone()));
        for (Phase phase : phases) {
            Contract contract = ProcessSetup.last(phase.id()).contract().suspended(false);
            setup.add(
                    process.id(),
                    phase.kind(),
                    phase.title(),
                    phase.ask(),
                    contract.movedBy(distance, words.zone()),
                    null,
                    by);
        }
        int position = 1;
        for (Topic topic : Topic.of(from.id())) {
            if (topic.phaseId() == null) {
                new Topic(process.id(), null, position++, topic.title(), now.atGate()).persist();
            }
        }
        for (ProcessReading reading : ProcessReading.of(from.id())) {
            new ProcessReading(process.id(), reading.position, reading.title(), reading.url, reading.file).persist();
        }
        return process;
    }

    private Process.Description description(Translated title, Translated summary) {
        return new Process.Description(
                title,
                summary,
                Translated.EMPTY,
                Translated.EMPTY,
                Translated.EMPTY,
                (Scope) null,
                Influence.CONSULT,
                List.of(Language.values()),
                zone);
    }

    private static LocalDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDateTime();
    }

    private static Instant start(NewProcessInput input, ZoneId zone) {
        return Moment.of("start", input.start(), zone, null)
                .orElseThrow(() ->
                        Refused.invalid("start", language -> words(language).startMissing()));
    }

    private static String slug(NewProcessInput input) {
        String typed = input.slug().isEmpty() ? input.title() : input.slug();
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String slug = plain.substring(0, Math.min(60, plain.length())).replaceAll("^-+|-+$", "");
        if (slug.length() < 3 || RESERVED.contains(slug)) {
            throw Refused.invalid("slug", language -> words(language).slugShape());
        }
        return slug;
    }

    private static SetupMessages words(Language language) {
        return Wording.of(SetupMessages.class, language);
    }
}
