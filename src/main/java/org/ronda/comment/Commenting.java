package org.ronda.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.ContributionVersion;
import org.ronda.contribution.Ground;
import org.ronda.contribution.Names;
import org.ronda.contribution.Publishing;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Counter;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Gate;
import org.ronda.process.Owed;
import org.ronda.process.Voters;

/** Says, withdraws, agrees and disagrees. */
@ApplicationScoped
public class Commenting implements Ground {
    @Inject
    EntityManager entityManager;

    @Inject
    Subjects subjects;

    @Inject
    Gate gate;

    @Inject
    Voters voters;

    @Inject
    Names names;

    @Inject
    Publishing publishing;

    @Inject
    Ledger ledger;

    /** Says something in one's own name; for worlds that are built. */
    @Transactional
    public Comment say(String on, String parent, String stance, String body, Participant author, Language language) {
        return say(CommentInput.whole(on, parent, stance, "", body), author, language, Contribution.Channel.WEB)
                .comment();
    }

    /** Says something about words of its subject, in one's own name; for worlds that are built. */
    @Transactional
    public Comment say(String on, String stance, Quote quote, String body, Participant author, Language language) {
        return say(
                        new CommentInput(on, "", stance, "", body, quote.words(), quote.at()),
                        author,
                        language,
                        Contribution.Channel.WEB)
                .comment();
    }

    /** What was said, with the receipt's code. */
    record Said(Comment comment, String receipt) {}

    /** Replies for an office or a board; for worlds that are built. */
    @Transactional
    public Comment answer(
            String on, Comment question, String office, String body, Participant author, Language language) {
        return say(
                        CommentInput.whole(on, question.code(), "", office, body),
                        author,
                        language,
                        Contribution.Channel.WEB)
                .comment();
    }

    /**
     * Says something about a subject, or in reply. Judged at this instant by the gate of the subject's phase; an official
     * reply by that of what it answers, as answering goes on after input ended.
     */
    @Transactional
    Said say(CommentInput input, Participant author, Language language, Contribution.Channel channel) {
        Subject subject = subjects.reach(input.on());
        boolean isReply = !input.parent().isEmpty();
        Comment answered = isReply ? answered(input, subject) : null;
        boolean isOfficial = Names.isOfficial(input.name());
        Gate.Passage passage = isOfficial ? answering(answered, author) : speaking(subject, author);
        keepOpen(subject.scope());
        refuseTooLong(input.body(), passage);
        Names.Name name = isOfficial
                ? names.official(input.name(), author.id(), passage.process(), language, passage.at())
                : names.choose(
                        input.name(),
                        author.id(),
                        subject.process().id(),
                        () -> names.topicsOf(subject.scope()),
                        passage.at());
        Comment comment = new Comment(
                subject.scope(),
                subject.process().id(),
                passage.phase().id(),
                stance(input.stance()),
                input.body(),
                author.id(),
                name.scope(),
                channel,
                language.tag(),
                passage.at());
        if (isReply) {
            comment.answer(stillThere(answered));
        }
        comment.persist();
        if (!isReply) {
            comment.beRoot();
        }
        new CoAuthor(comment, author.id(), name.scope(), passage.at()).persist();
        if (!isReply) {
            comment.quotes(subjects.point(comment, new Quote(input.quote(), input.at())));
        }
        boolean isOwed = comment.stance() == Comment.Stance.QUESTION
                        && passage.contract().owes(Owed.QUESTION)
                || !isReply && subject.hasWords() && passage.contract().owes(Owed.CLAUSE_COMMENT);
        Instant due = isOwed ? passage.contract().answers().dueAt() : null;
        return new Said(comment, publishing.send(comment, name, passage, due, author.id()));
    }

    private static Comment answered(CommentInput input, Subject subject) {
        return Comment.byCode(input.parent())
                .filter(found -> found.subject().equals(subject.scope()) && found.publishedAt() != null)
                .orElseThrow(NotFoundException::new);
    }

    private Gate.Passage speaking(Subject subject, Participant author) {
        if (!subject.mayComment()) {
            throw Refused.conflict(speaking -> words(speaking).closed());
        }
        return gate.pass(subject.stage().phase().id(), Action.COMMENT, author.id());
    }

    /** An office or a board answers what somebody said, and begins no thread of its own. */
    private Gate.Passage answering(Comment answered, Participant author) {
        if (answered == null) {
            throw Refused.invalid("name", speaking -> words(speaking).officeOnlyReplies());
        }
        return gate.answer(answered.phaseId(), author.id());
    }

