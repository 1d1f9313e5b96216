package org.ronda.commitment;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronda.kernel.Language;

/** What the headings of a text mean: the names of the kinds of clauses, in each language of the platform. */
final class Headings {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3})*[.)][\\s\\u00a0]+(?=\\S)");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s\\u00a0\\u202f]*[:：–—]\\s+|\\s+-\\s+");
    private static final Map<String, Named> NAMES = new HashMap<>();
    private static final Map<String, Section> SECTIONS = new HashMap<>();

    /** Sections that are no clause. */
    enum Section {
        /** The same as the clause above, in easy words. */
        EASY_READ,
        /** What a download says of itself. */
        ABOUT
    }

    /**
     * A heading that names a kind.
     *
     * @param own what follows the name of the kind, as in "Milestone 2: the desk opens"; else empty
     * @param isOfMany whether it stands above several of that kind
     */
    record Named(Clause.Kind kind, String own, boolean isOfMany) {}

    static {
        for (Language language : Language.values()) {
            CommitmentMessages words = Drafting.words(language);
            for (Clause.Kind kind : Clause.Kind.values()) {
                learn(kind.in(language) + "|" + also(kind, words), new Named(kind, "", false));
            }
            learn(words.alsoMilestones(), new Named(Clause.Kind.MILESTONE, "", true));
            SECTIONS.put(plain(words.easyRead()), Section.EASY_READ);
            SECTIONS.put(plain(words.aboutDraft()), Section.ABOUT);
            SECTIONS.put(plain(words.aboutFile()), Section.ABOUT);
        }
    }

    private Headings() {}

    private static void learn(String names, Named named) {
        for (String name : names.split("\\|")) {
            NAMES.put(plain(name), named);
        }
    }

    private static String also(Clause.Kind kind, CommitmentMessages words) {
        return switch (kind) {
            case TITLE -> words.alsoTitle();
            case PROBLEM -> words.alsoProblem();
            case STATUS_QUO -> words.alsoStatusQuo();
            case ACTION -> words.alsoAction();
            case CONTRIBUTION -> words.alsoContribution();
            case GOAL -> words.alsoGoal();
            case RELEVANCE -> words.alsoRelevance();
            case RESOURCES -> words.alsoResources();
            case MILESTONE -> words.alsoMilestone();
            case OTHER -> words.alsoOther();
        };
    }

    /** "2. El problema" is "El problema". */
    static String withoutNumber(String heading) {
        Matcher number = NUMBER.matcher(heading);
        return number.lookingAt() ? heading.substring(number.end()) : heading;
    }

    /** What a heading without its number names: a kind alone, or a kind with words of its own. */
    static Optional<Named> named(String heading) {
        Matcher separator = SEPARATOR.matcher(heading);
        while (separator.find()) {
            String own = heading.substring(separator.end());
            Optional<Named> named = exactly(heading.substring(0, separator.start()));
            if (named.isPresent() && !own.isEmpty()) {
                return named.map(found -> new Named(found.kind(), own, false));
            }
        }
        return exactly(heading);
    }

    /** A kind, without words of its own. */
    static Optional<Named> exactly(String heading) {
        String plain = plain(heading);
        Named found = NAMES.get(plain);
        if (found == null) {
            found = NAMES.get(plain.replaceFirst(" \\d{1,3}$", ""));
            return Optional.ofNullable(found).filter(named -> named.kind() == Clause.Kind.MILESTONE);
        }
        return Optional.of(found);
    }

    static Optional<Section> section(String heading) {
        return Optional.ofNullable(SECTIONS.get(plain(heading)));
    }

    /** The heading under which a clause is found again as what it is. */
    static String of(Clause.Kind kind, String own, Language language) {
        if (own.isEmpty()) {
            return kind.in(language);
        }
        boolean isPlain = kind == Clause.Kind.OTHER
                && named(own).isEmpty()
                && section(own).isEmpty();
        return isPlain ? own : kind.in(language) + ": " + own;
    }

    private static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
