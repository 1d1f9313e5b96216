package org.ronda.proposal;

import java.util.Map;
import org.ronda.kernel.Refused;

/** Somebody saved the same text meanwhile; carries the words that are there now, so that both can be shown. */
class ChangedMeanwhile extends Refused {
    private final transient Map<String, String> present;
    private final long version;

    ChangedMeanwhile(Map<String, String> present, long version) {
        super(Status.CONFLICT, null, language -> Proposing.words(language).changedMeanwhile());
        this.present = present;
        this.version = version;
    }

    Map<String, String> present() {
        return present;
    }

    long version() {
        return version;
    }
}
