package org.ronda.ledger;

/**
 * What whoever is looking may know of the subject of an event.
 *
 * @param title its title, or its code while its words are not for whoever is looking
 * @param address its page, or null when it has none
 * @param isReached whether whoever is looking may see it at all
 * @param areWordsPublic whether its words may be published with the events about it
 * @param isTallyHidden whether its supports are not shown yet, to anybody
 */
public record Subject(String title, String address, boolean isReached, boolean areWordsPublic, boolean isTallyHidden) {
    /** A subject that does not exist, or not for whoever is looking. */
    public static final Subject UNREACHED = new Subject("", null, false, false, true);
}
