package org.ronda.kernel;

import java.util.List;

/**
 * What a mail says, before it is made into plain text and HTML. Addresses are paths of this Ronda.
 *
 * @param opening its first paragraphs
 * @param leaving how no more of these are sent, or null where it is about one thing only
 */
public record Letter(String subject, List<String> opening, List<Section> sections, Leaving leaving) {
    /** @param title may be empty */
    public record Section(String title, List<Item> items) {}

    /** A link, and what is said about it. */
    public record Item(String link, String path, String words) {}

    /** @param path takes a POST that ends these mails, without a session (RFC 8058) */
    public record Leaving(String words, String path) {}

    /** Titles that people gave go into the subject, which is one line. */
    public Letter {
        subject = subject.replaceAll("\\s+", " ").strip();
    }
}
