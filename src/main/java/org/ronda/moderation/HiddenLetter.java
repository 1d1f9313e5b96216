package org.ronda.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.process.Process;

/** Tells an author at once that something of theirs was hidden, while it is. The hidden words stay out of the mail. */
@ApplicationScoped
class HiddenLetter implements Letters {
    static final String KIND = "hidden";

    @Inject
    EntityManager entityManager;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String decision, Language language) {
        return Decision.byCode(decision)
                .filter(one -> one.isInForce() && CoAuthor.wrote(one.contributionId(), participantId))
                .map(one -> letter(one, language));
    }

    private Letter letter(Decision decision, Language language) {
        ModerationMessages words = Moderating.words(language);
        String code = entityManager
                .find(Contribution.class, decision.contributionId())
                .code();
        ZoneId zone = Process.<Process>findById(decision.processId()).zone();
        String until = Dates.day(decision.decidedAt().plus(Decision.LOOK_WITHIN), zone, language);
        return new Letter(
                words.mailHidden(code),
                List.of(
                        words.mailHidden(code) + ".",
                        decision.rule().in(language) + ". " + decision.reason(),
                        words.lookLead(until)),
                List.of(new Letter.Section("", List.of(new Letter.Item(words.markMore(), decision.address(), "")))),
                null);
    }
}
