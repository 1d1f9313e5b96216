package org.ronda.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Participant;
import org.ronda.kernel.Code;

/** Supporting a proposal that is there instead of writing the same again: what was typed stays as a draft. */
@ApplicationScoped
class Instead {
    /** What the form says: which proposal, and with which meaning it was seen. */
    private static final Pattern ASKED = Pattern.compile("instead:([A-Z]-[0-9A-Z]{8}):([0-9]{1,6})");

    /** What the page of the supported proposal says of it. */
    record Done(Proposal draft, String receipt) {}

    @Inject
    Supporting supporting;

    /** Where to go when the form asked for it; nothing when it asked for something else. In the transaction that saves. */
    Optional<URI> of(String then, Proposal draft, Participant author) {
        Matcher asked = ASKED.matcher(then == null ? "" : then);
        if (!asked.matches()) {
            return Optional.empty();
        }
        Proposal other = Proposal.byCode(asked.group(1))
                .filter(found -> found.publishedAt() != null)
                .orElseThrow(NotFoundException::new);
        Optional<String> receipt = supporting.give(other, Integer.parseInt(asked.group(2)), author.id());
        return Optional.of(page(other, draft.code(), receipt));
    }

    /** The page of the supported proposal, which says that the draft is kept. */
    static URI page(Proposal supported, String draft, Optional<String> receipt) {
        return URI.create(supported.address() + "?kept=" + draft
                + receipt.map(code -> "&receipt=" + code).orElse(""));
    }

    /** What to say on the page; null where there is no such draft of the viewer's own. */
    static Done done(String draft, String receipt, Long viewer) {
        if (draft == null || viewer == null) {
            return null;
        }
        return Proposal.byCode(Code.normalise(draft))
                .filter(own -> own.isDraft() && CoAuthor.wrote(own.id(), viewer))
                .map(own -> new Done(own, receipt != null && receipt.matches("R-[0-9A-Z]{12}") ? receipt : null))
                .orElse(null);
    }
}
