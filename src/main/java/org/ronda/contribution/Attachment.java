package org.ronda.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /** A line as the words of a version keep it: whoever has the file can compute its hash again. */
    public String asWords() {
        return key() + caption;
    }

    /**
     * The files of a version with the captions that its words have: a passage that a moderator took out of them is out
     * of the captions too.
     */
    public static List<Attachment> saidIn(String words, List<Attachment> files) {
        List<String> lines = words.lines().toList();
        List<Attachment> said = new ArrayList<>();
        for (Attachment file : files) {
            String line = said.size() < lines.size() ? lines.get(said.size()) : "";
            said.add(
                    line.startsWith(file.key())
                            ? new Attachment(
                                    file.file,
                                    file.place,
                                    line.substring(file.key().length()))
                            : file);
        }
        return said;
    }

    /** Such words with other captions; the hash and the name of each file, which prove it, stay. */
    public static String recaptioned(String words, UnaryOperator<String> caption) {
        return words.lines()
                .map(line -> {
                    int beginning = line.indexOf(' ', line.indexOf(' ') + 1) + 1;
                    return line.substring(0, beginning) + caption.apply(line.substring(beginning));
                })
                .collect(Collectors.joining("\n"));
    }

    private String key() {
        return file.hash() + " " + name() + " ";
    }
}
