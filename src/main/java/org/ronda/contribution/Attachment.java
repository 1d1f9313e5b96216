package org.ronda.contribution;

import org.ronda.kernel.StoredFile;

/**
 * A file that belongs to a contribution, in some of its versions or in all.
 *
 * @param caption what it shows, in words: the text for whoever cannot see it
 */
public record Attachment(StoredFile file, ContributionFile place, String caption) {
    private static final int KILOBYTE = 1024;

    Attachment(StoredFile file, ContributionFile place) {
        this(file, place, place.caption);
    }

    public String code() {
        return file.code();
    }

    public String name() {
        return file.name();
    }

    public String address() {
        return file.address();
    }

    public boolean isImage() {
        return file.isImage();
    }

    public Integer width() {
        return file.width();
    }

    public Integer height() {
        return file.height();
    }

    /** At least one. */
    public int kilobytes() {
        return Math.max(1, file.size() / KILOBYTE);
    }

    public boolean isIn(int version) {
        return place.sinceVersion <= version && (place.untilVersion == null || version < place.untilVersion);
    }

    /** As the words of a version keep it: whoever has the file can compute its hash again. */
    public String asWords() {
        return key() + caption;
    }

    /** With the caption that those words have: a passage that a moderator took out of them is out of it too. */
    public Attachment saidIn(String words) {
        return words.lines()
                .filter(line -> line.startsWith(key()))
                .findFirst()
                .map(line -> new Attachment(file, place, line.substring(key().length())))
                .orElse(this);
    }

    private String key() {
        return file.hash() + " " + name() + " ";
    }
}
