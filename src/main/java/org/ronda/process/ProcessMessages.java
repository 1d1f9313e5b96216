package org.ronda.process;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of processes and their phases. */
@MessageBundle("process")
public interface ProcessMessages {
    @Message
    String gateSuspended();

    @Message
    String gateNotYet(String opens);

    @Message
    String gateEnded(String ended);

    @Message
    String gateNotAllowed();

    @Message
    String processClosed();

    @Message
    String tooSlow();

    @Message
    String slugTaken();

    @Message
    String phaseIsPublic();

    @Message
    String reasonNeeded();

    @Message
    String reopeningNeedsOpening();

    @Message
    String endTooSoon();

    @Message
    String alreadyPublished();

    @Message
    String phaseMissing();

    @Message
    String noticeReasonNeeded();

    @Message
    String archiveTooSoon();

    @Message
    String changedMeanwhile();
}
