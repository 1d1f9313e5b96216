package org.ronda.comment;

import org.ronda.kernel.Refused;

/** Somebody saved the same comment meanwhile; the form shows both texts. */
class ChangedMeanwhile extends Refused {
    ChangedMeanwhile() {
        super(Status.CONFLICT, null, language -> Commenting.words(language).changedMeanwhile());
    }
}
