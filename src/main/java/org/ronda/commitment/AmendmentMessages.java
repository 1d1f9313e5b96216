package org.ronda.commitment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages of changes that people propose to drafts, and of what became of them. */
@MessageBundle("amendment")
public interface AmendmentMessages {
    @Message
    String proposeChange();

    @Message
    String amendmentsAll();

    @Message
    String amendmentsNone();

    @Message
    String amendmentsN(int n);

    @Message
    String amendReplace();

    @Message
    String amendInsert();

    @Message
    String amendDelete();

    @Message
    String amendWordsHint();

    @Message
    String headingNew();

    @Message
    String clauseNow();

    @Message
    String insertedAfter();

    @Message
    String checkAgain();

    @Message
    String sendAmendment();

    @Message
    String howItReads();

    @Message
    String rivalsTitle(int n);

    @Message
    String rivalsLead();

    @Message
    String supportTheirs();

    @Message
    String overtakenTitle();

    @Message
    String amendmentHeld();

    @Message
    String amendmentReturned();

    @Message
    String proposeAnew();

    @Message
    String amendmentTakenBack();

    @Message
    String amendmentLapsed();

    @Message
    String amendmentChanges(String clause);

    @Message
    String amendmentAdds(String clause);

    @Message
    String amendmentRemoves(String clause);

    @Message
    String withdrawAmendmentLead();

    @Message
    String joinedN(int n);

    @Message
    String joinedTitle();

    @Message
    String joinFor(String name);

    @Message
    String joinConfirm(String name);

    @Message
    String leaveFor(String name);

    @Message
    String joinPublic();

    @Message
    String sourcesN(int n);

    @Message
    String amendmentsMore();

    @Message
    String originsLead();

    @Message
    String originsFrom();

    @Message
    String originsNone();

    @Message
    String originGone();

    @Message
    String carriedTitle();

    @Message
    String said(String when);
}
