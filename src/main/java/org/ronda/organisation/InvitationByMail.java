package org.ronda.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Letter;
import org.ronda.kernel.Letters;
import org.ronda.kernel.Mailbox;
import org.ronda.kernel.Signing;

/**
 * Offers a mandate to an address, whoever it belongs to. The link in it is signed and proves itself: nothing of it is
 * stored. Each time that it goes out it is another one.
 */
@ApplicationScoped
class InvitationByMail implements Letters {
    static final String KIND = "invitation-mail";
    private static final String WHAT = "mandate:";

    /** The link that somebody came with: which mandate, and which of the mails about it. */
    record Link(String code, int send) {
        boolean isLatestOf(Mandate mandate) {
            return send == mandate.sends();
        }
    }

    @Inject
    Signing signing;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    /** What the outbox keeps of it. */
    static String about(Mandate mandate) {
        return mandate.code() + "." + mandate.sends();
    }

    /** What we did not sign does not exist. */
    Optional<Link> link(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !signing.isOf(WHAT + token.substring(0, dot), token.substring(dot + 1))) {
            return Optional.empty();
        }
        return Optional.of(parse(token.substring(0, dot)));
    }

    private static Link parse(String about) {
        String[] parts = about.split("\\.");
        return new Link(parts[0], Integer.parseInt(parts[1]));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Mailbox> mailbox(String about) {
        return waiting(about).map(mandate -> new Mailbox(mandate.email(), mandate.emailLanguage()));
    }

    @Override
    public Optional<Letter> write(long nobody, String about, Language language) {
        return waiting(about)
                .map(mandate -> letter(mandate, Organisation.findById(mandate.organisationId()), about, language));
    }

    /** One that was withdrawn, or mailed again, before its mail was sent is not told of. */
    private static Optional<Mandate> waiting(String about) {
        Link link = parse(about);
        return Mandate.byCode(link.code()).filter(mandate -> mandate.isByMail() && link.isLatestOf(mandate));
    }

    private Letter letter(Mandate mandate, Organisation organisation, String about, Language language) {
        OrganisationMessages words = Applying.words(language);
        return new Letter(
                words.offerSubject(organisation.name()),
                List.of(
                        words.offerAs(organisation.name(), mandate.title()),
                        words.offerMailUntil(Dates.inWordsWithZone(mandate.answerBy(), zone, language)),
                        words.offerNotExpected()),
                List.of(new Letter.Section(
                        "",
                        List.of(new Letter.Item(
                                words.offerLook(), "/invitations/" + about + "." + signing.of(WHAT + about), "")))),
                null);
    }
}
