package org.ronda.process;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of processes and their phases. */
@MessageBundle("process")
public interface ProcessMessages {
    @Message
    String gateSuspended();

    @Message
    String gateNotYet(String opens);

    @Message
    String gateEnded(String ended);

    @Message
    String gateNotAllowed();

    @Message
    String processClosed();

    @Message
    String tooSlow();

    @Message
    String slugTaken();

    @Message
    String phaseIsPublic();

    @Message
    String reasonNeeded();

    @Message
    String reopeningNeedsOpening();

    @Message
    String endTooSoon();

    @Message
    String alreadyPublished();

    @Message
    String phaseMissing();

    @Message
    String noticeReasonNeeded();

    @Message
    String archiveTooSoon();

    @Message
    String changedMeanwhile();

    @Message
    String openUntil(String when);

    @Message
    String opensOn(String when);

    @Message
    String endedOn(String when);

    @Message
    String fromTo(String from, String to);

    @Message
    String now(String title);

    @Message
    String next(String title);

    @Message
    String course();

    @Message
    String stateOpen();

    @Message
    String stateSuspended();

    @Message
    String stateAnswering(String when);

    @Message
    String stateAnswered();

    @Message
    String stateLate(Long n);

    @Message
    String promiseTitle();

    @Message
    String promiseAnswer(String when);

    @Message
    String promiseNone();

    @Message
    String howDecided();

    @Message
    String influence();

    @Message
    String influenceINFORM();

    @Message
    String influenceCONSULT();

    @Message
    String influenceINVOLVE();

    @Message
    String influenceCOLLABORATE();

    @Message
    String influenceEMPOWER();

    @Message
    String decides();

    @Message
    String zone();

    @Message
    String isDecided();

    @Message
    String isNotDecided();

    @Message
    String easyRead();

    @Message
    String processes();

    @Message
    String none();

    @Message
    String closesToday();

    @Message
    String closesIn(Long days);

    @Message
    String contributions(int n);

    @Message
    String comments(int n);

    @Message
    String shortNotice(String reason);

    @Message
    String archived(String reason);

    @Message
    String unpublished();

    @Message
    String seeAll();

    @Message
    String changes();

    @Message
    String changeEXTENDED();

    @Message
    String changeSHORTENED();

    @Message
    String changeREOPENED();

    @Message
    String changeSUSPENDED();

    @Message
    String changeRESUMED();

    @Message
    String changeADJUSTED();

    @Message
    String changeFIRST();

    @Message
    String calendar();

    @Message
    String feed();

    @Message
    String share();

    @Message
    String qr();

    @Message
    String openTooSoon();

    @Message
    String hasOpened();

    @Message
    String phaseHasEnded();

    @Message
    String phaseTitled(String title);

    @Message
    String oneChangeAtATime();

    @Message
    String kindIsPublic();

    @Message
    String notReady();

    @Message
    String alreadyArchived();

    @Message
    String processArchived();

    @Message
    String lastAdministrator();

    @Message
    String more();

    @Message
    String archive();

    @Message
    String noneArchived();

    @Message
    String corrected(String when, String reason);

    @Message
    String saidBefore();

    @Message
    String allNews();

    @Message
    String contract();

    @Message
    String contractNothing();

    @Message
    String contractUnlimited();

    @Message
    String contractOrganisations();

    @Message
    String contractOrganisationsToo();

    @Message
    String contractOrganisationsNot();

    @Message
    String contractTallies();

    @Message
    String contractTalliesAtOnce();

    @Message
    String contractTalliesAfter();

    @Message
    String suspended();

    @Message
    String suspendedBecause(String reason);

    @Message
    String alreadySuspended();

    @Message
    String notSuspended();

    @Message
    String hasNotEnded();

    @Message
    String minAge();

    @Message
    String minAgeYears(int age);

    @Message
    String publicNames();

    @Message
    String publicNamesANY();

    @Message
    String publicNamesOWN();

    @Message
    String publicNamesSince(String day);

    @Message
    String welcome();

    @Message
    String welcomeAgain();

    @Message
    String welcomeFirst(String page);

    @Message
    String welcomeKept();

    @Message
    String welcomeDone();

    @Message
    String welcomeGoOn();

    @Message
    String welcomeLead();

    @Message
    String welcomeAnew();

    @Message
    String welcomeName();

    @Message
    String welcomeAccepts(String title);

    @Message
    String welcomeRead(String title);

    @Message
    String welcomeAge(int age);

    @Message
    String welcomeAgeHint();

    @Message
    String welcomeNameAny();

    @Message
    String welcomeNameOwn(String name);

    @Message
    String welcomeNameOwnHint();

    @Message
    String welcomeNameChange();

    @Message
    String welcomeGo();

    @Message
    String welcomeNot();

    @Message
    String welcomeAccept();

    @Message
    String welcomeAgeNeeded(int age);

    @Message
    String welcomeNameNeeded();

    @Message
    String welcomeNameChanged();

    @Message
    String handOver(String title);

    @Message
    String bodyHasEnded();

    @Message
    String bodyEnded(String day);

    @Message
    String decidesNow();

    @Message
    String whoCounts();

    @Message
    String eligibleNONE();

    @Message
    String eligibleEMAIL();

    @Message
    String eligibleORGANISATION();

    @Message
    String eligibleCODES();

    @Message
    String eligibleINPERSON();

    @Message
    String voicesVerified(int n);

    @Message
    String eligibleMore();

    @Message
    String explainNONE();

    @Message
    String explainEMAIL();

    @Message
    String explainORGANISATION();

    @Message
    String explainCODES();

    @Message
    String explainINPERSON();

    @Message
    String explainReading();

    @Message
    String eligibleFirst(String page);

    @Message
    String eligibleDone();

    @Message
    String eligibleNotYet();

    @Message
    String eligibleSignIn();

    @Message
    String eligibleGoOn();

    @Message
    String emailHow();

    @Message
    String emailDemo();

    @Message
    String organisationHow();

    @Message
    String organisationsLink();

    @Message
    String inPersonHow(String code);

    @Message
    String voiceCode();

    @Message
    String voiceCodeHint();

    @Message
    String enterCode();

    @Message
    String codeUnknown();

    @Message
    String codeAnother();

    @Message
    String sharedVoiceIn(String title);

    @Message
    String sharedVoice();

    @Message
    String sharedRead();

    @Message
    String eligibilityFixed();

    @Message
    String eligibilityNeedsKey();

    @Message
    String attestTitle();

    @Message
    String attestLead();

    @Message
    String attestWho();

    @Message
    String attestWhoHint();

    @Message
    String attestSeenLabel();

    @Message
    String documentNumber();

    @Message
    String documentHint();

    @Message
    String attestDo();

    @Message
    String attestNobody();

    @Message
    String attestSeveral();

    @Message
    String attestNotYourself();

    @Message
    String attestSeen();

    @Message
    String attestedAlready();

    @Message
    String attestAnother();

    @Message
    String documentOdd();

    @Message
    String attestationRevoked();

    @Message
    String attestations();

    @Message
    String attestationsNone();

    @Message
    String attestFind();

    @Message
    String attestFindDo();

    @Message
    String attestedBy(String name, String day);

    @Message
    String attestedDocument();

    @Message
    String attestRevoke();

    @Message
    String attestRevokeReason();

    @Message
    String attestRevokedFor(String day, String reason);
}
