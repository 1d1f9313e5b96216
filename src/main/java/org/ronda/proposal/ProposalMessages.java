package org.ronda.proposal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of proposals and topic entries. */
@MessageBundle("proposal")
public interface ProposalMessages {
    @Message
    String titleMissing();

    @Message
    String titleTooShort();

    @Message
    String problemMissing();

    @Message
    String whyMissing();

    @Message
    String solutionMissing();

    @Message
    String tooLong(int length, int max);

    @Message
    String alreadySent();

    @Message
    String noneLeft(Integer limit);

    @Message
    String notEditable();

    @Message
    String sayWhichChange();

    @Message
    String unchanged();

    @Message
    String notWithdrawable();

    @Message
    String unknownDistrict();

    @Message
    String unknownLanguage();

    @Message
    String unknownTopic();

    @Message
    String unknownProcess();

    @Message
    String unknownPhase();

    @Message
    String changedMeanwhile();

    @Message
    String proposals();

    @Message
    String entries();

    @Message
    String someProposals(int n);

    @Message
    String someEntries(int n);

    @Message
    String manyProposals();

    @Message
    String write();

    @Message
    String writeEntry();

    @Message
    String orderBy();

    @Message
    String orderRandom();

    @Message
    String orderShuffle();

    @Message
    String orderNewest();

    @Message
    String orderSupported();

    @Message
    String orderDiscussed();

    @Message
    String filter();

    @Message
    String unfilter();

    @Message
    String all();

    @Message
    String district();

    @Message
    String wholeCity();

    @Message
    String topic();

    @Message
    String topics();

    @Message
    String phase();

    @Message
    String state();

    @Message
    String statePublished();

    @Message
    String stateWithdrawn();

    @Message
    String stateHidden();

    @Message
    String searchWords();

    @Message
    String next();

    @Message
    String first();

    @Message
    String nothingYet();

    @Message
    String nothingFound();

    @Message
    String supports(int n);

    @Message
    String organisationsTitle();

    @Message
    String noOrganisations();

    @Message
    String moreOrganisations();

    @Message
    String tallyHidden();

    @Message
    String comments(int n);

    @Message
    String supportsLeft(int left, int limit);

    @Message
    String titleLabel();

    @Message
    String titleHint();

    @Message
    String problemLabel();

    @Message
    String problemHint();

    @Message
    String whyLabel();

    @Message
    String solutionLabel();

    @Message
    String solutionHint();

    @Message
    String languageLabel();

    @Message
    String nameLabel();

    @Message
    String oneself(String name);

    @Message
    String saveDraft();

    @Message
    String checkFirst();

    @Message
    String draftKept();

    @Message
    String checkTitle();

    @Message
    String checkLead();

    @Message
    String publishAs(String name);

    @Message
    String heldFirst();

    @Message
    String answerBy(String when);

    @Message
    String send();

    @Message
    String edit();

    @Message
    String saveVersion();

    @Message
    String saveInPlace();

    @Message
    String discard();

    @Message
    String similarTitle();

    @Message
    String similarLead();

    @Message
    String insteadKeeps();

    @Message
    String insteadDone();

    @Message
    String insteadReceipt();

    @Message
    String insteadDraft(String title);

    @Message
    String supportInstead();

    @Message
    String support();

    @Message
    String supported();

    @Message
    String withdrawSupport();

    @Message
    String supportAgain();

    @Message
    String supportNow();

    @Message
    String supportPrivate();

    @Message
    String earlierSupports(int n);

    @Message
    String frozen(String when);

    @Message
    String problemHeading();

    @Message
    String whyHeading();

    @Message
    String solutionHeading();

    @Message
    String history();

    @Message
    String versionN(int n);

    @Message
    String historyTitle(String title);

    @Message
    String changeFirst();

    @Message
    String changeCorrection();

    @Message
    String changeMeaning();

    @Message
    String byAuthor();

    @Message
    String byMyself();

    @Message
    String earlierVersions();

    @Message
    String setRight(String when, String reason);

    @Message
    String setRightTitle();

    @Message
    String setRightToMeaning();

    @Message
    String setRightToCorrection();

    @Message
    String setRightMeaningNow();

    @Message
    String setRightCorrectionNow();

    @Message
    String setRightReason();

    @Message
    String setRightReasonHint();

    @Message
    String setRightAlready();

    @Message
    String setRightMeanwhile();

    @Message
    String whichChange();

    @Message
    String isCorrection();

    @Message
    String isMeaning();

    @Message
    String withdraw();

    @Message
    String withdrawTitle();

    @Message
    String withdrawLead();

    @Message
    String withdrawGivesBack();

    @Message
    String hidden();

    @Message
    String held();

    @Message
    String draft();

    @Message
    String theirs();

    @Message
    String answerDue(String when);

    @Message
    String said(String when);

    @Message
    String cancel();

    @Message
    String notOpen();

    @Message
    String draftSaved();

    @Message
    String mine();

    @Message
    String mineNothing();

    @Message
    String draftsTitle();

    @Message
    String sentTitle();

    @Message
    String isPublished();

    @Message
    String isHeld();

    @Message
    String files();

    @Message
    String filesHint(int most);

    @Message
    String fileLabel();

    @Message
    String captionLabel();

    @Message
    String captionHint();

    @Message
    String fileAdd();

    @Message
    String fileSave();

    @Message
    String fileRemove(String name);

    @Message
    String fileAgain();

    @Message
    String pdfSize(String kilobytes);

    @Message
    String discussed();

    @Message
    String discussedEntries();

    @Message
    String seeThemAll();

    @Message
    String begunOn(String day);

    @Message
    String untitled();

    @Message
    String isWithdrawn();

    @Message
    String isHidden();

    @Message
    String withdrawnByAuthor();
}
