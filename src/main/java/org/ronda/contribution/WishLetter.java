package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Now;
import org.ronda.kernel.Outbox;
import org.ronda.organisation.Organisation;
import org.ronda.organisation.Speaking;

/** Tells those who speak for an organisation at once that it was asked to support something, while a second is missing. */
@ApplicationScoped
class WishLetter implements Letters {
    private static final String KIND = "wish";

    @Inject
    Outbox outbox;

    @Inject
    Speaking speaking;

    @Inject
    Names names;

    @Inject
    Now now;

    /** To everybody who may confirm it, so to all but who asked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void put(Organisation organisation, Contribution contribution, long by, Instant at) {
        if (outbox.isOn()) {
            List<Long> others = speaking
                    .speakers(
                            organisation.id(), contribution.processId(), () -> names.topicsOf(contribution.scope()), at)
                    .stream()
                    .filter(person -> person != by)
                    .toList();
            outbox.put(KIND, others, organisation.code() + " " + contribution.code());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String about, Language language) {
        String[] codes = about.split(" ", 2);
        Optional<Organisation> organisation = Organisation.byCode(codes[0]);
        Optional<Contribution> contribution =
                Contribution.<Contribution>find("code", codes[1]).firstResultOptional();
        return contribution
                .filter(Contribution::isPublished)
                .flatMap(one -> organisation
                        .flatMap(named -> SupportWish.of(named.id(), one.id(), one.meaning()))
                        .filter(wish -> !wish.isBy(participantId)
                                && speaking.speaksFor(
                                        wish.organisationId(),
                                        participantId,
                                        one.processId(),
                                        () -> names.topicsOf(one.scope()),
                                        now.instant())))
                .map(wish -> ConfirmationLetter.letter(
                        organisation.orElseThrow(), Confirming.words(language), ContributionMessages::wishesLead));
    }
}
