package org.ronda.notification;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of following, of what is new, and of the mail that tells of it. */
@MessageBundle("notification")
public interface NotificationMessages {
    @Message
    String follow();

    @Message
    String unfollow();

    @Message
    String commented(int n);

    @Message
    String answered(int n);

    @Message
    String proposed(int n);

    @Message
    String entered(int n);

    @Message
    String supported(int n);

    @Message
    String agreed(int n);

    @Message
    String changed();

    @Message
    String withdrawn();

    @Message
    String released();

    @Message
    String refused();

    @Message
    String hidden();

    @Message
    String restored();

    @Message
    String redacted();

    @Message
    String looked();

    @Message
    String news(int n);

    @Message
    String topics();

    @Message
    String drafted(int times);

    @Message
    String grouped();

    @Message
    String ungrouped();

    @Message
    String phases();

    @Message
    String results();

    @Message
    String archived();

    @Message
    String forYou();

    @Message
    String countNew(long n);

    @Message
    String waits();

    @Message
    String isNew();

    @Message
    String nothingNew();

    @Message
    String markRead();

    @Message
    String onlyYou();

    @Message
    String more();

    @Message
    String digestTitle();

    @Message
    String digestOff();

    @Message
    String digestNoAddress();

    @Message
    String digestWhen();

    @Message
    String digestDaily();

    @Message
    String digestNever();

    @Message
    String digestSave();

    @Message
    String digestSubject();

    @Message
    String digestOpening(String name);

    @Message
    String digestLeave();

    @Message
    String leaveTitle();

    @Message
    String leaveLead();

    @Message
    String leave();

    @Message
    String leaveDone();

    @Message
    String amended(int n);

    @Message
    String decided();

    @Message
    String carried();
}
