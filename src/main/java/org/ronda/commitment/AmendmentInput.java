package org.ronda.commitment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BadRequestException;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.PlainText;

/**
 * A change of a clause as somebody writes it.
 *
 * @param clause the key of the clause
 * @param does an {@link Amendment.Op} in lower case
 * @param version the number of the version that was before their eyes
 * @param heading what a clause that is added is called
 * @param words what the clause is to say, or the one that is added
 * @param name the code of the organisation in whose name, or empty
 */
record AmendmentInput(
        @RestForm String clause,
        @RestForm String does,
        @RestForm int version,
        @RestForm @Size(max = ClauseInput.LONGEST_HEADING) String heading,
        @RestForm @Size(max = ClauseInput.LONGEST) String words,
        @RestForm @NotBlank @Size(max = 20_000) String reason,
        @RestForm String name) {
    AmendmentInput {
        clause = clause == null ? "" : clause;
        does = does == null || does.isEmpty() ? "replace" : does;
        heading = PlainText.line(heading);
        words = PlainText.clean(words);
        reason = PlainText.clean(reason);
        name = name == null ? "" : name.strip();
    }

    /** The form as it is opened: the clause's own words to be changed, or an empty one. */
    static AmendmentInput about(Edition edition, Edition.Line line, Amendment.Op op) {
        String words = op == Amendment.Op.REPLACE ? line.text().words() : "";
        return new AmendmentInput(
                line.clause().key(),
                op.name().toLowerCase(Locale.ROOT),
                edition.version().n(),
                "",
                words,
                "",
                "");
    }

    Amendment.Op op() {
        return switch (does) {
            case "insert_after" -> Amendment.Op.INSERT_AFTER;
            case "delete" -> Amendment.Op.DELETE;
            case "replace" -> Amendment.Op.REPLACE;
            default -> throw new BadRequestException();
        };
    }

    /** The same change against a later version, with what both say. */
    AmendmentInput against(int later, String both) {
        return new AmendmentInput(clause, does, later, heading, both, reason, name);
    }
}
