package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Publishing;
import org.ronda.identity.Participant;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Admission;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.Processes;
import org.ronda.process.Role;

/**
 * Reports, decides, blocks and looks again. Each locks the row that it is about and asks inside the transaction who may:
 * a moderator of that process, never about their own words, and for a second look never the one who decided first.
 */
@ApplicationScoped
public class Moderating {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    Publishing publishing;

    @Inject
    Admission admission;

    @Inject
    Redaction redaction;

    @Inject
    Ledger ledger;

    @Inject
    Outbox outbox;

    @Inject
    Now now;

    /** Tells the moderators that a contribution breaks a rule; once for each person. Returns the receipt's code. */
    @Transactional
    public String report(String code, ReportInput input, Participant by) {
        Contribution contribution = reportable(code);
        // or else it would wait on the desk when what it is about was hidden a moment before
        if (publishing.keepPublished(contribution.id()).isEmpty()) {
            throw new NotFoundException();
        }
        if (CoAuthor.wrote(contribution.id(), by.id())) {
            throw conflict(ModerationMessages::reportOwn);
        }
        admission.require(Process.findById(contribution.processId()), by.id());
        Rule rule = rule(input.rule());
        Instant at = now.atGate();
        int inserted = entityManager
                .createNativeQuery("insert into report (id, contribution_id, reporter_id, rule, reason, reported_at)"
                        + " values (nextval('report_seq'), :contribution, :reporter, :rule, :reason, :at)"
                        + " on conflict do nothing")
                .setParameter("contribution", contribution.id())
                .setParameter("reporter", by.id())
                .setParameter("rule", rule.name())
                .setParameter("reason", input.reason())
                .setParameter("at", at)
                .executeUpdate();
        if (inserted == 0) {
            throw conflict(ModerationMessages::reportedAlready);
        }
        return ledger.record(Event.of("report.sent", contribution.scope())
                .in(contribution.processId())
                .at(at)
                .by(by.id(), Scope.person(by.id()))
                .saying(Map.of("contribution", contribution.code(), "rule", rule.key())));
    }

    /** What anybody may report: it is public, in a process that they reach. */
    Contribution reportable(String code) {
        return found(code)
                .filter(one -> one.isPublished() && processes.isReached(Process.findById(one.processId())))
                .orElseThrow(NotFoundException::new);
    }

    /** Decides about a contribution as the moderator read it; what was reported about it is decided with it. */
    @Transactional
    public Decision decide(DecisionInput input, Participant moderator) {
        Contribution contribution = locked(found(input.contribution()).orElseThrow(NotFoundException::new));
        Instant at = now.atGate();
        refuseUnlessModerator(contribution.processId(), moderator, at);
        refuseOwn(contribution, moderator);
        Decision.Kind kind =
                Decision.Kind.of(input.act()).orElseThrow(() -> invalid("act", ModerationMessages::actUnknown));
        List<Report> reports = Report.openOn(contribution.id());
        if (!Desk.acts(contribution, !reports.isEmpty()).contains(kind)) {
            throw conflict(ModerationMessages::decidedMeanwhile);
        }
        if (Long.parseLong(input.version()) != contribution.version()) {
            throw conflict(ModerationMessages::changedMeanwhile);
        }
        if (kind == Decision.Kind.REDACT && input.words().length() < 2) {
            throw invalid("words", ModerationMessages::wordsNeeded);
        }
        Decision decision = Decision.about(
                contribution.processId(),
                contribution.id(),
                kind,
                kind.isMeasure() ? rule(input.rule()) : null,
                input.reason(),
                input.words(),
                moderator.id(),
                at);
        decision.persist();
        entityManager.flush();
        entityManager
                .createNativeQuery("update report set decision_id = :decision"
                        + " where contribution_id = :contribution and decision_id is null")
                .setParameter("decision", decision.id())
                .setParameter("contribution", contribution.id())
                .executeUpdate();
        Map<String, String> why = why(decision);
        switch (kind) {
            case HIDE -> {
                List<Long> authors = CoAuthor.of(contribution.id()).stream()
                        .map(CoAuthor::participantId)
                        .toList();
                outbox.put(HiddenLetter.KIND, authors, decision.code());
                publishing.hide(contribution, at, moderator.id(), why);
            }
            case REFUSE -> publishing.refuse(contribution, at, moderator.id(), why);
            case RELEASE -> publishing.release(contribution, at, moderator.id(), why);
            case RESTORE -> restore(contribution, at, moderator, why);
            case REDACT ->
                publishing.redact(contribution, redaction.take(contribution, decision), at, moderator.id(), why, true);
            default -> {
                // what was reported stays as it is: nothing public changes
            }
        }
        return decision;
    }

