package org.ronda.commitment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of rounds. */
@MessageBundle("round")
public interface RoundMessages {
    @Message
    String rounds();

    @Message
    String roundsLead();

    @Message
    String noRounds();

    @Message
    String roundN(int n);

    @Message
    String allRounds();

    @Message
    String toRound(int n);

    @Message
    String tabs();

    @Message
    String asPublic();

    @Message
    String prepare();

    @Message
    String listen();

    @Message
    String boardView();

    @Message
    String toBoard();

    @Message
    String cameIn(int n);

    @Message
    String cameInPast(int n);

    @Message
    String changedSince();

    @Message
    String draftsIn();

    @Message
    String noDrafts();

    @Message
    String readVersion(int n);

    @Message
    String readVersions(int from, int to);

    @Message
    String liveliest();

    @Message
    String terms();

    @Message
    String previewing();

    @Message
    String backToPrepare();

    @Message
    String notPart(int n, String when);

    @Message
    String seeRound(int n);

    @Message
    String boardLead();

    @Message
    String boardOrder();

    @Message
    String byAgreement();

    @Message
    String byTime();

    @Message
    String boardNothing();

    @Message
    String agreeN(int n);

    @Message
    String listenLead();

    @Message
    String peopleN(int n);

    @Message
    String peopleFew(int few);

    @Message
    String supportN(int n);

    @Message
    String doubtN(int n);

    @Message
    String againstN(int n);

    @Message
    String questionN(int n);

    @Message
    String unansweredN(int n);

    @Message
    String answeredAll();

    @Message
    String silent();

    @Message
    String goneN(int n);

    @Message
    String prepareLead();

    @Message
    String chooseDrafts();

    @Message
    String chooseHint();

    @Message
    String noDraftsYet();

    @Message
    String addReason();

    @Message
    String addReasonHint();

    @Message
    String saveChoice();

    @Message
    String everyDraftIn();

    @Message
    String choiceEnded();

    @Message
    String readyTitle();

    @Message
    String ready();

    @Message
    String lacks();

    @Message
    String needsDrafts();

    @Message
    String needsDraftsMissing();

    @Message
    String needsLead();

    @Message
    String needsAnswers();

    @Message
    String needsAnswersMissing();

    @Message
    String needsComments();

    @Message
    String needsCommentsMissing();

    @Message
    String needsProcess();

    @Message
    String clockOpens();

    @Message
    String changeTerms();

    @Message
    String preview();

    @Message
    String preparedMeanwhile();

    @Message
    String chooseDraft();

    @Message
    String onlyAdding();

    @Message
    String addingNeedsReason();

    @Message
    String work();

    @Message
    String publish();

    @Message
    String workLead();

    @Message
    String openN(int n);

    @Message
    String listTitle();

    @Message
    String filters();

    @Message
    String listNothing();

    @Message
    String isAmendment();

    @Message
    String recommended();

    @Message
    String fromTheFirst();

    @Message
    String itemTitle();

    @Message
    String chooseItem();

    @Message
    String whatWasSaid();

    @Message
    String clausePublic();

    @Message
    String clauseWorking();

    @Message
    String sitting();

    @Message
    String isDecided();

    @Message
    String undo();

    @Message
    String whatBecomes();

    @Message
    String editor();

    @Message
    String editorHint();

    @Message
    String inClause();

    @Message
    String relation();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String decide();

    @Message
    String carry();

    @Message
    String carryWhy();

    @Message
    String carryHint();

    @Message
    String carryNow();

    @Message
    String publishLead();

    @Message
    String recommendedN(int n);

    @Message
    String noSittings();

    @Message
    String allDecided();

    @Message
    String decidedOf(int n, int all);

    @Message
    String undecidedN(int n);

    @Message
    String nothingOpen();

    @Message
    String wordsStay();

    @Message
    String publishAll();
}
