package org.ronda.process;

import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.HouseText;
import org.ronda.kernel.PlainText;
import org.ronda.kernel.WholeNumber;

/**
 * What somebody accepts before contributing.
 *
 * @param rules the version of the rules that was read; empty when the box was not ticked
 * @param privacy the version of the privacy notice
 * @param age the age that is reached
 * @param name the public name that was confirmed to be one's own
 * @param process the address of the process that asks for the age or the name
 * @param to where to go then
 */
record WelcomeInput(
        @RestForm @WholeNumber(min = 1, max = 1_000_000) String rules,
        @RestForm @WholeNumber(min = 1, max = 1_000_000) String privacy,
        @RestForm @WholeNumber(min = 1, max = 120) String age,
        @RestForm String name,
        @RestForm String process,
        @RestForm String to) {
    static final WelcomeInput BLANK = new WelcomeInput(null, null, null, null, null, null);

    WelcomeInput {
        rules = PlainText.line(rules);
        privacy = PlainText.line(privacy);
        age = PlainText.line(age);
        name = PlainText.line(name);
        process = PlainText.line(process);
        to = to == null ? "" : to;
    }

    /** Whether the box of that text was ticked. */
    public boolean accepts(HouseText text) {
        return version(text.kind()).equals(String.valueOf(text.n()));
    }

    String version(HouseText.Kind kind) {
        return switch (kind) {
            case RULES -> rules;
            case PRIVACY -> privacy;
            default -> "";
        };
    }
}
