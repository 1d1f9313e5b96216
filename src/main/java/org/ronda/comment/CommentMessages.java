package org.ronda.comment;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of threads. */
@MessageBundle("comment")
public interface CommentMessages {
    @Message
    String closed();

    @Message
    String tooLong(int length, int max);

    @Message
    String unknownStance();

    @Message
    String alreadyWithdrawn();

    @Message
    String agreeNotOwn();

    @Message
    String answeredGone();

    @Message
    String agreeTextChanged();

    @Message
    String agreeGone();

    @Message
    String about(String subject);

    @Message
    String comments();

    @Message
    String none();

    @Message
    String noneClosed();

    @Message
    String noneYet(String when);

    @Message
    String eachAnswered(String when);

    @Message
    String threadAnswered(String when);

    @Message
    String write();

    @Message
    String receipt();

    @Message
    String stance();

    @Message
    String stanceSupport();

    @Message
    String stanceDoubt();

    @Message
    String stanceAgainst();

    @Message
    String stanceQuestion();

    @Message
    String yours();

    @Message
    String yourReply();

    @Message
    String publicAs(String name);

    @Message
    String signInFirst();

    @Message
    String questionsAnswered(String when);

    @Message
    String publish();

    @Message
    String agree();

    @Message
    String disagree();

    @Message
    String reply();

    @Message
    String link();

    @Message
    String withdraw();

    @Message
    String withdrawTitle();

    @Message
    String withdrawLead();

    @Message
    String withdrawn();

    @Message
    String held();

    @Message
    String more();

    @Message
    String oldest();

    @Message
    String newest();

    @Message
    String agreed();

    @Message
    String yourText();

    @Message
    String moreReplies();

    @Message
    String notEditable();

    @Message
    String unchanged();

    @Message
    String changedMeanwhile();

    @Message
    String publicAsChosen();

    @Message
    String organisation();

    @Message
    String answering(String author);

    @Message
    String edit();

    @Message
    String editTitle();

    @Message
    String editInPlace();

    @Message
    String editVersion();

    @Message
    String save();

    @Message
    String edited();

    @Message
    String historyTitle();

    @Message
    String backToThread();

    @Message
    String empty();

    @Message
    String officeOnlyReplies();

    @Message
    String officialReply();

    @Message
    String forOffice(String office);

    @Message
    String officialHint();

    @Message
    String officialAfterEnd();

    @Message
    String questionsTitle();

    @Message
    String questionsLead();

    @Message
    String boardQuestionsTitle();

    @Message
    String boardQuestionsLead();

    @Message
    String noQuestions();

    @Message
    String answerBy(String day);

    @Message
    String moreQuestions();

    @Message
    String awaitingQuestions(int n, String office);
}
