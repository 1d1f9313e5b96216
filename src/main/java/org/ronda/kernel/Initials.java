package org.ronda.kernel;

import java.util.Locale;

/** Two letters that stand for a name. */
public final class Initials {
    private Initials() {}

    /** @param name empty where nobody is named any more */
    public static String of(String name) {
        return name.isEmpty()
                ? "·"
                : name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT);
    }
}
