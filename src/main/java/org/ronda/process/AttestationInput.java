package org.ronda.process;

import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * Who is confirmed to be who they are.
 *
 * @param who a participant's code, public name or address
 * @param seen whether a document was seen
 * @param documentNumber its number, or empty; never shown again
 */
record AttestationInput(
        @RestForm String who,
        @RestForm String seen,
        @RestForm String documentNumber) {
    static final AttestationInput BLANK = new AttestationInput("", "", "");

    AttestationInput {
        who = PlainText.line(who);
        seen = PlainText.line(seen);
        documentNumber = PlainText.line(documentNumber);
    }

    public boolean isSeen() {
        return seen.equals("true");
    }
}
