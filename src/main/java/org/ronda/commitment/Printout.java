package org.ronda.commitment;

import java.text.Bidi;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ronda.identity.Office;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;

/**
 * A public version as it leaves the platform, in its language of record: what all kinds of files say alike.
 *
 * @param facts what it is and who answers for it
 * @param items the clauses but the title, numbered
 * @param foot where it comes from, and the hashes that the ledger has of it
 */
record Printout(Language language, String code, String title, List<Fact> facts, List<Item> items, List<Fact> foot) {
    /** One line about the draft. */
    public record Fact(String label, String value) {}

    /** A clause with its number. */
    public record Item(int n, String heading, String words, String easyRead) {
        /** Whether its first letter with a direction is of a script that is written from the right. */
        public boolean isFromRight() {
            return Printout.isFromRight(words);
        }
    }

    /**
     * @param lead the office that answers for it, or null
     * @param origin what addresses begin with
     * @param licence under which the texts are published, or empty
     */
    static Printout of(Draft draft, Edition edition, Office lead, String origin, String licence) {
        Language language = Language.of(draft.commitment().language()).orElseThrow();
        List<Item> items = new ArrayList<>();
        for (Edition.Line line : edition.body()) {
            ClauseText text = line.text();
            items.add(new Item(
                    items.size() + 1,
                    Headings.of(line.clause().kind(), text.heading(), language),
                    text.words(),
                    text.easyRead()));
        }
        return new Printout(
                language,
                draft.commitment().code(),
                edition.title(),
                facts(draft, edition, lead, language),
                items,
                foot(edition, origin, licence, language));
    }

    private static List<Fact> facts(Draft draft, Edition edition, Office lead, Language language) {
        CommitmentMessages words = Drafting.words(language);
        CommitmentVersion version = edition.version();
        CommitmentVersion.Facts said = version.facts();
        ZoneId zone = draft.process().zone();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.codeLabel(), draft.commitment().code()));
        facts.add(new Fact(
                words.versionLabel(),
                version.isPresent() ? words.presentVersion(version.n()) : words.replacedVersion(version.n())));
        facts.add(new Fact(
                words.publishedLabel(),
                Dates.inWords(version.publishedAt().atZone(zone).toLocalDate(), language)));
        facts.add(new Fact(
                words.processLabel(), draft.process().title().in(language).text()));
        if (lead != null) {
            facts.add(new Fact(words.lead(), lead.name().in(language).text()));
        }
        if (said.startsOn() != null && said.endsOn() != null) {
            facts.add(new Fact(
                    words.period(),
                    words.fromTo(Dates.inWords(said.startsOn(), language), Dates.inWords(said.endsOn(), language))));
        } else if (said.startsOn() != null) {
            facts.add(new Fact(words.period(), words.since(Dates.inWords(said.startsOn(), language))));
        } else if (said.endsOn() != null) {
            facts.add(new Fact(words.period(), words.until(Dates.inWords(said.endsOn(), language))));
        }
        if (!said.values().isEmpty()) {
            facts.add(new Fact(
                    words.values(),
                    said.values().stream()
                            .sorted()
                            .map(value -> value.in(language))
                            .collect(Collectors.joining(", "))));
        }
        return facts;
    }

    private static List<Fact> foot(Edition edition, String origin, String licence, Language language) {
        CommitmentMessages words = Drafting.words(language);
        List<Fact> foot = new ArrayList<>();
        foot.add(new Fact(
                words.addressLabel(),
                origin + edition.commitment().address() + "/versions/"
                        + edition.version().n()));
        if (!licence.isEmpty()) {
            foot.add(new Fact(words.licenceLabel(), licence));
        }
        foot.add(new Fact(words.hashesLabel(), words.hashesHint()));
        for (Edition.Line line : edition.lines()) {
            foot.add(new Fact(line.clause().key(), line.hash()));
        }
        return foot;
    }

    /** The words of the document around those of the draft. */
    public CommitmentMessages words() {
        return Drafting.words(language);
    }

    public boolean isFromRight() {
        return isFromRight(title);
    }

    static boolean isFromRight(String text) {
        return !new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }
}
