package org.ronda.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ronda.kernel.Language;
import org.ronda.kernel.Wording;

/**
 * Everything that the ledger takes. An event stores the text {@code noun.verb}; a kind that was ever recorded is never
 * renamed or taken away. Each has its words in the messages {@code ledger}, as {@code kind_<name>}.
 */
public enum EventKind {
    PAGE_PUBLISHED,
    PROCESS_CREATED,
    PROCESS_CHANGED,
    PROCESS_PUBLISHED,
    PROCESS_ARCHIVED,
    PHASE_ADDED,
    PHASE_CHANGED,
    PHASE_EXTENDED,
    PHASE_SHORTENED,
    PHASE_ADJUSTED,
    PHASE_REOPENED,
    PHASE_SUSPENDED,
    PHASE_RESUMED,
    PHASE_REMOVED,
    RESULTS_FROZEN,
    ROLE_GIVEN,
    ROLE_ENDED,
    NEWS_PUBLISHED,
    NEWS_CORRECTED,
    TOPICS_PUBLISHED,
    CODES_GIVEN,
    CODES_WITHDRAWN,
    VOICE_VERIFIED(Privacy.PRIVATE_ACTOR),
    VOICE_ATTESTED(Privacy.PRIVATE_ACTOR),
    VOICE_REVOKED(Privacy.PRIVATE_ACTOR),

    ORGANISATION_APPLIED,
    ORGANISATION_ACCEPTED,
    ORGANISATION_REFUSED,
    ORGANISATION_CHANGED,
    ORGANISATION_ENDED,
    INTEREST_STATED,
    MANDATE_GIVEN,
    MANDATE_OFFERED,
    MANDATE_ACCEPTED,
    MANDATE_DECLINED,
    MANDATE_REVOKED,
    MANDATE_WIDENED,

    OFFICE_CREATED,
    OFFICE_CHANGED,
    OFFICE_ENDED,
    OFFICE_RESUMED,
    RESPONDER_GIVEN,
    RESPONDER_ENDED,
    BOARD_CREATED,
    BOARD_RULED,
    BOARD_CHANGED,
    BOARD_ENDED,
    BOARD_RESUMED,
    SEAT_ADDED,
    SEAT_CHANGED,
    SEAT_CLOSED,
    SEAT_OFFERED,
    SEAT_ACCEPTED,
    SEAT_DECLINED,
    SEAT_AGREED,
    SEAT_ENDED,

    PROPOSAL_PUBLISHED,
    PROPOSAL_HELD,
    PROPOSAL_CORRECTED,
    PROPOSAL_CHANGED,
    PROPOSAL_WITHDRAWN,
    ENTRY_PUBLISHED,
    ENTRY_HELD,
    ENTRY_CORRECTED,
    ENTRY_CHANGED,
    ENTRY_WITHDRAWN,
    COMMENT_PUBLISHED,
    COMMENT_HELD,
    COMMENT_CORRECTED,
    COMMENT_CHANGED,
    COMMENT_WITHDRAWN,
    COMMITMENT_PUBLISHED,
    COMMITMENT_EXPECTED,
    ROUND_PREPARED,
    COMMENT_PLACED,
    AMENDMENT_PUBLISHED,
    AMENDMENT_HELD,
    AMENDMENT_WITHDRAWN,
    AMENDMENT_JOINED,
    AMENDMENT_LEFT,
    SITTING_RECORDED,
    AUTHOR_JOINED,
    AUTHOR_LEFT,

    SUPPORT_GIVEN(Privacy.HIDDEN_SUBJECT),
    SUPPORT_WITHDRAWN(Privacy.HIDDEN_SUBJECT),
    REACTION_GIVEN(Privacy.PRIVATE_ACTOR),
    REACTION_CHANGED(Privacy.PRIVATE_ACTOR),
    REACTION_WITHDRAWN(Privacy.PRIVATE_ACTOR),
    REPORT_SENT(Privacy.PRIVATE_ACTOR),

    CONTRIBUTION_SENT,
    CONTRIBUTION_CONFIRMED,
    CONTRIBUTION_RETURNED,
    CONTRIBUTION_RELEASED,
    CONTRIBUTION_REFUSED,
    CONTRIBUTION_HIDDEN,
    CONTRIBUTION_RESTORED,
    CONTRIBUTION_REDACTED,
    CONTRIBUTION_REJUDGED,
    CONTRIBUTION_DECIDED,
    CONTRIBUTION_CARRIED,
    CONTRIBUTION_GROUPED,
    CONTRIBUTION_UNGROUPED,
    GROUP_MADE,
    GROUP_CHANGED,
    GROUP_EXTENDED,
    GROUP_REDUCED,
    GROUP_LEFT,
    GROUP_DISSOLVED,
    PARTICIPANT_BLOCKED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_UNBLOCKED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_ERASED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_DISABLED(Privacy.PRIVATE_ACTOR),
    PARTICIPANT_ENABLED(Privacy.PRIVATE_ACTOR),
    LOOK_ASKED(Privacy.PRIVATE_ACTOR),
    LOOK_DECIDED;

