package org.ronda.commitment;

import java.time.LocalDate;
import org.ronda.identity.Office;
import org.ronda.kernel.Language;

/**
 * The version that is being written, as everybody may know of it.
 *
 * @param n its number
 * @param who writes it: the office that answers for the draft, else its team; never a person
 * @param expectedOn when it is to be public, or null
 */
record NextVersion(int n, String who, LocalDate expectedOn, boolean isLate) {
    /** @param lead of the public version, or null: what the working one says is nobody else's yet */
    static NextVersion of(CommitmentVersion working, Office lead, LocalDate today, Language language) {
        LocalDate day = working.expectedOn();
        return new NextVersion(
                working.n(),
                lead == null
                        ? Drafting.words(language).theTeam()
                        : lead.name().in(language).text(),
                day,
                day != null && day.isBefore(today));
    }
}
