package org.ronda.identity;

import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/** The word that somebody types so that nothing is erased by mistake. */
record ErasureInput(@RestForm String word) {
    static final ErasureInput BLANK = new ErasureInput("");

    ErasureInput {
        word = PlainText.line(word);
    }
}
