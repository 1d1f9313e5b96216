package org.ronda.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the layout, the home page and the error pages. */
@MessageBundle("web")
public interface WebMessages {
    @Message
    String skip();

    @Message
    String demoLabel();

    @Message
    String demo();

    @Message
    String demoChoose();

    @Message
    String navLabel();

    @Message
    String navHome();

    @Message
    String navProcesses();

    @Message
    String navDesk();

    @Message
    String navSetup();

    @Message
    String navMine();

    @Message
    String search();

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String crumbsLabel();

    @Message
    String footPublic();

    @Message
    String footReceipts();

    @Message
    String footLedger();

    @Message
    String languageLabel();

    @Message
    String themeLabel();

    @Message
    String themeLight();

    @Message
    String themeDark();

    @Message
    String themeAuto();

    @Message
    String homeLead();

    @Message
    String homeIntro();

    @Message
    String homeOpen();

    @Message
    String homeComing();

    @Message
    String homeEnded();

    @Message
    String homeNothing();

    @Message
    String notFound();

    @Message
    String conflict();

    @Message
    String tooLarge();

    @Message
    String tooMany();

    @Message
    String unavailable();

    @Message
    String failed();

    @Message
    String notPossible();

    @Message
    String errorAdvice();

    @Message
    String searchWords();

    @Message
    String searchNothing();

    @Message
    String searchMore();

    @Message
    String kindProcess();

    @Message
    String kindProposal();

    @Message
    String kindEntry();

    @Message
    String kindCommitment();

    @Message
    String kindCommitments();

    @Message
    String kindComment();

    @Message
    String searchAmong();

    @Message
    String kindAll();

    @Message
    String kindProcesses();

    @Message
    String kindProposals();

    @Message
    String kindEntries();

    @Message
    String kindComments();

    @Message
    String foreign();

    @Message
    String foreignAdvice();

    @Message
    String noHostAdvice();

    @Message
    String help();

    @Message
    String helpLead();

    @Message
    String helpContents();

    @Message
    String kindAmendment();

    @Message
    String kindAmendments();
}
