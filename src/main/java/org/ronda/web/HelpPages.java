package org.ronda.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** First steps for residents, moderators and who sets a process up, in the visitor's language. */
@Path("/help")
class HelpPages {
    private static final Map<Language, List<Chapter>> CHAPTERS = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            CHAPTERS.put(language, chapters("/help/" + language.tag() + ".md"));
        }
    }

    /** One part of the help, with its words in Markdown. */
    record Chapter(int n, String title, String body) {}

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance help(List<Chapter> chapters);
    }

    @Inject
    Page page;

    @GET
    public TemplateInstance help() {
        WebMessages words = Wording.of(WebMessages.class, page.language());
        page.titled(words.help()).shared(words.helpLead());
        return Templates.help(CHAPTERS.get(page.language()));
    }

    /** A chapter begins with a line that begins with {@code ## }. */
    private static List<Chapter> chapters(String file) {
        List<String> parts = Arrays.stream(read(file).split("(?m)^## "))
                .filter(part -> !part.isBlank())
                .toList();
        return parts.stream()
                .map(part -> new Chapter(
                        parts.indexOf(part) + 1,
                        part.lines().findFirst().orElseThrow().strip(),
                        part.substring(part.indexOf('\n')).strip()))
                .toList();
    }

    private static String read(String file) {
        try (InputStream bytes = HelpPages.class.getResourceAsStream(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
