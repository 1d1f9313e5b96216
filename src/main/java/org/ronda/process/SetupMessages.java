package org.ronda.process;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of setting processes up. */
@MessageBundle("setup")
public interface SetupMessages {
    @Message
    String setup();

    @Message
    String newProcess();

    @Message
    String none();

    @Message
    String drafts();

    @Message
    String published();

    @Message
    String archived();

    @Message
    String publishedOn(String day);

    @Message
    String begunOn(String day);

    @Message
    String chooseFrom();

    @Message
    String fromTemplate();

    @Message
    String fromTemplateHint();

    @Message
    String fromCopy();

    @Message
    String fromCopyHint();

    @Message
    String fromBlank();

    @Message
    String fromBlankHint();

    @Message
    String copyOf();

    @Message
    String title();

    @Message
    String titleHint();

    @Message
    String slug();

    @Message
    String slugHint();

    @Message
    String slugShape();

    @Message
    String start();

    @Message
    String startHint();

    @Message
    String startMissing();

    @Message
    String copyUnknown();

    @Message
    String begin();

    @Message
    String cancel();

    @Message
    String save();

    @Message
    String steps();

    @Message
    String overview();

    @Message
    String textsIn(String language);

    @Message
    String frame();

    @Message
    String phases();

    @Message
    String log();

    @Message
    String see();

    @Message
    String preview();

    @Message
    String isPublished(String day);

    @Message
    String archive();

    @Message
    String archiveHint();

    @Message
    String reason();

    @Message
    String reasonHint();

    @Message
    String checklist();

    @Message
    String done();

    @Message
    String missing();

    @Message
    String checkTexts(String language);

    @Message
    String checkBody();

    @Message
    String checkPhases();

    @Message
    String checkPhaseTexts(String phase);

    @Message
    String checkDates(String phase);

    @Message
    String publish();

    @Message
    String publishNow();

    @Message
    String shortNotice();

    @Message
    String theirs();

    @Message
    String summary();

    @Message
    String summaryHint();

    @Message
    String notDecidedHint();

    @Message
    String easyReadHint();

    @Message
    String nobodyYet();

    @Message
    String influenceHint();

    @Message
    String languages();

    @Message
    String zoneHint();

    @Message
    String choose();

    @Message
    String noPhases();

    @Message
    String addPhase();

    @Message
    String coming(String when);

    @Message
    String extend();

    @Message
    String suspend();

    @Message
    String resume();

    @Message
    String reopen();

    @Message
    String earlier();

    @Message
    String remove();

    @Message
    String kind();

    @Message
    String words();

    @Message
    String titleIn(String language);

    @Message
    String askIn(String language);

    @Message
    String askHint();

    @Message
    String dates();

    @Message
    String opens();

    @Message
    String ends();

    @Message
    String newEnd();

    @Message
    String late();

    @Message
    String lateHint();

    @Message
    String actions();

    @Message
    String actPropose();

    @Message
    String actComment();

    @Message
    String actSupport();

    @Message
    String actAmend();

    @Message
    String actAttend();

    @Message
    String limits();

    @Message
    String supportsPerVoter();

    @Message
    String proposalsPerVoter();

    @Message
    String noLimit();

    @Message
    String maxLength();

    @Message
    String moderation();

    @Message
    String moderatedAfter();

    @Message
    String moderatedFirst();

    @Message
    String disagree();

    @Message
    String hiddenTally();

    @Message
    String hiddenTallyHint();

    @Message
    String organisations();

    @Message
    String organisationsHint();

    @Message
    String owed();

    @Message
    String owedProposal();

    @Message
    String owedEntry();

    @Message
    String owedClauseComment();

    @Message
    String owedQuestion();

    @Message
    String owedThread();

    @Message
    String due();

    @Message
    String share();

    @Message
    String shareHint();

    @Message
    String effectHint();

    @Message
    String dateOutOfRange();

    @Message
    String titleMissing();

    @Message
    String endsBeforeOpens();

    @Message
    String lateBeforeEnd();

    @Message
    String dueMissing();

    @Message
    String dueTooSoon();

