package org.ronda.process;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronda.kernel.Problems;

/** What {@code If-Match} says was seen: the version of a process, of a phase's words with the number of its terms, or how often a post was corrected. */
final class SeenTag {
    private static final Pattern PROCESS = Pattern.compile("\"(\\d{1,18})\"");
    private static final Pattern NEWS = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern PHASE = Pattern.compile("\"(\\d{1,18})-(\\d{1,9})\"");

    private SeenTag() {}

    static EntityTag of(Process process) {
        return new EntityTag(String.valueOf(process.version()));
    }

    static EntityTag of(ProcessNews news) {
        return new EntityTag(String.valueOf(news.corrections()));
    }

    static int news(String tag) {
        return Integer.parseInt(read(NEWS, tag).group(1));
    }

    static EntityTag of(Phase phase, int terms) {
        return new EntityTag(phase.version() + "-" + terms);
    }

    static long process(String tag) {
        return Long.parseLong(read(PROCESS, tag).group(1));
    }

    static ProcessSetup.Seen phase(String tag) {
        Matcher seen = read(PHASE, tag);
        return new ProcessSetup.Seen(Long.parseLong(seen.group(1)), Integer.parseInt(seen.group(2)));
    }

    private static Matcher read(Pattern shape, String tag) {
        Matcher seen = shape.matcher(tag == null ? "" : tag);
        if (!seen.matches()) {
            throw new ClientErrorException(Problems.UNSEEN);
        }
        return seen;
    }
}
