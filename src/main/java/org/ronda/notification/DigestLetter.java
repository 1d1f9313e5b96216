package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Wording;

/** What "for you" would show, as a mail: as its reader reaches it when it is sent, without what they have read meanwhile. */
@ApplicationScoped
class DigestLetter implements Letters {
    static final String KIND = "digest";
    private static final int MOST = 30;

    @Inject
    Notices notices;

    @Inject
    Leaving leaving;

    @Inject
    Viewer viewer;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String stretch, Language language) {
        NoticeReader reader = NoticeReader.findById(participantId);
        if (reader == null || !reader.hasDigest()) {
            return Optional.empty();
        }
        Participant participant = Participant.findById(participantId);
        viewer.standFor(participant);
        String[] ends = stretch.split("-");
        long after = Math.max(Long.parseLong(ends[0]), reader.readTo);
        Slice<Notices.News> news = notices.news(participantId, after, Long.parseLong(ends[1]), null, MOST, language);
        List<Awaiting.Awaited> awaited = notices.awaited(language);
        return news.isEmpty() && awaited.isEmpty()
                ? Optional.empty()
                : Optional.of(letter(participant, awaited, news, language));
    }

    private Letter letter(
            Participant reader, List<Awaiting.Awaited> awaited, Slice<Notices.News> news, Language language) {
        NotificationMessages words = Wording.of(NotificationMessages.class, language);
        List<Letter.Section> sections = new ArrayList<>();
        if (!awaited.isEmpty()) {
            sections.add(new Letter.Section(
                    words.waits(),
                    awaited.stream()
                            .map(one -> new Letter.Item(one.words(), one.address(), ""))
                            .toList()));
        }
        List<Letter.Item> items = new ArrayList<>();
        news.items()
                .forEach(one -> items.add(new Letter.Item(
                        one.title(),
                        one.address(),
                        one.inWords(language) + " · " + Dates.inWords(one.at(), zone, language))));
        if (news.next() != null) {
            items.add(new Letter.Item(words.more(), "/me/for-you", ""));
        }
        if (!items.isEmpty()) {
            sections.add(new Letter.Section(words.isNew(), items));
        }
        return new Letter(
                words.digestSubject(),
                List.of(words.digestOpening(reader.name())),
                sections,
                new Letter.Leaving(words.digestLeave(), leaving.path(reader)));
    }
}
