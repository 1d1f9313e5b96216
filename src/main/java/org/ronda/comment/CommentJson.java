package org.ronda.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ronda.contribution.Marking;
import org.ronda.kernel.Slice;

/**
 * A comment as programs read it; what was said, by whom and who agreed are null where only the mark is left.
 *
 * @param on what it is about, such as {@code proposal:P-7F3K2Q9M}
 * @param parent the code of what it answers, or null
 * @param quote the words of a clause that it is about, or null
 * @param organisation whether it was said for one
 * @param organisationCode the code of that one, or null
 * @param role the role that its author had there then, or null
 * @param official whether it is an official reply
 * @param office the code of the office that it is an official reply of, or null
 * @param marks what moderation left on it
 * @param words the number of the present version of its words; more than 1 once it was edited
 */
public record CommentJson(
        String code,
        String on,
        String parent,
        int depth,
        String state,
        String stance,
        String body,
        String quote,
        String language,
        String author,
        boolean organisation,
        String organisationCode,
        String role,
        boolean official,
        String office,
        String board,
        String speaker,
        Instant saidAt,
        int words,
        Integer agrees,
        Integer disagrees,
        List<Marking.Mark> marks) {
    /** A page of a thread; {@code next} is null on the last. */
    public record Page(List<CommentJson> items, String next) {
        static Page of(String on, Slice<Voice> voices, Map<Long, List<Marking.Mark>> marks) {
            return new Page(
                    voices.items().stream()
                            .map(voice -> CommentJson.of(on, voice, marks.getOrDefault(voice.id(), List.of())))
                            .toList(),
                    voices.next() == null ? null : voices.next().toString());
        }
    }

    static CommentJson of(String on, Voice voice, List<Marking.Mark> marks) {
        boolean isReadable = voice.isReadable();
        return new CommentJson(
                voice.code(),
                on,
                voice.parent(),
                voice.depth(),
                voice.state().name(),
                isReadable && voice.stance() != null ? voice.stance().name() : null,
                isReadable ? voice.body() : null,
                isReadable ? voice.quote() : null,
                voice.language(),
                isReadable ? voice.author() : null,
                voice.isOrganisation(),
                isReadable ? voice.organisation() : null,
                isReadable && !voice.title().isEmpty() ? voice.title() : null,
                voice.isOfficial(),
                isReadable ? voice.office() : null,
                isReadable ? voice.board() : null,
                isReadable ? voice.speaker() : null,
                voice.saidAt(),
                voice.wordsVersion(),
                isReadable ? voice.agrees() : null,
                isReadable ? voice.disagrees() : null,
                marks);
    }
}
