package org.ronda.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of dialogue boards. */
@MessageBundle("board")
public interface BoardMessages {
    @Message
    String boards();

    @Message
    String indexLead();

    @Message
    String none();

    @Message
    String newTitle();

    @Message
    String name(String language);

    @Message
    String purpose(String language);

    @Message
    String rulesIn(String language);

    @Message
    String rulesHint();

    @Message
    String create();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String choose();

    @Message
    String unchanged();

    @Message
    String rules();

    @Message
    String rulesInForce(int n, String day);

    @Message
    String rulesEarlier(int n, String day);

    @Message
    String rulesRead();

    @Message
    String rulesReadPresent();

    @Message
    String rulesVersions();

    @Message
    String rulesVersion(int n);

    @Message
    String rulesChanged();

    @Message
    String theirs(int n);

    @Message
    String ruleTitle();

    @Message
    String ruleLead();

    @Message
    String publish();

    @Message
    String seats();

    @Message
    String noSeats();

    @Message
    String addTitle();

    @Message
    String kind();

    @Message
    String permanent();

    @Message
    String thematic();

    @Message
    String observer();

    @Message
    String sector();

    @Message
    String government();

    @Message
    String civilSociety();

    @Message
    String academia();

    @Message
    String business();

    @Message
    String media();

    @Message
    String collective();

    @Message
    String residents();

    @Message
    String seatName(String language);

    @Message
    String body();

    @Message
    String bodyHint();

    @Message
    String noBody();

    @Message
    String tooMany(int most);

    @Message
    String holder();

    @Message
    String deputy();

    @Message
    String vacant();

    @Message
    String coming();

    @Message
    String since(String day);

    @Message
    String until(String day);

    @Message
    String agreed(int n);

    @Message
    String agreedEarlier(int n);

    @Message
    String history(String seat);

    @Message
    String asked();

    @Message
    String appointTitle();

    @Message
    String appoint();

    @Message
    String appointLead();

    @Message
    String theirSecondFactor();

    @Message
    String who();

    @Message
    String whoHint();

    @Message
    String as();

    @Message
    String asHolder();

    @Message
    String asDeputy();

    @Message
    String from();

    @Message
    String fromHint();

    @Message
    String to();

    @Message
    String toHint();

    @Message
    String ask();

    @Message
    String isTaken();

    @Message
    String sitsThereAlready();

    @Message
    String endTerm();

    @Message
    String endOf(String who);

    @Message
    String endTitle();

    @Message
    String endLead();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String mineTitle();

    @Message
    String mineNone();

    @Message
    String acceptLead(int n);

    @Message
    String yourSecondFactor();

    @Message
    String accept(int n);

    @Message
    String decline();

    @Message
    String agree(int n);

    @Message
    String behind(int mine, int n);

    @Message
    String leave();

    @Message
    String isAsked();

    @Message
    String inForce();

    @Message
    String notYet();

    @Message
    String hasRunOut();

    @Message
    String wasDeclined(String day);

    @Message
    String wasEnded(String day);

    @Message
    String alreadyAnswered();

    @Message
    String alreadyEnded();

    @Message
    String agreedAlready();

    @Message
    String doesNotSit();

    @Message
    String ranOut();

    @Message
    String awaitingSeat(String name);

    @Message
    String awaitingRules(String name);

    @Message
    String mailSeat();

    @Message
    String correctTitle();

    @Message
    String correctLead();

    @Message
    String correctSeatTitle();

    @Message
    String correctSeat();

    @Message
    String closeTitle();

    @Message
    String closeSeat();

    @Message
    String closeLead();

    @Message
    String closed(String day, String reason);

    @Message
    String finishTitle();

    @Message
    String finishLead();

    @Message
    String finishIt();

    @Message
    String lastDay();

    @Message
    String hasEnded(String day, String reason);

    @Message
    String willEnd(String day, String reason);

    @Message
    String isOver();

    @Message
    String endIsSet();

    @Message
    String boardHasEnded();

    @Message
    String seatIsClosed();

    @Message
    String lastDayIsPast();

    @Message
    String stillDecides(String titles);

    @Message
    String lastDeciding(String titles);

    @Message
    String endMoveTitle();

    @Message
    String endMoveIt();

    @Message
    String endIsThatDay();

    @Message
    String resumeTitle();

    @Message
    String resumeLead();

    @Message
    String resumeIt();

    @Message
    String notEnding();

    @Message
    String tooLateToResume(int days);

    @Message
    String changedMeanwhile();

    @Message
    String present();

    @Message
    String questions();
}