    @Message
    String notLater();

    @Message
    String when();

    @Message
    String what();

    @Message
    String who();

    @Message
    String why();

    @Message
    String older();

    @Message
    String manage();

    @Message
    String roleAdministrator();

    @Message
    String roleModerator();

    @Message
    String roleFacilitator();

    @Message
    String roleEvaluator();

    @Message
    String whatRolesMay();

    @Message
    String mayAdministrator();

    @Message
    String mayModerator();

    @Message
    String mayFacilitator();

    @Message
    String mayMonitoring();

    @Message
    String mayEvaluator();

    @Message
    String roleMonitoring();

    @Message
    String templateSummary();

    @Message
    String kindOutreach();

    @Message
    String askOutreach();

    @Message
    String kindTopics();

    @Message
    String askTopics();

    @Message
    String kindTables();

    @Message
    String askTables();

    @Message
    String kindProposals();

    @Message
    String askProposals();

    @Message
    String kindPrioritisation();

    @Message
    String askPrioritisation();

    @Message
    String kindDraftComment();

    @Message
    String askDraftComment();

    @Message
    String kindResponse();

    @Message
    String askResponse();

    @Message
    String kindEndorsement();

    @Message
    String askEndorsement();

    @Message
    String kindImplementation();

    @Message
    String askImplementation();

    @Message
    String kindEvaluation();

    @Message
    String askEvaluation();

    @Message
    String topics();

    @Message
    String noTopics();

    @Message
    String addTopic();

    @Message
    String tooManyTopics();

    @Message
    String topicIsPublic();

    @Message
    String reading();

    @Message
    String readingHint();

    @Message
    String noReading();

    @Message
    String addReading();

    @Message
    String link();

    @Message
    String file();

    @Message
    String fileHint();

    @Message
    String linkOrFile();

    @Message
    String tooManyReadings();

    @Message
    String roles();

    @Message
    String role();

    @Message
    String appoint();

    @Message
    String person();

    @Message
    String personHint();

    @Message
    String endRole();

    @Message
    String news();

    @Message
    String noNews();

    @Message
    String announce();

    @Message
    String announceHint();

    @Message
    String newsNotYet();

    @Message
    String newsHalf();

    @Message
    String bodyIn(String language);

    @Message
    String readFirst();

    @Message
    String correct();

    @Message
    String correctNews();

    @Message
    String correctNewsHint();

    @Message
    String newsUnchanged();

    @Message
    String textMissing(String name);

    @Message
    String phaseTextMissing(String phase, String name);

    @Message
    String bodyMissing();

    @Message
    String minAgeHint();

    @Message
    String publicNamesHint();

    @Message
    String publicNamesLate();

    @Message
    String eligibilityHint();

    @Message
    String codes();

    @Message
    String codesLead();

    @Message
    String codesFile();

    @Message
    String codesFileHint(int rows);

    @Message
    String codesUpload();

    @Message
    String codesPreview();

    @Message
    String codesTaken(int n);

    @Message
    String codesRefused(int n);

    @Message
    String codesEmpty(int n);

    @Message
    String codesRow();

    @Message
    String codesWhy();

    @Message
    String codesMore();

    @Message
    String faultFORMULA();

    @Message
    String faultCOLUMNS();

    @Message
    String faultSIGNS();

    @Message
    String faultSHORT();

    @Message
    String faultLONG();

    @Message
    String faultQUOTES();

    @Message
    String faultTWICE();

    @Message
    String faultPRESENT();

    @Message
    String codesConfirm();

    @Message
    String codesDiscard();

    @Message
    String codesGiven(int given, int used);

    @Message
    String codesOf(int n);

    @Message
    String codesLists();

    @Message
    String codesNoLists();

    @Message
    String codesWithdraw();

    @Message
    String codesWithdrawn();

    @Message
    String codesConfirmed();

    @Message
    String codesNone();

    @Message
    String codesUsed();

    @Message
    String codesNotAsked();

    @Message
    String codesTooMany(int rows);

    @Message
    String codesNotText();

    @Message
    String codesNoFile();

    @Message
    String owedAmendment();
}
