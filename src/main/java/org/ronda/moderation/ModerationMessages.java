package org.ronda.moderation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of moderation: rules, decisions, the desk. */
@MessageBundle("moderation")
public interface ModerationMessages {
    @Message
    String ruleRespect();

    @Message
    String ruleDiscrimination();

    @Message
    String rulePrivacy();

    @Message
    String ruleViolence();

    @Message
    String ruleAdvertising();

    @Message
    String ruleOffTopic();

    @Message
    String ruleOther();

    @Message
    String ruleChoose();

    @Message
    String kindHide();

    @Message
    String kindRedact();

    @Message
    String kindRestore();

    @Message
    String kindRelease();

    @Message
    String kindRefuse();

    @Message
    String kindKeep();

    @Message
    String kindBlock();

    @Message
    String kindUnblock();

    @Message
    String actHide();

    @Message
    String actRedact();

    @Message
    String actRestore();

    @Message
    String actRelease();

    @Message
    String actRefuse();

    @Message
    String actKeep();

    @Message
    String actUnknown();

    @Message
    String outcomeUnknown();

    @Message
    String ruleNeeded();

    @Message
    String wordsNeeded();

    @Message
    String wordsNotThere();

    @Message
    String wordsTooOften();

    @Message
    String passageGone();

    @Message
    String reportOwn();

    @Message
    String reportedAlready();

    @Message
    String decidedMeanwhile();

    @Message
    String changedMeanwhile();

    @Message
    String ownWords();

    @Message
    String blockedLonger();

    @Message
    String blockStaff();

    @Message
    String nobodyToBlock();

    @Message
    String lookNotPossible();

    @Message
    String lookByAnother();

    @Message
    String queueReports();

    @Message
    String queueHeld();

    @Message
    String queueLooks();

    @Message
    String queueHidden();

    @Message
    String queueBlocks();

    @Message
    String queueDecided();

    @Message
    String emptyReports();

    @Message
    String emptyHeld();

    @Message
    String emptyLooks();

    @Message
    String emptyHidden();

    @Message
    String emptyBlocks();

    @Message
    String emptyDecided();

    @Message
    String desk();

    @Message
    String deskOf(String process);

    @Message
    String queues();

    @Message
    String toProcess();

    @Message
    String done();

    @Message
    String more();

    @Message
    String nothingOpen();

    @Message
    String nothingWaits();

    @Message
    String reportsN(int n);

    @Message
    String decisionsN(int n);

    @Message
    String chipHidden();

    @Message
    String chipHeld();

    @Message
    String chipWithdrawn();

    @Message
    String chipPublic();

    @Message
    String chipBlocked(String day);

    @Message
    String isWithdrawn();

    @Message
    String decision();

    @Message
    String rule();

    @Message
    String ruleHint();

    @Message
    String words();

    @Message
    String wordsHint();

    @Message
    String source();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String decide();

    @Message
    String blockAuthor();

    @Message
    String until(String when);

    @Message
    String unblock();

    @Message
    String unblockTitle();

    @Message
    String block();

    @Message
    String blockTitle();

    @Message
    String blockLead(String name);

    @Message
    String blockDays();

    @Message
    String blockDaysHint();

    @Message
    String blockReasonHint();

    @Message
    String blockLeaves();

    @Message
    String report();

    @Message
    String reportTitle();

    @Message
    String reportLead();

    @Message
    String whichRule();

    @Message
    String reportReason();

    @Message
    String reportReasonHint();

    @Message
    String reportPrivate();

    @Message
    String moderate();

    @Message
    String cancel();

    @Message
    String place(int n);

    @Message
    String markHidden();

    @Message
    String markRefused();

    @Message
    String markRedacted();

    @Message
    String markMore();

    @Message
    String markLook();

    @Message
    String aboutYou();

    @Message
    String aboutYourWords();

    @Message
    String aboutWhat();

    @Message
    String when();

    @Message
    String untilWhen();

    @Message
    String noEnd();

    @Message
    String standing();

    @Message
    String inForce();

    @Message
    String lifted();

    @Message
    String wordsConcerned();

    @Message
    String onlyYou();

    @Message
    String secondLook();

    @Message
    String lookLead(String day);

    @Message
    String lookNobody();

    @Message
    String plea();

    @Message
    String askLook();

    @Message
    String lookAsked(String day);

    @Message
    String lookGoes();

    @Message
    String lookWaits();

    @Message
    String lookUpheld(String day);

    @Message
    String lookChanged(String day);

    @Message
    String lookNone();

    @Message
    String lookNotYou();

    @Message
    String lookYouWithdrew();

    @Message
    String lookOfWithdrawn();

    @Message
    String lookOutcome();

    @Message
    String lookUphold();

    @Message
    String lookChange();

    @Message
    String mineTitle();

    @Message
    String mineDecisions();

    @Message
    String mineNoDecisions();

    @Message
    String mineReports();

    @Message
    String mineNoReports();

    @Message
    String reportWaits();

    @Message
    String reportGone();

    @Message
    String youAreBlocked(String when);

    @Message
    String mailHidden(String code);

    @Message
    String awaitingLooks(int n, String process);

    @Message
    String awaitingReports(int n, String process);

    @Message
    String awaitingHeld(int n, String process);
}
