package org.ronda.contribution;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words that are the same for every kind of contribution. */
@MessageBundle("contribution")
public interface ContributionMessages {
    @Message
    String supportNotThis();

    @Message
    String supportNotOwn();

    @Message
    String supportTextChanged();

    @Message
    String supportGone();

    @Message
    String supportNoneLeft(Integer limit);

    @Message
    String nextHeld();

    @Message
    String nextLooked();

    @Message
    String nextThread(String when);

    @Message
    String nextStays();

    @Message
    String nextCounted();

    @Message
    String nextCountsUntil(String when);

    @Message
    String nextAnswer(String when);

    @Message
    String resultsTitle();

    @Message
    String resultsStated(String when, Long position);

    @Message
    String notYourOffice();

    @Message
    String notYourBoard();

    @Message
    String noLongerResponds(String office);

    @Message
    String notYourOrganisation();

    @Message
    String notAlone();

    @Message
    String noLongerSpeaks(String organisation);

    @Message
    String confirmationsTitle();

    @Message
    String confirmationsLead();

    @Message
    String noConfirmations();

    @Message
    String confirm();

    @Message
    String confirmUntil(String until);

    @Message
    String confirmByOther();

    @Message
    String confirmWithdraw();

    @Message
    String confirmNotOwn();

    @Message
    String confirmTooLate(String until);

    @Message
    String notUnconfirmed();

    @Message
    String returnedTitle();

    @Message
    String returnedLead();

    @Message
    String isUnconfirmed();

    @Message
    String nextUnconfirmed();

    @Message
    String confirmedByTwo();

    @Message
    String filesTooMany(Integer most);

    @Message
    String captionMissing();

    @Message
    String awaitingConfirmations(int n);

    @Message
    String mailConfirm(String organisation);

    @Message
    String confirmEdit();

    @Message
    String confirmOtherWords();

    @Message
    String confirmLook();

    @Message
    String supportNoneLeftForIt(String organisation, Integer limit);

    @Message
    String supportByPeopleOnly();

    @Message
    String supportNotOwnForIt();

    @Message
    String supportNotYourOrganisation();

    @Message
    String ofOrganisations(int n);

    @Message
    String allOrganisations();

    @Message
    String supportFor();

    @Message
    String supportsIt();

    @Message
    String supportsEarlier();

    @Message
    String wishOwn();

    @Message
    String wishOther();

    @Message
    String supportInItsName();

    @Message
    String confirmSupport();

    @Message
    String takeItsSupportBack();

    @Message
    String takeWishBack();

    @Message
    String supportForPublic();

    @Message
    String awaitingSupports(int n, boolean isMore);

    @Message
    String moreSupports();

    @Message
    String wishesTitle();

    @Message
    String wishesLead();

    @Message
    String decidedAdopted();

    @Message
    String decidedModified();

    @Message
    String decidedTaken();

    @Message
    String decidedNotTaken();

    @Message
    String decidedInadmissible();

    @Message
    String decidedOn(String day);

    @Message
    String sittings();

    @Message
    String sittingsLead();

    @Message
    String sittingsNone();

    @Message
    String sittingTitle(String code);

    @Message
    String newSitting();

    @Message
    String newSittingLead();

    @Message
    String sittingBody();

    @Message
    String sittingDate();

    @Message
    String sittingMethod();

    @Message
    String byConsensus();

    @Message
    String byVotes();

    @Message
    String votesInFavour();

    @Message
    String votesAgainstIt();

    @Message
    String votesAbstained();

    @Message
    String votesHint();

    @Message
    String dissentLabel();

    @Message
    String dissentHint();

    @Message
    String linkLabel();

    @Message
    String linkRead();

    @Message
    String recordSitting();

    @Message
    String sittingDecided();

    @Message
    String sittingDecidedNone();

    @Message
    String sittingNotHere();

    @Message
    String sittingNoBody();

    @Message
    String sittingInFuture();

    @Message
    String sittingDay();

    @Message
    String sittingMethodMissing();

    @Message
    String sittingNumber();

    @Message
    String sittingLink();
}
