package org.ronda.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Variant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronda.TestDatabase;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class TextTagsTest {
    @Inject
    Engine engine;

    private String rendered(String template, Map<String, Object> data) {
        return engine.parse(template, Variant.forContentType("text/html"))
                .render(data)
                .strip();
    }

    @Test
    void markdownIsShownAsHtmlAndNothingElseIs() {
        assertEquals(
                "<p><strong>a</strong> &lt;b&gt;</p>\n|**a** &lt;b&gt;",
                rendered("{#markdown text /}|{text}", Map.of("text", "**a** <b>"))
                        .replace("\n\n", "\n"));
    }

    @Test
    void differencesAreInsertionsAndDeletions() {
        assertEquals(
                "<del>uno</del><ins>&lt;i&gt;</ins> dos",
                rendered("{#differences pieces /}", Map.of("pieces", Differences.between("uno dos", "<i> dos"))));
    }

    @Test
    void aMomentIsWordsForPeopleAndADateForMachines() {
        Now.during(Instant.parse("2026-12-01T00:00:00Z"), () -> {
            assertEquals(
                    "<time datetime=\"2026-12-14T21:00:00Z\">lunes 14 de diciembre, 18:00</time>",
                    rendered(
                            "{#moment at zone=zone /}",
                            Map.of(
                                    "at",
                                    Instant.parse("2026-12-14T21:00:00Z"),
                                    "zone",
                                    ZoneId.of("America/Argentina/Buenos_Aires"))));
            return null;
        });
    }
}
