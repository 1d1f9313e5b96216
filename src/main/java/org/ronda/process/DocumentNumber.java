package org.ronda.process;

import java.text.Normalizer;
import java.util.Locale;
import org.ronda.kernel.Refused;

/** The number of an identity document as it is typed: dots, dashes and spaces do not count. Kept nowhere. */
final class DocumentNumber {
    private static final int SHORTEST = 5;
    private static final int LONGEST = 30;

    private DocumentNumber() {}

    static String normalise(String typed) {
        String number = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}\\p{Cf}./]+", "");
        if (!number.matches("[0-9A-Z]{" + SHORTEST + "," + LONGEST + "}")) {
            throw Refused.invalid(
                    "documentNumber", language -> ProcessSetup.words(language).documentOdd());
        }
        return number;
    }
}
