package org.ronda.contribution;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the groups of similar contributions. */
@MessageBundle("group")
public interface GroupMessages {
    @Message
    String groups();

    @Message
    String lead();

    @Message
    String none();

    @Message
    String make();

    @Message
    String makeLead();

    @Message
    String titleLabel();

    @Message
    String synthesisLabel();

    @Message
    String synthesisHint();

    @Message
    String languageLabel();

    @Message
    String codesLabel();

    @Message
    String codesHint();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String isGroup();

    @Message
    String membersN(int n);

    @Message
    String goneN(int n);

    @Message
    String madeBy(String name, String when);

    @Message
    String madeOn(String when);

    @Message
    String membersTitle();

    @Message
    String noMembers();

    @Message
    String notMine();

    @Message
    String notMineHint();

    @Message
    String takeOut();

    @Message
    String addMembers();

    @Message
    String addLead();

    @Message
    String seek();

    @Message
    String seekNow();

    @Message
    String latest();

    @Message
    String found(String words);

    @Message
    String noneOffered();

    @Message
    String more();

    @Message
    String add();

    @Message
    String history();

    @Message
    String historyLead();

    @Message
    String saidThen();

    @Message
    String correct();

    @Message
    String dissolve();

    @Message
    String dissolveLead();

    @Message
    String reasonLabel();

    @Message
    String reasonHint();

    @Message
    String dissolvedOn(String when, String reason);

    @Message
    String votersN(int n);

    @Message
    String votersLead();

    @Message
    String tallyHidden(int n);

    @Message
    String partOf();

    @Message
    String isComment();

    @Message
    String isOfficial();

    @Message
    String theirs();

    @Message
    String chooseMembers();

    @Message
    String chooseLanguage();

    @Message
    String notPublicHere(String codes);

    @Message
    String alreadyHere(String codes);

    @Message
    String inAnother(String codes);

    @Message
    String leftByAuthor(String codes);

    @Message
    String tooManyAtOnce(int most);

    @Message
    String tooManyMembers(int most);

    @Message
    String changedMeanwhile();

    @Message
    String archived();

    @Message
    String isDissolved();
}
