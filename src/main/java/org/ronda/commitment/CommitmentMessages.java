package org.ronda.commitment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of draft commitments. */
@MessageBundle("commitment")
public interface CommitmentMessages {
    @Message
    String drafts();

    @Message
    String draftsLead();

    @Message
    String none();

    @Message
    String noneOpens(String when);

    @Message
    String begin();

    @Message
    String beginLead();

    @Message
    String titleLabel();

    @Message
    String languageLabel();

    @Message
    String languageHint();

    @Message
    String versionN(int n);

    @Message
    String publicVersion(int n);

    @Message
    String workingVersion(int n);

    @Message
    String workingHere(int n);

    @Message
    String notPublicYet();

    @Message
    String commentsN(int n);

    @Message
    String seeDrafts();

    @Message
    String compareWith(int n);

    @Message
    String history();

    @Message
    String historyLead();

    @Message
    String write();

    @Message
    String commentUntil(String when);

    @Message
    String commentFrom(String when);

    @Message
    String commentEnded(String when);

    @Message
    String comment();

    @Message
    String commentSelected();

    @Message
    String aboutClause(String clause);

    @Message
    String chooseClauseFirst();

    @Message
    String textOf();

    @Message
    String easyRead();

    @Message
    String lead();

    @Message
    String period();

    @Message
    String fromTo(String from, String to);

    @Message
    String since(String from);

    @Message
    String until(String to);

    @Message
    String values();

    @Message
    String clauseRemoved();

    @Message
    String looseTitle();

    @Message
    String looseWhole(String clause);

    @Message
    String placeSame(int n);

    @Message
    String placeWhole(int n);

    @Message
    String placeSettled(int n);

    @Message
    String placeUncertain(int n);

    @Message
    String placeAsk();

    @Message
    String placeGoneSaid(int n);

    @Message
    String placeTitle();

    @Message
    String placeLead();

    @Message
    String placeWas();

    @Message
    String placeWasWhole();

    @Message
    String placeClause();

    @Message
    String placeGone();

    @Message
    String placeWords();

    @Message
    String placeWordsHint();

    @Message
    String placeSave();

    @Message
    String presentText();

    @Message
    String whatChanged();

    @Message
    String changedBetween(int from, int to);

    @Message
    String changedCount(int n);

    @Message
    String oneText();

    @Message
    String sideBySide();

    @Message
    String isSame();

    @Message
    String isChanged();

    @Message
    String isNew();

    @Message
    String isRemoved();

    @Message
    String isMoved();

    @Message
    String partedFrom(String clause);

    @Message
    String joinedInto(String clause);

    @Message
    String wasCalled(String heading);

    @Message
    String wasCalledKind();

    @Message
    String publishedOn(String when);

    @Message
    String readPresent();

    @Message
    String oldVersion(int n);

    @Message
    String nextVersion();

    @Message
    String workLead();

    @Message
    String isMerged();

    @Message
    String facts();

    @Message
    String officeNone();

    @Message
    String fromLabel();

    @Message
    String toLabel();

    @Message
    String saveFacts();

    @Message
    String emptyClause();

    @Message
    String edit();

    @Message
    String moveUp();

    @Message
    String moveDown();

    @Message
    String split();

    @Message
    String join();

    @Message
    String remove();

    @Message
    String arrange();

    @Message
    String addClause();

    @Message
    String addAfter();

    @Message
    String kindLabel();

    @Message
    String headingLabel();

    @Message
    String headingHint(String kind);

    @Message
    String wordsLabel();

    @Message
    String wordsHint();

    @Message
    String easyReadLabel();

    @Message
    String save();

    @Message
    String theirChange();

    @Message
    String saveOver();

    @Message
    String splitTitle();

    @Message
    String splitLead();

    @Message
    String splitFirst();

    @Message
    String splitSecond();

    @Message
    String splitSave();

    @Message
    String publish();

    @Message
    String publishTitle(int n);

    @Message
    String publishLead();

    @Message
    String publishFirst();

    @Message
    String summaryLabel();

    @Message
    String summaryHint(String language);

    @Message
    String publishNow();

    @Message
    String kindTitle();

    @Message
    String kindProblem();

    @Message
    String kindStatusQuo();

    @Message
    String kindAction();

    @Message
    String kindContribution();

    @Message
    String kindGoal();

    @Message
    String kindRelevance();

    @Message
    String kindResources();

    @Message
    String kindMilestone();

    @Message
    String kindOther();

    @Message
    String valueAccess();

    @Message
    String valueParticipation();

    @Message
    String valueAccountability();

    @Message
    String valueTechnology();

    @Message
    String quoteLabel();

    @Message
    String quoteHint();

    @Message
    String archived();

    @Message
    String languageNotOfProcess();

    @Message
    String notWorking();

    @Message
    String revisionUnknown();

    @Message
    String titleMissing();

    @Message
    String titleTooLong(int max);

    @Message
    String factsChangedMeanwhile();

    @Message
    String endsBeforeItStarts();

    @Message
    String officeEnded();

    @Message
    String chooseOffice();

    @Message
    String chooseValue();

    @Message
    String chooseKind();

    @Message
    String chooseClause();

    @Message
    String oneTitle();

    @Message
    String titleStays();

    @Message
    String tooManyClauses(int max);

    @Message
    String clauseChangedMeanwhile();

    @Message
    String clauseConflict();

    @Message
    String splitNeedsBoth();

    @Message
    String splitLosesWords();

    @Message
    String nothingToJoin();

    @Message
    String joinedTooLong();

    @Message
    String processNotPublic();

    @Message
    String nothingToPublish();