    /** Keeps the author of a contribution from writing, for some days; a longer block is not cut short by it. */
    @Transactional
    public Decision block(String because, BlockInput input, Participant moderator) {
        Contribution contribution = found(because).orElseThrow(NotFoundException::new);
        Instant at = now.atGate();
        refuseUnlessModerator(contribution.processId(), moderator, at);
        refuseOwn(contribution, moderator);
        Participant author = blockable(contribution, at);
        Instant until = at.plus(Duration.ofDays(Long.parseLong(input.days())));
        if (author.isBlocked(at) && !author.blockedUntil().isBefore(until)) {
            throw conflict(ModerationMessages::blockedLonger);
        }
        author.block(until, input.reason());
        Decision decision = Decision.blocking(
                contribution.processId(),
                author.id(),
                contribution.id(),
                rule(input.rule()),
                input.reason(),
                until,
                moderator.id(),
                at);
        decision.persist();
        record("participant.blocked", decision, at, moderator);
        return decision;
    }

    /** Ends a block before its time. */
    @Transactional
    public Decision unblock(String code, Why why, Participant moderator) {
        Decision block = locked(code);
        Instant at = now.atGate();
        refuseUnlessModerator(block.processId(), moderator, at);
        if (!block.isBlock()) {
            throw new NotFoundException();
        }
        if (!block.isInForce()) {
            throw conflict(ModerationMessages::decidedMeanwhile);
        }
        Decision end = block.unblocking(why.reason(), moderator.id(), at);
        end.persist();
        endBlock(block, at);
        record("participant.unblocked", end, at, moderator);
        return end;
    }

    /** Asks that somebody else looks once more. Whom it concerns may, blocked or not. Returns the receipt's code. */
    @Transactional
    public String askLook(String code, Plea plea, Participant by) {
        Decision decision = locked(code);
        if (!concerns(decision, by)) {
            throw new NotFoundException();
        }
        Instant at = now.atGate();
        if (!decision.mayAskLook(at)) {
            throw conflict(ModerationMessages::lookNotPossible);
        }
        decision.askLook(plea.words(), at);
        return record("look.asked", decision, at, by);
    }

    /** Looks once more: the decision stands, or what it took away comes back. */
    @Transactional
    public Decision look(String code, LookInput input, Participant moderator) {
        Decision decision = locked(code);
        Instant at = now.atGate();
        refuseUnlessModerator(decision.processId(), moderator, at);
        if (decision.decidedBy() == moderator.id()) {
            throw conflict(ModerationMessages::lookByAnother);
        }
        if (concerns(decision, moderator)) {
            throw conflict(ModerationMessages::ownWords);
        }
        if (!decision.isLookOpen()) {
            throw conflict(ModerationMessages::decidedMeanwhile);
        }
        Decision.Outcome outcome = Decision.Outcome.of(input.outcome())
                .orElseThrow(() -> invalid("outcome", ModerationMessages::outcomeUnknown));
        decision.look(outcome, input.reason(), moderator.id(), at);
        if (outcome == Decision.Outcome.UPHELD || !undo(decision, at, moderator, input.reason())) {
            record("look.decided", decision, at, moderator);
        }
        return decision;
    }

    /** Whether it is about what this participant said, or about themself. */
    boolean concerns(Decision decision, Participant somebody) {
        if (decision.participantId() != null) {
            return decision.participantId() == somebody.id();
        }
        return decision.kind() != Decision.Kind.KEEP && CoAuthor.wrote(decision.contributionId(), somebody.id());
    }

    /** Gives back what a decision took, with its own event; answers false where there is nothing left to give back. */
    private boolean undo(Decision decision, Instant at, Participant moderator, String reason) {
        Map<String, String> why = why(decision);
        why.put("reason", reason);
        why.put("look", "changed");
        if (decision.isBlock()) {
            endBlock(decision, at);
            record("participant.unblocked", decision, at, moderator);
            return true;
        }
        Contribution contribution = entityManager.find(Contribution.class, decision.contributionId());
        if (decision.isRedaction()) {
            if (contribution.isWithdrawn()) {
                return false;
            }
            boolean isSealed = contribution.isHidden()
                    || !Decision.redacting(contribution.id()).isEmpty();
            return redaction
                    .giveBack(contribution, decision)
                    .map(words -> publishing.redact(contribution, words, at, moderator.id(), why, isSealed))
                    .isPresent();
        }
        if (!contribution.isHidden()) {
            return false;
        }
        restore(contribution, at, moderator, why);
        return true;
    }

