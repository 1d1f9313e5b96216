package org.ronda.ledger;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the ledger and of receipts; one for each {@link EventKind}. */
@MessageBundle("ledger")
public interface LedgerMessages {
    @Message
    String receiptsTitle();

    @Message
    String receiptsLead();

    @Message
    String receiptUnknown();

    @Message
    String receiptCode();

    @Message
    String receiptLookUp();

    @Message
    String receiptTitle();

    @Message
    String receiptWhat();

    @Message
    String receiptWhen();

    @Message
    String receiptWhere();

    @Message
    String receiptPosition(Long position);

    @Message
    String receiptSealing();

    @Message
    String receiptKeep();

    @Message
    String receiptProcess();

    @Message
    String receiptAbout();

    @Message
    String receiptNext();

    @Message
    String technicalHow();

    @Message
    String technical();

    @Message
    String verificationTitle();

    @Message
    String verificationGood(String n);

    @Message
    String verificationBroken(Long position, String what);

    @Message
    String verificationLead();

    @Message
    String kindPagePublished();

    @Message
    String kindProcessCreated();

    @Message
    String kindProcessChanged();

    @Message
    String kindProcessPublished();

    @Message
    String kindProcessArchived();

    @Message
    String kindPhaseAdded();

    @Message
    String kindPhaseChanged();

    @Message
    String kindPhaseExtended();

    @Message
    String kindPhaseShortened();

    @Message
    String kindPhaseAdjusted();

    @Message
    String kindPhaseReopened();

    @Message
    String kindPhaseSuspended();

    @Message
    String kindPhaseResumed();

    @Message
    String kindPhaseRemoved();

    @Message
    String kindResultsFrozen();

    @Message
    String kindRoleGiven();

    @Message
    String kindRoleEnded();

    @Message
    String kindNewsPublished();

    @Message
    String kindNewsCorrected();

    @Message
    String kindTopicsPublished();

    @Message
    String kindOrganisationApplied();

    @Message
    String kindOrganisationAccepted();

    @Message
    String kindOrganisationRefused();

    @Message
    String kindOrganisationChanged();

    @Message
    String kindOrganisationEnded();

    @Message
    String kindInterestStated();

    @Message
    String kindMandateGiven();

    @Message
    String kindMandateOffered();

    @Message
    String kindMandateAccepted();

    @Message
    String kindMandateDeclined();

    @Message
    String kindMandateRevoked();

    @Message
    String kindMandateWidened();

    @Message
    String kindOfficeCreated();

    @Message
    String kindOfficeChanged();

    @Message
    String kindOfficeEnded();

    @Message
    String kindOfficeResumed();

    @Message
    String kindResponderGiven();

    @Message
    String kindResponderEnded();

    @Message
    String kindBoardCreated();

    @Message
    String kindBoardRuled();

    @Message
    String kindBoardChanged();

    @Message
    String kindBoardEnded();

    @Message
    String kindBoardResumed();

    @Message
    String kindSeatAdded();

    @Message
    String kindSeatChanged();

    @Message
    String kindSeatClosed();

    @Message
    String kindSeatOffered();

    @Message
    String kindSeatAccepted();

    @Message
    String kindSeatDeclined();

    @Message
    String kindSeatAgreed();

    @Message
    String kindSeatEnded();

    @Message
    String kindProposalPublished();

    @Message
    String kindProposalHeld();

    @Message
    String kindProposalCorrected();

    @Message
    String kindProposalChanged();

    @Message
    String kindProposalWithdrawn();

    @Message
    String kindEntryPublished();

    @Message
    String kindEntryHeld();

    @Message
    String kindEntryCorrected();

    @Message
    String kindEntryChanged();

    @Message
    String kindEntryWithdrawn();

    @Message
    String kindCommentPublished();

    @Message
    String kindCommentHeld();

    @Message
    String kindCommentCorrected();

    @Message
    String kindCommentChanged();

    @Message
    String kindCommentWithdrawn();

    @Message
    String kindCommitmentPublished();

    @Message
    String kindCommitmentExpected();

    @Message
    String kindRoundPrepared();

    @Message
    String kindCommentPlaced();

    @Message
    String kindAuthorJoined();

    @Message
    String kindAuthorLeft();

    @Message
    String kindSupportGiven();

    @Message
    String kindSupportWithdrawn();

    @Message
    String kindReactionGiven();

    @Message
    String kindReactionChanged();

    @Message
    String kindReactionWithdrawn();

    @Message
    String kindReportSent();

    @Message
    String kindContributionSent();

    @Message
    String kindContributionConfirmed();

    @Message
    String kindContributionReturned();

    @Message
    String kindContributionReleased();

    @Message
    String kindContributionRefused();

    @Message
    String kindContributionHidden();

    @Message
    String kindContributionRestored();

    @Message
    String kindContributionRedacted();

    @Message
    String kindContributionRejudged();

    @Message
    String kindContributionGrouped();

    @Message
    String kindContributionUngrouped();

    @Message
    String kindGroupMade();

    @Message
    String kindGroupChanged();

    @Message
    String kindGroupExtended();

    @Message
    String kindGroupReduced();

    @Message
    String kindGroupLeft();

    @Message
    String kindGroupDissolved();

    @Message
    String kindParticipantBlocked();

    @Message
    String kindParticipantUnblocked();

    @Message
    String kindParticipantErased();

    @Message
    String kindParticipantDisabled();

    @Message
    String kindParticipantEnabled();

    @Message
    String kindLookAsked();

    @Message
    String kindLookDecided();

    @Message
    String verificationBrokenAside(String what);

    @Message
    String kindCodesGiven();

    @Message
    String kindCodesWithdrawn();

    @Message
    String kindVoiceVerified();

    @Message
    String kindVoiceAttested();

    @Message
    String kindVoiceRevoked();

    @Message
    String kindAmendmentPublished();

    @Message
    String kindAmendmentHeld();

    @Message
    String kindAmendmentWithdrawn();

    @Message
    String kindAmendmentJoined();

    @Message
    String kindAmendmentLeft();

    @Message
    String kindSittingRecorded();

    @Message
    String kindContributionDecided();

    @Message
    String kindContributionCarried();
}
