package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Now;

/** Tells somebody at once that an organisation asks them to speak for it, while it does. */
@ApplicationScoped
class InvitationLetter implements Letters {
    static final String KIND = "invitation";

    @Inject
    Now now;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(long participantId, String mandate, Language language) {
        return Mandate.byCode(mandate)
                .filter(one -> one.isInvitation() && !one.hasRunOut(now.instant()))
                .map(one -> Organisation.<Organisation>findById(one.organisationId()))
                .map(organisation -> letter(organisation, Applying.words(language)));
    }

    private static Letter letter(Organisation organisation, OrganisationMessages words) {
        String asked = words.awaitingInvitation(organisation.name());
        return new Letter(
                asked,
                List.of(asked + ".", words.mailInvited()),
                List.of(new Letter.Section(
                        "",
                        List.of(
                                new Letter.Item(words.mandatesTitle(), "/me/mandates", ""),
                                new Letter.Item(organisation.name(), organisation.address(), "")))),
                null);
    }
}
