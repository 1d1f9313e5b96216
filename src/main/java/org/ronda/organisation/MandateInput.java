package org.ronda.organisation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.identity.Period;
import org.ronda.kernel.PlainText;

/**
 * A mandate to be given.
 *
 * @param who a participant's code or public name, or an e-mail address
 * @param about empty for everything, or what {@link Spheres} offers
 * @param from the first day, or empty for at once
 * @param to the last day, or empty for without end
 * @param holder "true" for who may give mandates too
 */
public record MandateInput(
        @RestForm @NotBlank @Size(max = 254) String who,
        @RestForm @NotBlank @Size(max = 80) String title,
        @RestForm String about,
        @RestForm String from,
        @RestForm String to,
        @RestForm String holder) {
    // as a browser checks type=email; an address with other letters is one that not every mail server takes
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    static final MandateInput BLANK = new MandateInput("", "", "", "", "", "");

    public MandateInput {
        who = PlainText.line(who);
        title = PlainText.line(title);
        about = about == null ? "" : about.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        holder = "true".equals(holder) ? "true" : "";
    }

    /** Whether it goes out by mail: nobody is looked up, so the answer is the same whoever has that address. */
    boolean isByMail() {
        return ADDRESS.matcher(who).matches();
    }

    String address() {
        return who.toLowerCase(Locale.ROOT);
    }

    public boolean isHolder() {
        return holder.equals("true");
    }

    Period period() {
        return new Period(from, to);
    }
}