    private void restore(Contribution contribution, Instant at, Participant moderator, Map<String, String> why) {
        Decision.hiding(contribution.id()).forEach(Decision::lift);
        boolean isRedacted = !Decision.redacting(contribution.id()).isEmpty();
        publishing.restore(contribution, at, moderator.id(), why, isRedacted);
    }

    private void endBlock(Decision block, Instant at) {
        Participant blocked = entityManager.find(Participant.class, block.participantId());
        entityManager.refresh(blocked, LockModeType.PESSIMISTIC_WRITE);
        // a longer block may have taken its place, and a shorter one, of another process perhaps, may go on
        if (block.until().equals(blocked.blockedUntil())) {
            blocked.unblock();
            Decision.blocking(blocked.id(), at)
                    .filter(other -> other.id() != block.id())
                    .findFirst()
                    .ifPresent(other -> blocked.block(other.until(), other.reason()));
        }
    }

    private String record(String kind, Decision decision, Instant at, Participant by) {
        Scope subject = decision.participantId() == null
                ? Scope.contribution(decision.contributionId())
                : Scope.person(decision.participantId());
        Map<String, String> content = new LinkedHashMap<>();
        content.put("decision", decision.code());
        if (decision.isLookDone()) {
            content.put("look", decision.isUpheld() ? "upheld" : "changed");
        }
        return ledger.record(Event.of(kind, subject)
                .in(decision.processId())
                .at(at)
                .by(by.id(), Scope.person(by.id()))
                .saying(content));
    }

    private static Map<String, String> why(Decision decision) {
        Map<String, String> why = new LinkedHashMap<>();
        why.put("decision", decision.code());
        why.put("reason", decision.reason());
        if (decision.rule() != null) {
            why.put("rule", decision.rule().key());
        }
        return why;
    }

    /** Whom a block would concern; never staff of any process, as a block keeps them from all; and nobody where the author was erased. */
    private Participant blockable(Contribution contribution, Instant at) {
        if (contribution.authorId() == null) {
            throw conflict(ModerationMessages::nobodyToBlock);
        }
        Participant author = entityManager.find(Participant.class, contribution.authorId());
        entityManager.refresh(author, LockModeType.PESSIMISTIC_WRITE);
        if (ProcessRole.isStaff(author.id(), at)) {
            throw conflict(ModerationMessages::blockStaff);
        }
        return author;
    }

    private static void refuseUnlessModerator(long process, Participant somebody, Instant at) {
        if (!isHolder(process, Role.MODERATOR, somebody, at)) {
            throw new NotFoundException();
        }
    }

    private static boolean isHolder(long process, Role role, Participant somebody, Instant at) {
        return ProcessRole.holders(process, role, at).stream().anyMatch(held -> held.participantId() == somebody.id());
    }

    private static void refuseOwn(Contribution contribution, Participant moderator) {
        if (CoAuthor.wrote(contribution.id(), moderator.id())) {
            throw conflict(ModerationMessages::ownWords);
        }
    }

    private static Optional<Contribution> found(String code) {
        return Contribution.<Contribution>find("code", Code.normalise(code))
                .firstResultOptional()
                .filter(one -> !one.isDraft() && !one.isUnconfirmed());
    }

    private Contribution locked(Contribution contribution) {
        contribution.hold();
        return contribution;
    }

    /** Locks what the decision is about first, as deciding does. */
    private Decision locked(String code) {
        Decision decision = Decision.byCode(code).orElseThrow(NotFoundException::new);
        if (!decision.isBlock()) {
            locked(entityManager.find(Contribution.class, decision.contributionId()));
        }
        entityManager.refresh(decision, LockModeType.PESSIMISTIC_WRITE);
        return decision;
    }

    private static Rule rule(String typed) {
        return Rule.of(typed).orElseThrow(() -> invalid("rule", ModerationMessages::ruleNeeded));
    }

    private static Refused conflict(Function<ModerationMessages, String> reason) {
        return Refused.conflict(language -> reason.apply(words(language)));
    }

    private static Refused invalid(String field, Function<ModerationMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(words(language)));
    }

    static ModerationMessages words(Language language) {
        return Wording.of(ModerationMessages.class, language);
    }
}
