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
}
