package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.organisation.Organisation;

/**
 * Tells those who speak for an organisation at once that something waits for a second of them, while it does. The words
 * stay out of the mail: they are not public.
 */
@ApplicationScoped
class ConfirmationLetter implements Letters {
    private static final String KIND = "confirmation";

    @Inject
    Outbox outbox;

    @Inject
    Names names;

    @Inject
    Now now;

    /** To everybody who may confirm it, so to all but who sent it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void put(Contribution contribution, Instant at) {
        if (outbox.isOn()) {
            List<Long> others = names.speakers(contribution, at).stream()
                    .filter(person -> !Objects.equals(person, contribution.authorId()))
                    .toList();
            outbox.put(KIND, others, contribution.code());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String contribution, Language language) {
        return Contribution.<Contribution>find("code", Code.normalise(contribution))
                .firstResultOptional()
                .filter(one -> one.isUnconfirmed()
                        && !one.isBy(participantId)
                        && names.mayChange(one, participantId, now.instant()))
                .map(one ->
                        Organisation.<Organisation>findById(one.inWhoseName().id()))
                .map(organisation ->
                        letter(organisation, Confirming.words(language), ContributionMessages::confirmationsLead));
    }

    static Letter letter(
            Organisation organisation, ContributionMessages words, Function<ContributionMessages, String> lead) {
        String asked = words.mailConfirm(organisation.name());
        return new Letter(
                asked,
                List.of(asked + ".", lead.apply(words)),
                List.of(new Letter.Section(
                        "", List.of(new Letter.Item(words.confirmationsTitle(), "/me/confirmations", "")))),
                null);
    }
}