    /**
     * Puts other words in the place of the present ones, while input is open. Soon after it was said and while nobody
     * reacted or replied, the version stays the same; later it is a new version, and the comment is marked as edited.
     *
     * @param seen the version that the author saw, or null where none was named
     * @return the receipt's code
     */
    @Transactional
    public String revise(String code, String body, Long seen, Participant author) {
        Comment comment = own(code, author);
        Gate.Passage passage = comment.isOfficial()
                ? gate.answer(comment.phaseId(), author.id())
                : gate.pass(comment.phaseId(), Action.COMMENT, author.id());
        keepOpen(comment.subject());
        // in the order in which a reply takes them, so that neither waits for the other
        names.refuseUnlessSpeaking(comment, author.id(), passage.at());
        comment.hold();
        boolean isWaiting = comment.isUnconfirmed() && comment.isBy(author.id());
        if (!comment.isPublished() && !isWaiting) {
            throw Refused.conflict(language -> words(language).notEditable());
        }
        if (!isWaiting) {
            names.refuseAlone(comment);
        }
        if (seen != null && seen != comment.version()) {
            throw new ChangedMeanwhile();
        }
        if (body.equals(comment.body())) {
            throw Refused.invalid("body", language -> words(language).unchanged());
        }
        refuseTooLong(body, passage);
        if (isWaiting) {
            comment.rewriteAs(body, true);
            return publishing.sendAnew(comment, passage, author.id());
        }
        boolean inPlace = isInEditWindow(comment, passage.at());
        comment.rewriteAs(body, inPlace);
        if (inPlace) {
            ContributionVersion.of(comment.id(), comment.wordsVersion())
                    .orElseThrow()
                    .write(comment.words(), passage.at());
        } else {
            new ContributionVersion(comment, ContributionVersion.Change.CORRECTION, passage.at(), author.id())
                    .persist();
        }
        return publishing.revised(comment, ContributionVersion.Change.CORRECTION, passage.at(), author.id());
    }

    /** Whether a change still replaces the words in place: for a while, and only as long as nobody relied on them. */
    boolean isInEditWindow(Comment comment, Instant at) {
        return comment.wordsVersion() == 1
                && at.isBefore(comment.publishedAt().plus(Publishing.EDIT_WINDOW))
                && !isReliedOn(comment);
    }

    /** Whether somebody reacted or replied. A reply to the deepest stands beside it, so whatever came there later may be one. */
    private boolean isReliedOn(Comment comment) {
        Number relying = (Number) entityManager
                .createNativeQuery("select (select count(*) from reaction where contribution_id = :id)"
                        + " + (select count(*) from thread_comment where parent_id = :id"
                        + " or parent_id = :beside and id <> :id and spoken_at >= :since)"
                        + " + (select count(*) from outcome where contribution_id = :id)")
                .setParameter("id", comment.id())
                .setParameter("beside", comment.isDeepest() ? comment.parentId() : 0L)
                .setParameter("since", comment.spokenAt())
                .getSingleResult();
        return relying.longValue() > 0;
    }

    /** Takes a comment back; its mark and the replies to it stay. */
    @Transactional
    public String withdraw(String code, Participant author) {
        Comment comment = own(code, author);
        Gate.Passage passage = gate.look(comment.phaseId());
        names.refuseUnlessSpeaking(comment, author.id(), passage.at());
        comment.hold();
        refuseWithdrawn(comment);
        return publishing.withdraw(comment, passage.at(), author.id());
    }

    private Comment own(String code, Participant author) {
        return Comment.byCode(code)
                .filter(found -> names.isOneOf(found, author.id()))
                .orElseThrow(NotFoundException::new);
    }

    /** Agrees with a comment as it is now; for worlds that are built. */
    @Transactional
    public Optional<String> react(String code, int direction, Participant by) {
        return react(code, direction, null, by);
    }

