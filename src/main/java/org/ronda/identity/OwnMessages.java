package org.ronda.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about one's own data. */
@MessageBundle("own")
public interface OwnMessages {
    @Message
    String title();

    @Message
    String mine();

    @Message
    String account();

    @Message
    String name();

    @Message
    String code();

    @Message
    String mail();

    @Message
    String joined();

    @Message
    String accepted(int version);

    @Message
    String whatElse();

    @Message
    String whatElseLead();

    @Message
    String mineIs();

    @Message
    String moderation();

    @Message
    String moderationIs();

    @Message
    String privateIs();

    @Message
    String rolesAre();

    @Message
    String download();

    @Message
    String downloadHint();

    @Message
    String correct();

    @Message
    String language();

    @Message
    String languageHint();

    @Message
    String chooseLanguage();

    @Message
    String save();

    @Message
    String nameInConsole();

    @Message
    String console();

    @Message
    String nameOfDemo();

    @Message
    String wordsWhereTheyAre();

    @Message
    String erase();

    @Message
    String eraseLead();

    @Message
    String eraseSee();

    @Message
    String goes();

    @Message
    String goesAccount();

    @Message
    String goesDrafts();

    @Message
    String goesVoices();

    @Message
    String goesWords();

    @Message
    String stays();

    @Message
    String staysWords();

    @Message
    String staysVoices();

    @Message
    String staysLedger();

    @Message
    String noWayBack();

    @Message
    String downloadFirst();

    @Message
    String obstacles();

    @Message
    String word();

    @Message
    String typeWord(String word);

    @Message
    String typeWordHint();

    @Message
    String wordNeeded(String word);

    @Message
    String eraseGo();

    @Message
    String notNow();

    @Message
    String administratorFirst();
}
