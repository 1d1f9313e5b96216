package org.ronda.process;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** What pages ask about the one who looks: {@code {staff:setsUp}} for the navigation, {@code {staff:administers(id)}}, {@code {staff:steps(process)}}, {@code {staff:moderates(id)}}. */
@TemplateExtension(namespace = "staff")
class SetupTags {
    private SetupTags() {}

    static boolean setsUp() {
        return Arc.container().instance(Viewer.class).get().has(PlatformRole.PROCESS_CREATOR)
                || !Arc.container()
                        .instance(Standing.class)
                        .get()
                        .administered()
                        .isEmpty();
    }

    /** One page of setting a process up. */
    record Step(String name, String address, boolean isHere) {}

    static List<Step> steps(Process process) {
        Page page = Arc.container().instance(Page.class).get();
        SetupMessages words = Wording.of(SetupMessages.class, page.language());
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", words.overview());
        for (Language language : Language.values()) {
            names.put("/texts/" + language.tag(), words.textsIn(language.ownName()));
        }
        names.put("/frame", words.frame());
        names.put("/phases", words.phases());
        names.put("/with/topics", words.topics());
        names.put("/with/reading", words.reading());
        if (process.asks(Eligibility.CODES)) {
            names.put("/with/codes", words.codes());
        }
        names.put("/with/roles", words.roles());
        names.put("/with/news", words.news());
        names.put("/log", words.log());
        String overview = "/setup/" + process.slug();
        return names.entrySet().stream()
                .map(step -> new Step(
                        step.getValue(),
                        overview + step.getKey(),
                        step.getKey().isEmpty()
                                ? page.path().equals(overview)
                                : page.path().startsWith(overview + step.getKey())))
                .toList();
    }

    static boolean attests(long processId) {
        return Arc.container().instance(Standing.class).get().attests(processId);
    }

    static boolean administers(long processId) {
        return Arc.container().instance(Standing.class).get().administers(processId);
    }

    static boolean moderates(long processId) {
        return Arc.container().instance(Standing.class).get().is(processId, Role.MODERATOR);
    }
}