    /**
     * Agrees (1), disagrees (−1, where the phase takes it) or takes that back (0); one for each voter and comment.
     *
     * @param seen the version that was read, or null where none was named; nobody agrees with words that came after it
     * @return the receipt's code, or nothing when nothing changed
     */
    @Transactional
    Optional<String> react(String code, int direction, Long seen, Participant by) {
        Comment comment = Comment.byCode(code)
                .filter(found -> found.publishedAt() != null)
                .orElseThrow(NotFoundException::new);
        Gate.Passage passage = direction == 0
                ? gate.passAny(comment.phaseId())
                : gate.pass(comment.phaseId(), Action.COMMENT, by.id());
        if (direction < -1
                || direction > 1
                || direction == -1 && !passage.contract().hasDisagree()) {
            throw Refused.conflict(language -> words(language).closed());
        }
        if (CoAuthor.wrote(comment.id(), by.id())) {
            throw Refused.conflict(language -> words(language).agreeNotOwn());
        }
        long voter = voters.of(by.id(), comment.processId());
        voters.lock(voter);
        if (direction != 0) {
            keepOpen(comment.subject());
        }
        if (publishing.keepPublished(comment.id()).isEmpty()) {
            throw Refused.conflict(language -> words(language).agreeGone());
        }
        if (direction != 0 && seen != null) {
            // as it is now that nobody can change it
            entityManager.refresh(comment);
            if (seen != comment.version()) {
                throw Refused.conflict(language -> words(language).agreeTextChanged());
            }
        }
        // the other reaction, taken away; the delete says whether it was there
        int taken = 0;
        for (int other : List.of(1, -1)) {
            if (other != direction && remove(voter, comment, other)) {
                taken = other;
            }
        }
        Event event = Event.of(verb(direction, taken != 0), comment.scope())
                .in(comment.processId())
                .at(passage.at())
                .by(by.id(), Scope.person(by.id()))
                .saying(Map.of("comment", comment.code(), "direction", String.valueOf(direction)));
        if (taken != 0) {
            event = event.counting(comment.scope(), 0, taken == 1 ? Counter.AGREES : Counter.DISAGREES, -1);
        }
        if (direction != 0 && insert(voter, comment, direction, passage.at())) {
            event = event.counting(comment.scope(), 0, direction == 1 ? Counter.AGREES : Counter.DISAGREES, 1);
        }
        return event.deltas().isEmpty() ? Optional.empty() : Optional.of(ledger.record(event));
    }

    /** Nothing is added under the mark of a contribution: it stays published until this transaction ends. */
    @Override
    public void keep(Contribution contribution) {
        if (contribution instanceof Comment comment) {
            keepOpen(comment.subject());
            if (comment.parentId() != null) {
                stillThere(Comment.findById(comment.parentId()));
            }
        }
    }

    private void keepOpen(Scope subject) {
        if (subject.kind() == Scope.Kind.CONTRIBUTION
                && publishing.keepPublished(subject.id()).isEmpty()) {
            throw Refused.conflict(language -> words(language).closed());
        }
    }

    /** What is answered: its author or a moderator may have been faster than who answers. */
    private Comment stillThere(Comment answered) {
        if (publishing.keepPublished(answered.id()).isEmpty()) {
            throw Refused.conflict(language -> words(language).answeredGone());
        }
        return answered;
    }

    private static String verb(int direction, boolean isChange) {
        if (direction == 0) {
            return "reaction.withdrawn";
        }
        return isChange ? "reaction.changed" : "reaction.given";
    }

    private boolean remove(long voter, Comment comment, int direction) {
        return entityManager
                        .createNativeQuery("delete from reaction where voter_id = :voter and contribution_id = :comment"
                                + " and direction = :direction")
                        .setParameter("voter", voter)
                        .setParameter("comment", comment.id())
                        .setParameter("direction", direction)
                        .executeUpdate()
                == 1;
    }

    private boolean insert(long voter, Comment comment, int direction, Instant at) {
        return entityManager
                        .createNativeQuery("insert into reaction (voter_id, contribution_id, direction, given_at)"
                                + " values (:voter, :comment, :direction, :at) on conflict do nothing")
                        .setParameter("voter", voter)
                        .setParameter("comment", comment.id())
                        .setParameter("direction", direction)
                        .setParameter("at", at)
                        .executeUpdate()
                == 1;
    }

    private static Comment.Stance stance(String typed) {
        try {
            return typed.isEmpty() ? null : Comment.Stance.valueOf(typed.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refused.invalid("stance", language -> words(language).unknownStance());
        }
    }

    private static void refuseTooLong(String body, Gate.Passage passage) {
        int most = passage.contract().limits().maxLength();
        if (body.length() > most) {
            throw Refused.invalid("body", language -> words(language).tooLong(body.length(), most));
        }
    }

    static void refuseWithdrawn(Comment comment) {
        if (comment.isWithdrawn()) {
            throw Refused.conflict(language -> words(language).alreadyWithdrawn());
        }
    }

    static Refused empty() {
        return Refused.invalid("body", language -> words(language).empty());
    }

    static CommentMessages words(Language language) {
        return Wording.of(CommentMessages.class, language);
    }
}
