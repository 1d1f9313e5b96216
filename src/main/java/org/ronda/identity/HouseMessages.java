package org.ronda.identity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the texts of the house. */
@MessageBundle("house")
public interface HouseMessages {
    @Message
    String platform();

    @Message
    String rules();

    @Message
    String privacy();

    @Message
    String accessibility();

    @Message
    String contact();

    @Message
    String texts();

    @Message
    String textsLead();

    @Message
    String edit(String title);

    @Message
    String editThis();

    @Message
    String editHint();

    @Message
    String inLanguage(String language);

    @Message
    String previewIn(String language);

    @Message
    String previewLead();

    @Message
    String preview();

    @Message
    String publish();

    @Message
    String cancel();

    @Message
    String publishAsks();

    @Message
    String version(int n);

    @Message
    String titleOfVersion(String title, int n);

    @Message
    String inForceSince(int n, String day);

    @Message
    String earlierVersion(int n, String day);

    @Message
    String readPresent();

    @Message
    String versions();

    @Message
    String publishedOn(String day);

    @Message
    String changedMeanwhile();

    @Message
    String unchanged();

    @Message
    String theirs();

    @Message
    String newerVersion();
}
