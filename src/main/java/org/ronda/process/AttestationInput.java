package org.ronda.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.Refused;

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

    /** What it stands for; the number of a document as its key only. */
    record Sealed(@NotBlank @Size(max = 320) String who, boolean isSeen, String document) {}

    /** @param key of the number; a number that is none is not kept either */
    Sealed sealed(Supplier<byte[]> key) {
        return new Sealed(who, isSeen(), hex(key));
    }

    private static String hex(Supplier<byte[]> document) {
        try {
            byte[] key = document.get();
            return key == null ? "" : HexFormat.of().formatHex(key);
        } catch (Refused odd) {
            return "odd";
        }
    }
}
