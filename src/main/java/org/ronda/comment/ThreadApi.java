package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Marking;
import org.ronda.contribution.Names;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Limits;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** A thread for programs, whatever it is about; the resources of the kinds of subject answer with it. */
@ApplicationScoped
public class ThreadApi {
    private static final int USUAL = 20;

    /**
     * A new comment; a reply names its parent, has no stance, and may be that of an office or a board.
     *
     * @param quote the words of a clause that it is about; nothing for the whole, and elsewhere
     * @param at the number of the version that was read, where that may not be the present one
     */
    public record Words(
            @NotNull @Size(max = 20_000) String body,
            @Size(max = 16) String parent,
            @Size(max = 16) String stance,
            @Size(max = 40) String organisation,
            @Size(max = 16) String office,
            @Size(max = 16) String board,
            @Size(max = 2_000) String quote,
            @Size(max = 40) String at) {
        CommentInput on(String on) {
            List<String> named = Stream.of(organisation, office, board)
                    .filter(Words::isNamed)
                    .toList();
            boolean isNamedWrong = named.size() > 1
                    || isNamed(office) && !Names.isOffice(office)
                    || isNamed(board) && !Names.isBoard(board)
                    || isNamed(organisation) && Names.isOfficial(organisation);
            if (isNamedWrong) {
                throw new BadRequestException();
            }
            return new CommentInput(on, parent, stance, named.isEmpty() ? organisation : named.get(0), body, quote, at);
        }

        private static boolean isNamed(String name) {
            return name != null && !name.isBlank();
        }
    }

    /** What was done, with its receipt; null when nothing changed. */
    public record Done(String code, String receipt) {}

    @Inject
    Subjects subjects;

    @Inject
    Talks talks;

    @Inject
    Marking marking;

    @Inject
    Commenting commenting;

    @Inject
    Idempotent idempotent;

    @Inject
    Limits limits;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    /** Comments that are no reply, in the order asked for; with {@code root}, the replies to one of them. */
    public CommentJson.Page list(String on, String order, String root, String cursor, Integer limit) {
        int size = limit == null ? USUAL : limit;
        if (root != null && order != null) {
            throw new BadRequestException();
        }
        Subject subject = subjects.reach(on);
        Slice<Voice> voices = root == null
                ? talks.roots(subject, Talks.Order.of(order == null ? "oldest" : order), cursor, size)
                : talks.repliesTo(talks.root(subject, root), cursor, size);
        return CommentJson.Page.of(
                on,
                voices,
                marking.marks(
                        subject.process(),
                        voices.items().stream().map(Voice::id).toList()));
    }

    public Response say(String on, Words words) {
        Participant author = viewer.writing();
        Subject subject = subjects.reach(on);
        return idempotent.write(words, author.id(), () -> {
            if (!subject.hasWords() && Words.isNamed(words.quote())) {
                throw new BadRequestException();
            }
            limits.countSaying();
            Commenting.Said said =
                    commenting.say(checked(words.on(on)), author, page.language(), Contribution.Channel.API);
            String code = said.comment().code();
            return Response.created(URI.create("/api/v1/comments/" + code))
                    .entity(new Done(code, said.receipt()))
                    .build();
        });
    }

    /** What only counts once control characters and spaces at the ends are gone. */
    private CommentInput checked(CommentInput input) {
        if (input.body().isBlank()) {
            throw Commenting.empty();
        }
        return input;
    }
}
