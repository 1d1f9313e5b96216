package org.ronda.contribution;

import org.ronda.kernel.StoredFile;

/** A file that belongs to a contribution, in some of its versions or in all. */
public record Attachment(StoredFile file, ContributionFile place) {
    private static final int KILOBYTE = 1024;

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

    /** What it shows, in words: the text for whoever cannot see it. */
    public String caption() {
        return place.caption;
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
        return file.hash() + " " + name() + " " + caption();
    }
}