    /** How much of an event of a kind may ever be public. */
    public enum Privacy {
        /** Who did it is public with the subject. */
        PUBLIC_ACTOR,
        /** Who did it is never published. */
        PRIVATE_ACTOR,
        /** Who did it is never published, and the subject only while its tally is visible. */
        HIDDEN_SUBJECT
    }

    /** Of whom or what the words of an event are, which decides when they are published. */
    enum Words {
        /** The subject's own, public while these are. */
        SUBJECT,
        /** What moderation says in public where it took something away or gave it back, whatever became of the subject. */
        MARK,
        /** Between whom it concerns and the moderators; never published. */
        CONFIDENTIAL
    }

    private static final Map<String, EventKind> BY_TEXT =
            Stream.of(values()).collect(Collectors.toMap(EventKind::text, Function.identity()));

    private final Privacy privacy;

    EventKind() {
        this(Privacy.PUBLIC_ACTOR);
    }

    EventKind(Privacy privacy) {
        this.privacy = privacy;
    }

    /** The kind as events store it, such as {@code proposal.published}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }

    /** What was done, in words. */
    public String in(Language language) {
        LedgerMessages words = Wording.of(LedgerMessages.class, language);
        return switch (this) {
            case PAGE_PUBLISHED -> words.kindPagePublished();
            case PROCESS_CREATED -> words.kindProcessCreated();
            case PROCESS_CHANGED -> words.kindProcessChanged();
            case PROCESS_PUBLISHED -> words.kindProcessPublished();
            case PROCESS_ARCHIVED -> words.kindProcessArchived();
            case PHASE_ADDED -> words.kindPhaseAdded();
            case PHASE_CHANGED -> words.kindPhaseChanged();
            case PHASE_EXTENDED -> words.kindPhaseExtended();
            case PHASE_SHORTENED -> words.kindPhaseShortened();
            case PHASE_ADJUSTED -> words.kindPhaseAdjusted();
            case PHASE_REOPENED -> words.kindPhaseReopened();
            case PHASE_SUSPENDED -> words.kindPhaseSuspended();
            case PHASE_RESUMED -> words.kindPhaseResumed();
            case PHASE_REMOVED -> words.kindPhaseRemoved();
            case RESULTS_FROZEN -> words.kindResultsFrozen();
            case ROLE_GIVEN -> words.kindRoleGiven();
            case ROLE_ENDED -> words.kindRoleEnded();
            case NEWS_PUBLISHED -> words.kindNewsPublished();
            case NEWS_CORRECTED -> words.kindNewsCorrected();
            case TOPICS_PUBLISHED -> words.kindTopicsPublished();
            case CODES_GIVEN -> words.kindCodesGiven();
            case CODES_WITHDRAWN -> words.kindCodesWithdrawn();
            case VOICE_VERIFIED -> words.kindVoiceVerified();
            case VOICE_ATTESTED -> words.kindVoiceAttested();
            case VOICE_REVOKED -> words.kindVoiceRevoked();
            case ORGANISATION_APPLIED -> words.kindOrganisationApplied();
            case ORGANISATION_ACCEPTED -> words.kindOrganisationAccepted();
            case ORGANISATION_REFUSED -> words.kindOrganisationRefused();
            case ORGANISATION_CHANGED -> words.kindOrganisationChanged();
            case ORGANISATION_ENDED -> words.kindOrganisationEnded();
            case INTEREST_STATED -> words.kindInterestStated();
            case MANDATE_GIVEN -> words.kindMandateGiven();
            case MANDATE_OFFERED -> words.kindMandateOffered();
            case MANDATE_ACCEPTED -> words.kindMandateAccepted();
            case MANDATE_DECLINED -> words.kindMandateDeclined();
            case MANDATE_REVOKED -> words.kindMandateRevoked();
            case MANDATE_WIDENED -> words.kindMandateWidened();
            case OFFICE_CREATED -> words.kindOfficeCreated();
            case OFFICE_CHANGED -> words.kindOfficeChanged();
            case OFFICE_ENDED -> words.kindOfficeEnded();
            case OFFICE_RESUMED -> words.kindOfficeResumed();
            case RESPONDER_GIVEN -> words.kindResponderGiven();
            case RESPONDER_ENDED -> words.kindResponderEnded();
            case BOARD_CREATED -> words.kindBoardCreated();
            case BOARD_RULED -> words.kindBoardRuled();
            case BOARD_CHANGED -> words.kindBoardChanged();
            case BOARD_ENDED -> words.kindBoardEnded();
            case BOARD_RESUMED -> words.kindBoardResumed();
            case SEAT_ADDED -> words.kindSeatAdded();
            case SEAT_CHANGED -> words.kindSeatChanged();
            case SEAT_CLOSED -> words.kindSeatClosed();
            case SEAT_OFFERED -> words.kindSeatOffered();
            case SEAT_ACCEPTED -> words.kindSeatAccepted();
            case SEAT_DECLINED -> words.kindSeatDeclined();
            case SEAT_AGREED -> words.kindSeatAgreed();
            case SEAT_ENDED -> words.kindSeatEnded();
            case PROPOSAL_PUBLISHED -> words.kindProposalPublished();
            case PROPOSAL_HELD -> words.kindProposalHeld();
            case PROPOSAL_CORRECTED -> words.kindProposalCorrected();
            case PROPOSAL_CHANGED -> words.kindProposalChanged();
            case PROPOSAL_WITHDRAWN -> words.kindProposalWithdrawn();
            case ENTRY_PUBLISHED -> words.kindEntryPublished();
            case ENTRY_HELD -> words.kindEntryHeld();
            case ENTRY_CORRECTED -> words.kindEntryCorrected();
            case ENTRY_CHANGED -> words.kindEntryChanged();
            case ENTRY_WITHDRAWN -> words.kindEntryWithdrawn();
            case COMMENT_PUBLISHED -> words.kindCommentPublished();
            case COMMENT_HELD -> words.kindCommentHeld();
            case COMMENT_CORRECTED -> words.kindCommentCorrected();
            case COMMENT_CHANGED -> words.kindCommentChanged();
            case COMMENT_WITHDRAWN -> words.kindCommentWithdrawn();
            case COMMITMENT_PUBLISHED -> words.kindCommitmentPublished();
            case COMMITMENT_EXPECTED -> words.kindCommitmentExpected();
            case ROUND_PREPARED -> words.kindRoundPrepared();
            case COMMENT_PLACED -> words.kindCommentPlaced();
            case AMENDMENT_PUBLISHED -> words.kindAmendmentPublished();
            case AMENDMENT_HELD -> words.kindAmendmentHeld();
            case AMENDMENT_WITHDRAWN -> words.kindAmendmentWithdrawn();
            case AMENDMENT_JOINED -> words.kindAmendmentJoined();
            case AMENDMENT_LEFT -> words.kindAmendmentLeft();
            case SITTING_RECORDED -> words.kindSittingRecorded();
            case CONTRIBUTION_DECIDED -> words.kindContributionDecided();
            case CONTRIBUTION_CARRIED -> words.kindContributionCarried();
            case AUTHOR_JOINED -> words.kindAuthorJoined();
            case AUTHOR_LEFT -> words.kindAuthorLeft();
            case SUPPORT_GIVEN -> words.kindSupportGiven();
            case SUPPORT_WITHDRAWN -> words.kindSupportWithdrawn();
            case REACTION_GIVEN -> words.kindReactionGiven();
            case REACTION_CHANGED -> words.kindReactionChanged();
            case REACTION_WITHDRAWN -> words.kindReactionWithdrawn();
            case REPORT_SENT -> words.kindReportSent();
            case CONTRIBUTION_SENT -> words.kindContributionSent();
            case CONTRIBUTION_CONFIRMED -> words.kindContributionConfirmed();
            case CONTRIBUTION_RETURNED -> words.kindContributionReturned();
            case CONTRIBUTION_RELEASED -> words.kindContributionReleased();
            case CONTRIBUTION_REFUSED -> words.kindContributionRefused();
            case CONTRIBUTION_HIDDEN -> words.kindContributionHidden();
            case CONTRIBUTION_RESTORED -> words.kindContributionRestored();
            case CONTRIBUTION_REDACTED -> words.kindContributionRedacted();
            case CONTRIBUTION_REJUDGED -> words.kindContributionRejudged();
            case CONTRIBUTION_GROUPED -> words.kindContributionGrouped();
            case CONTRIBUTION_UNGROUPED -> words.kindContributionUngrouped();
            case GROUP_MADE -> words.kindGroupMade();
            case GROUP_CHANGED -> words.kindGroupChanged();
            case GROUP_EXTENDED -> words.kindGroupExtended();
            case GROUP_REDUCED -> words.kindGroupReduced();
            case GROUP_LEFT -> words.kindGroupLeft();
            case GROUP_DISSOLVED -> words.kindGroupDissolved();
            case PARTICIPANT_BLOCKED -> words.kindParticipantBlocked();
            case PARTICIPANT_UNBLOCKED -> words.kindParticipantUnblocked();
            case PARTICIPANT_ERASED -> words.kindParticipantErased();
            case PARTICIPANT_DISABLED -> words.kindParticipantDisabled();
            case PARTICIPANT_ENABLED -> words.kindParticipantEnabled();
            case LOOK_ASKED -> words.kindLookAsked();
            case LOOK_DECIDED -> words.kindLookDecided();
        };
    }

    public Privacy privacy() {
        return privacy;
    }

    Words words() {
        return switch (this) {
            case CONTRIBUTION_HIDDEN, CONTRIBUTION_RESTORED, CONTRIBUTION_REDACTED, LOOK_ASKED, LOOK_DECIDED ->
                Words.MARK;
            case REPORT_SENT, CONTRIBUTION_RELEASED, CONTRIBUTION_REFUSED -> Words.CONFIDENTIAL;
            default -> Words.SUBJECT;
        };
    }

    public static Optional<EventKind> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