    @Message
    String summaryMissing();

    @Message
    String savedMeanwhile();

    @Message
    String nothingChanged();

    @Message
    String quoteNotThere();

    @Message
    String clauseGone();

    @Message
    String versionChangedMeanwhile();

    @Message
    String amendments();

    @Message
    String amendTitle();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String checkFirst();

    @Message
    String amendmentOvertaken(int n);

    @Message
    String amendmentsClosed();

    @Message
    String amendmentEmpty();

    @Message
    String amendmentSame();

    @Message
    String headingMissing();

    @Message
    String reasonTooLong(int n, int most);

    @Message
    String amendmentsNoneLeft(int most);

    @Message
    String amendmentNotWithdrawable();

    @Message
    String amendmentGone();

    @Message
    String discard();

    @Message
    String changeOf(String clause, String code);

    @Message
    String withdrawAmendment();

    @Message
    String stateOpen();

    @Message
    String stateAdopted();

    @Message
    String stateModified();

    @Message
    String stateRejected();

    @Message
    String stateInadmissible();

    @Message
    String stateWithdrawn();

    @Message
    String stateLapsed();

    @Message
    String joinNotOwn();

    @Message
    String joinNotYours();

    @Message
    String relationQuoted();

    @Message
    String relationAdapted();

    @Message
    String relationInspired();

    @Message
    String decidedAlready();

    @Message
    String decideNotOwn();

    @Message
    String outcomeReasonMissing();

    @Message
    String chooseOutcome();

    @Message
    String chooseSitting();

    @Message
    String chooseRelation();

    @Message
    String clauseGoneFromWorking();

    @Message
    String nothingToUndo();

    @Message
    String undoChangedSince();

    @Message
    String undecidedN(int n);

    @Message
    String recommendedN(int n);

    @Message
    String effectGone(String code);

    @Message
    String nothingToAnswer();

    @Message
    String lastRound();

    @Message
    String carriedAlready();

    @Message
    String docketAll();

    @Message
    String docketUndecided();

    @Message
    String docketRecommended();

    @Message
    String docketQuestions();

    @Message
    String docketAmendments();

    @Message
    String originsOf(String clause);

    @Message
    String expectedLabel();

    @Message
    String expectedHint();

    @Message
    String expectedInThePast();

    @Message
    String theTeam();

    @Message
    String preparedBy(int n, String who);

    @Message
    String preparedByFor(int n, String who, String day);

    @Message
    String preparedByLate(int n, String who, String day);

    @Message
    String marksShow();

    @Message
    String marksTitle();

    @Message
    String marksAll();

    @Message
    String marksHide();

    @Message
    String doAdopt();

    @Message
    String doChange();

    @Message
    String doTake();

    @Message
    String doNotTake();

    @Message
    String doInadmissible();

    @Message
    String onlyRecommend();

    @Message
    String beginsWith();

    @Message
    String beginsWithHint();

    @Message
    String titleHint();

    @Message
    String beganWith();

    @Message
    String cameFromThis();

    @Message
    String beginFromThis();

    @Message
    String originUnknown(String codes);

    @Message
    String tooManyOrigins(int max);

    @Message
    String importOffer();

    @Message
    String importOfferLead();

    @Message
    String bring();

    @Message
    String bringTitle();

    @Message
    String bringLead();

    @Message
    String pasteLabel();

    @Message
    String pasteHint();

    @Message
    String fileLabel();

    @Message
    String fileHint();

    @Message
    String seeCut();

    @Message
    String previewTitle();

    @Message
    String previewLead();

    @Message
    String piecesN(int n);

    @Message
    String pieceN(int n);

    @Message
    String asLabel();

    @Message
    String asJoined();

    @Message
    String asLeftOut();

    @Message
    String changesAccepted(int n);

    @Message
    String commentsLeftOut(int n);

    @Message
    String lookAgain();

    @Message
    String beginThis();

    @Message
    String nothingToImport();

    @Message
    String sourceTooLong(String max);

    @Message
    String fileBroken();

    @Message
    String fileLocked();

    @Message
    String fileOld();

    @Message
    String fileNotDocx();

    @Message
    String fileMacros();

    @Message
    String fileUnpacksTooLarge();

    @Message
    String fileOtherKind();

    @Message
    String fileNotText();

    @Message
    String alsoTitle();

    @Message
    String alsoProblem();

    @Message
    String alsoStatusQuo();

    @Message
    String alsoAction();

    @Message
    String alsoContribution();

    @Message
    String alsoGoal();

    @Message
    String alsoRelevance();

    @Message
    String alsoResources();

    @Message
    String alsoMilestone();

    @Message
    String alsoMilestones();

    @Message
    String alsoOther();

    @Message
    String aboutDraft();

    @Message
    String aboutFile();

    @Message
    String codeLabel();

    @Message
    String versionLabel();

    @Message
    String publishedLabel();

    @Message
    String processLabel();

    @Message
    String presentVersion(int n);

    @Message
    String replacedVersion(int n);

    @Message
    String addressLabel();

    @Message
    String licenceLabel();

    @Message
    String hashesLabel();

    @Message
    String hashesHint();

    @Message
    String download();

    @Message
    String sheets();

    @Message
    String sheetsLead();

    @Message
    String sheetsEasy();

    @Message
    String sheetsPlain();

    @Message
    String notes();

    @Message
    String scan();

    @Message
    String asWord();

    @Message
    String asPdf();

    @Message
    String asMarkdown();

    @Message
    String otherClause();

    @Message
    String decidedAndGone(String code);

    @Message
    String joinDecided();
}
