package org.ronda.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ronda.kernel.Language;

/** What people of a made-up city write: a proposal a line, and below it what was said of it. */
final class Script {
    /** @param topic the Spanish title of its topic, and {@code district} a district's name or nothing for all of them */
    record Idea(
            String title,
            String problem,
            String solution,
            String district,
            String topic,
            boolean isOrganisation,
            Language language,
            List<Remark> remarks) {}

    /** @param isReply whether the author of the proposal answers what was said before */
    record Remark(boolean isReply, String stance, String words, Language language) {}

    private Script() {}

    static List<Idea> ideas(String file) {
        List<Idea> ideas = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("+")) {
                String[] parts = split(line.substring(1));
                last(ideas).add(new Remark(false, parts[0], parts[1], language(parts, 2)));
            } else if (line.startsWith(">")) {
                String[] parts = split(line.substring(1));
                last(ideas).add(new Remark(true, "", parts[0], language(parts, 1)));
            } else {
                String[] parts = split(line);
                boolean isOrganisation = parts.length > 5 && parts[5].equals("o");
                ideas.add(new Idea(
                        parts[0],
                        parts[1],
                        parts[2],
                        parts[3],
                        parts[4],
                        isOrganisation,
                        language(parts, 6),
                        new ArrayList<>()));
            }
        }
        return ideas;
    }

    /** What could be said of any proposal. */
    static List<Remark> remarks(String file) {
        return lines(file).stream()
                .map(Script::split)
                .map(parts -> parts[0].equals("reply")
                        ? new Remark(true, "", parts[1], Language.ES)
                        : new Remark(false, parts[0], parts[1], Language.ES))
                .toList();
    }

    private static List<Remark> last(List<Idea> ideas) {
        return ideas.get(ideas.size() - 1).remarks();
    }

    static String[] split(String line) {
        return line.strip().split("\\s*\\|\\s*", -1);
    }

    private static Language language(String[] parts, int at) {
        return parts.length > at ? Language.of(parts[at]).orElseThrow() : Language.ES;
    }

    static List<String> lines(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Script.class.getResourceAsStream("/demo/" + file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
