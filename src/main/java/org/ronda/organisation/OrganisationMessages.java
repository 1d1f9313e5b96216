package org.ronda.organisation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of organisations and mandates. */
@MessageBundle("organisation")
public interface OrganisationMessages {
    @Message
    String givenBy(String name);

    @Message
    String organisations();

    @Message
    String indexLead();

    @Message
    String endedOnes();

    @Message
    String none();

    @Message
    String noneEnded();

    @Message
    String more();

    @Message
    String applyTitle();

    @Message
    String applyLead();

    @Message
    String applyNext();

    @Message
    String applyAgain();

    @Message
    String name();

    @Message
    String statement();

    @Message
    String statementHint();

    @Message
    String themes();

    @Message
    String themesHint();

    @Message
    String contact();

    @Message
    String contactHint();

    @Message
    String legal();

    @Message
    String legalHint();

    @Message
    String legalRegistered();

    @Message
    String legalInProcess();

    @Message
    String legalNone();

    @Message
    String yourTitle();

    @Message
    String title();

    @Message
    String titleHint();

    @Message
    String send();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String choose();

    @Message
    String alreadyDecided();

    @Message
    String nameWithoutLetters();

    @Message
    String nameTaken();

    @Message
    String nextChecked();

    @Message
    String isWaiting(String when);

    @Message
    String isRefused(String when);

    @Message
    String hasEnded(String when);

    @Message
    String goesOnIn();

    @Message
    String mergedFrom();

    @Message
    String whatItSays();

    @Message
    String saysNothing();

    @Message
    String whoSpeaks();

    @Message
    String nobodySpeaks();

    @Message
    String everything();

    @Message
    String since(String day);

    @Message
    String until(String day);

    @Message
    String twoPersonOn();

    @Message
    String twoPersonOff();

    @Message
    String about();

    @Message
    String interests();

    @Message
    String noInterests();

    @Message
    String manage();

    @Message
    String peopleTitle();

    @Message
    String editTitle();

    @Message
    String stateInterest();

    @Message
    String endTitle();

    @Message
    String twoPerson();

    @Message
    String twoPersonHint();

    @Message
    String changePublic();

    @Message
    String invited();

    @Message
    String holder();

    @Message
    String makeHolder();

    @Message
    String revoke();

    @Message
    String giveTitle();

    @Message
    String who();

    @Message
    String whoHint();

    @Message
    String aboutWhat();

    @Message
    String from();

    @Message
    String fromHint();

    @Message
    String to();

    @Message
    String toHint();

    @Message
    String mayGive();

    @Message
    String holderHint();

    @Message
    String givePublic();

    @Message
    String invite();

    @Message
    String holderIsForEverything();

    @Message
    String isHolderAlready();

    @Message
    String tooMany(Integer most);

    @Message
    String hasItAlready();

    @Message
    String ranOut();

    @Message
    String lastPerson();

    @Message
    String lastHolder();

    @Message
    String alreadyAnswered();

    @Message
    String alreadyEnded();

    @Message
    String interestLead();

    @Message
    String interestText();

    @Message
    String interestHint();

    @Message
    String state();

    @Message
    String endLead(String name);

    @Message
    String endAsAdministrator();

    @Message
    String reason();

    @Message
    String reasonPublic();

    @Message
    String successor();

    @Message
    String successorHint();

    @Message
    String noSuccessor();

    @Message
    String endedAlready();

    @Message
    String endIt();

    @Message
    String applications();

    @Message
    String noApplications();

    @Message
    String appliedOn(String day);

    @Message
    String applicant();

    @Message
    String when();

    @Message
    String verdict();

    @Message
    String accept();

    @Message
    String refuse();

    @Message
    String verdictReasonHint();

    @Message
    String decide();

    @Message
    String decidedAlready();

    @Message
    String mandatesTitle();

    @Message
    String noMandates();

    @Message
    String wasDeclined(String day);

    @Message
    String wasRevoked(String day);

    @Message
    String hasRunOut();

    @Message
    String inForce();

    @Message
    String notYet();

    @Message
    String acceptInvitation();

    @Message
    String declineInvitation();

    @Message
    String leave();

    @Message
    String myApplications();

    @Message
    String waits();

    @Message
    String refused();

    @Message
    String handOver(String organisation);

    @Message
    String awaitingInvitation(String organisation);

    @Message
    String awaitingApplications(int n);

    @Message
    String mailInvited();

    @Message
    String whoHintMail();

    @Message
    String invitedByMail(String day);

    @Message
    String mailAgain();

    @Message
    String withdrawInvitation();

    @Message
    String mailedEnough(Integer most);

    @Message
    String noMailHere();

    @Message
    String offerSubject(String name);

    @Message
    String offerAs(String name, String title);

    @Message
    String offerMailUntil(String when);

    @Message
    String offerNotExpected();

    @Message
    String offerLook();

    @Message
    String offerTitle(String name);

    @Message
    String offerHolder();

    @Message
    String offerUntil(String when);

    @Message
    String offerSignIn();

    @Message
    String offerGoOn();

    @Message
    String offerForOther();

    @Message
    String offerWithdrawn();

    @Message
    String offerLate();

    @Message
    String offerReplaced();

    @Message
    String youHaveIt();

    @Message
    String rescueTitle();

    @Message
    String rescueLead(String name);

    @Message
    String rescueIt();

    @Message
    String isHeldStill();

    @Message
    String namedByPlatform();

    @Message
    String orphanedOnes();

    @Message
    String awaitingOrphaned(int n);

    @Message
    String changedMeanwhile();

    @Message
    String positions();

    @Message
    String positionsLead();

    @Message
    String noPositions();
}
