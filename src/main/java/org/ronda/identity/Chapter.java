package org.ronda.identity;

import java.util.Arrays;
import java.util.List;

/**
 * A part of a long text in Markdown: what follows a line that begins with {@code ## }. Headings stand outside the
 * Markdown, so that they are of the right order on the page.
 *
 * @param title empty for what stands before the first heading
 */
record Chapter(String title, String body) {
    static List<Chapter> of(String markdown) {
        return Arrays.stream(("\n" + markdown).split("\n## "))
                .filter(part -> !part.isBlank())
                .map(part -> part.startsWith("\n") ? new Chapter("", part.strip()) : titled(part))
                .toList();
    }

    private static Chapter titled(String part) {
        int end = part.indexOf('\n');
        return end < 0
                ? new Chapter(part.strip(), "")
                : new Chapter(
                        part.substring(0, end).strip(), part.substring(end).strip());
    }
}
