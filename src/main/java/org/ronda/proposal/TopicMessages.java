package org.ronda.proposal;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the topics that come from the entries of a topics phase. */
@MessageBundle("topics")
public interface TopicMessages {
    @Message
    String title();

    @Message
    String lead();

    @Message
    String notYetOpen(String ends);

    @Message
    String notYetEnded();

    @Message
    String publishedOn(String when);

    @Message
    String addedOn(String when);

    @Message
    String howDrawn();

    @Message
    String cameFrom(int n);

    @Message
    String otherEntries(int n);

    @Message
    String goneEntries(int n);

    @Message
    String named(int n);

    @Message
    String noneOf(int n);

    @Message
    String noneOfLink();

    @Message
    String inNone();

    @Message
    String toList();

    @Message
    String toEntries();

    @Message
    String becamePart();

    @Message
    String prepare();

    @Message
    String prepareTitle();

    @Message
    String prepareLead();

    @Message
    String preparedTitle();

    @Message
    String preparedNone();

    @Message
    String isPublic();

    @Message
    String isPrepared();

    @Message
    String entriesTitle();

    @Message
    String show();

    @Message
    String showNone();

    @Message
    String showAll();

    @Message
    String search();

    @Message
    String filter();

    @Message
    String noEntries();

    @Message
    String choose();

    @Message
    String putInto();

    @Message
    String newTopic();

    @Message
    String newTitle(String language);

    @Message
    String put();

    @Message
    String takeOut();

    @Message
    String change();

    @Message
    String changeTitle();

    @Message
    String titleIn(String language);

    @Message
    String save();

    @Message
    String remove();

    @Message
    String raise();

    @Message
    String cancel();

    @Message
    String more();

    @Message
    String publish();

    @Message
    String publishTitle();

    @Message
    String publishLead();

    @Message
    String note();

    @Message
    String noteHint();

    @Message
    String publishNow();

    @Message
    String entriesMissing();

    @Message
    String entriesGone();

    @Message
    String originStays();

    @Message
    String topicTitleMissing();

    @Message
    String topicsTooSoon(String ends);

    @Message
    String nothingPrepared();

    @Message
    String noteMissing();

    @Message
    String topicWithoutEntries(String title);

    @Message
    String topicNotTranslated(String title, String language);

    @Message
    String chooseTopic();

    @Message
    String tooManyTopics(int most);

    @Message
    String publishedTopicStays();
}
