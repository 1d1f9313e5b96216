package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Scope;
import org.ronda.organisation.Spheres;

/** A mandate may be limited to a process that goes on, or to one of its topics. */
@ApplicationScoped
class MandateSpheres implements Spheres {
    private static final int MOST = 100;
    private static final String PROCESS = "process:";
    private static final String TOPIC = "topic:";

    @Inject
    Processes processes;

    @Override
    public List<Option> offered(Language language) {
        List<Process> current = processes.current(null, MOST).items();
        Map<Long, List<Topic>> topics = Topic.<Topic>list(
                        "processId in ?1 and publishedAt is not null order by position, id",
                        current.stream().map(Process::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Topic::processId));
        List<Option> offered = new ArrayList<>();
        for (Process process : current) {
            String title = process.title().in(language).text();
            offered.add(new Option(PROCESS + process.slug(), title));
            topics.getOrDefault(process.id(), List.of())
                    .forEach(topic -> offered.add(new Option(
                            TOPIC + topic.code(),
                            title + " · " + topic.title().in(language).text())));
        }
        return offered;
    }

    @Override
    public Optional<Scope> chosen(String value) {
        if (value.startsWith(PROCESS)) {
            return Process.<Process>find("slug", value.substring(PROCESS.length()))
                    .firstResultOptional()
                    .filter(Process::isPublic)
                    .map(Process::scope);
        }
        if (value.startsWith(TOPIC)) {
            return Topic.<Topic>find("code", Code.normalise(value.substring(TOPIC.length())))
                    .firstResultOptional()
                    .filter(Topic::isPublished)
                    .map(Topic::scope);
        }
        return Optional.empty();
    }
}
