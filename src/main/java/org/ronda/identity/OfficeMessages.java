package org.ronda.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of offices and of who responds for them. */
@MessageBundle("office")
public interface OfficeMessages {
    @Message
    String offices();

    @Message
    String lead();

    @Message
    String none();

    @Message
    String others();

    @Message
    String fromTo(String from, String to);

    @Message
    String begins(String day);

    @Message
    String partOf();

    @Message
    String parts();

    @Message
    String kind();

    @Message
    String kindSecretariat();

    @Message
    String kindUndersecretariat();

    @Message
    String kindDirectorate();

    @Message
    String kindEntity();

    @Message
    String hasEnded(String day);

    @Message
    String willEnd(String day);

    @Message
    String followedBy();

    @Message
    String follows();

    @Message
    String about();

    @Message
    String validFrom();

    @Message
    String contact();

    @Message
    String contactHint();

    @Message
    String decides();

    @Message
    String decidesNothing();

    @Message
    String replies();

    @Message
    String noReplies();

    @Message
    String more();

    @Message
    String whoResponds();

    @Message
    String nobodyResponds();

    @Message
    String since(String day);

    @Message
    String upTo(String day);

    @Message
    String questions();

    @Message
    String setup();

    @Message
    String create();

    @Message
    String correct();

    @Message
    String correctLead();

    @Message
    String theirs();

    @Message
    String nameEs();

    @Message
    String nameEn();

    @Message
    String nameFr();

    @Message
    String noParent();

    @Message
    String isPublic();

    @Message
    String save();

    @Message
    String cancel();

    @Message
    String setResponders();

    @Message
    String respondersLead();

    @Message
    String giveResponder();

    @Message
    String giveIt();

    @Message
    String endResponder();

    @Message
    String who();

    @Message
    String whoHint();

    @Message
    String title();

    @Message
    String titleHint();

    @Message
    String from();

    @Message
    String fromHint();

    @Message
    String to();

    @Message
    String toHint();

    @Message
    String endTitle();

    @Message
    String endLead();

    @Message
    String endIt();

    @Message
    String until();

    @Message
    String untilHint();

    @Message
    String successor();

    @Message
    String successorHint();

    @Message
    String nobodyFollows();

    @Message
    String renameTitle();

    @Message
    String renameLead();

    @Message
    String renameIt();

    @Message
    String newNameFrom();

    @Message
    String nameMissing();

    @Message
    String sameName();

    @Message
    String choose();

    @Message
    String endsInThePast();

    @Message
    String followsAnother();

    @Message
    String successorNotThere();

    @Message
    String successorIsPart();

    @Message
    String partOfItself();

    @Message
    String hasEndedOn(String name);

    @Message
    String alreadyEnded();

    @Message
    String changedMeanwhile();

    @Message
    String tooMany(int most);

    @Message
    String respondsAlready();

    @Message
    String resumeTitle();

    @Message
    String resumeLead();

    @Message
    String resumeReason();

    @Message
    String resumeIt();

    @Message
    String notEnded();

    @Message
    String tooLateToResume(int days);

    @Message
    String followedAlready(String name);
}
