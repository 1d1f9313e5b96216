package org.ronda.kernel;

import io.quarkus.qute.TemplateExtension;

/** The beginning of a text, cut between words. */
public final class Excerpt {
    private Excerpt() {}

    /** One line of at most that many characters and the ellipsis that says that there is more. */
    @TemplateExtension(namespace = "excerpt")
    public static String of(String text, int length) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= length) {
            return line;
        }
        int end = line.lastIndexOf(' ', length);
        if (end < length / 2) {
            end = Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
        }
        return line.substring(0, end) + "…";
    }

    /** The beginning of a Markdown text, without its marks: {@code {excerpt:ofMarkdown(text, 160)}}. */
    @TemplateExtension(namespace = "excerpt")
    public static String ofMarkdown(String source, int length) {
        return of(Markdown.toText(source), length);
    }
}
