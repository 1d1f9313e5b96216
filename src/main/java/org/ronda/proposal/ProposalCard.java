package org.ronda.proposal;

import java.time.Instant;
import java.util.List;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Initials;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;

/**
 * A proposal in a list.
 *
 * @param authors their names, or their organisations', with commas between; empty when erased
 * @param role the role that its author had in the organisation then, or empty
 * @param district null for the whole city
 * @param key what the list is ordered by
 */
public record ProposalCard(
        long id,
        String code,
        Contribution.State state,
        String title,
        String problem,
        String language,
        Instant publishedAt,
        String district,
        String authors,
        boolean isOrganisation,
        String role,
        List<Translated> topics,
        int supports,
        int comments,
        long key) {
    public Scope scope() {
        return Scope.contribution(id);
    }

    public boolean isPublished() {
        return state == Contribution.State.PUBLISHED;
    }

    public boolean isWithdrawn() {
        return state == Contribution.State.WITHDRAWN;
    }

    /** Two letters that stand for who said it. */
    public String initials() {
        return Initials.of(authors);
    }
}
