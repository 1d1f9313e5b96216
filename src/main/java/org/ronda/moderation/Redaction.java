package org.ronda.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Attachments;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.ContributionVersion;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * Takes a passage out of every version of a contribution, the captions of its files among it, leaves a mark in its place
 * and seals the original; gives it back when a second look says so.
 */
@ApplicationScoped
class Redaction {
    private static final Map<String, Integer> LONGEST = Map.of("title", 400, "files", 4_000);
    private static final int LONGEST_TEXT = 20_000;

    @Inject
    EntityManager entityManager;

    @Inject
    Attachments attachments;

    @Inject
    ObjectMapper json;

    /** The present words without the passage. Versions that have it are sealed under the decision and rewritten. */
    Map<String, String> take(Contribution contribution, Decision decision) {
        Map<String, String> present = without(contribution.words(), decision, contribution.language());
        if (present.equals(contribution.words())) {
            throw Refused.invalid("words", language -> words(language).wordsNotThere());
        }
        refuseTooLong(present);
        for (ContributionVersion version : ContributionVersion.of(contribution.id())) {
            Map<String, String> original = version.words();
            Map<String, String> redacted = without(original, decision, contribution.language());
            if (!redacted.equals(original)) {
                refuseTooLong(redacted);
                seal(decision, contribution, version.n(), original);
                version.write(redacted, version.savedAt());
            }
        }
        attachments.followWords(contribution);
        return present;
    }

    /**
     * The present words with the passage again, after the versions got it back; nothing when its author has rewritten
     * the present version since. Other passages stay out.
     */
    Optional<Map<String, String>> giveBack(Contribution contribution, Decision decision) {
        // the decision itself may be lifted by now, though its passage is still out
        List<Decision> out = Stream.concat(
                        Decision.redacting(contribution.id()).stream().filter(one -> one.id() != decision.id()),
                        Stream.of(decision))
                .sorted(Comparator.comparing(Decision::id))
                .toList();
        Map<String, String> present = null;
        for (ContributionVersion version : ContributionVersion.of(contribution.id())) {
            for (Sealed sealed : sealed(contribution.id(), version.n(), decision.id())) {
                Map<String, String> others = sealed.words();
                Map<String, String> all = sealed.words();
                for (Decision one : out) {
                    if (one.id() < sealed.decision()) {
                        continue;
                    }
                    all = without(all, one, contribution.language());
                    others = one.id() == decision.id() ? others : without(others, one, contribution.language());
                }
                if (all.equals(version.words()) && !others.equals(all)) {
                    version.write(others, version.savedAt());
                    present = version.n() == contribution.wordsVersion() ? others : present;
                    break;
                }
            }
        }
        attachments.followWords(contribution);
        return Optional.ofNullable(present);
    }

    private static void refuseTooLong(Map<String, String> words) {
        words.forEach((field, text) -> {
            if (text.length() > LONGEST.getOrDefault(field, LONGEST_TEXT)) {
                throw Refused.invalid("words", language -> words(language).wordsTooOften());
            }
        });
    }

    /** What a version said before anything was taken out of it by that decision. */
    private record Sealed(long decision, Map<String, String> words) {}

    private List<Sealed> sealed(long contribution, int n, long until) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select decision_id, words from sealed_words where contribution_id = :contribution"
                                + " and version_n = :n and decision_id <= :until order by decision_id",
                        Object[].class)
                .setParameter("contribution", contribution)
                .setParameter("n", n)
                .setParameter("until", until)
                .getResultList();
        List<Sealed> sealed = new ArrayList<>();
        for (Object[] row : rows) {
            sealed.add(new Sealed(((Number) row[0]).longValue(), read((String) row[1])));
        }
        return sealed;
    }

    private void seal(Decision decision, Contribution contribution, int n, Map<String, String> original) {
        entityManager
                .createNativeQuery("insert into sealed_words (decision_id, contribution_id, version_n, words)"
                        + " values (:decision, :contribution, :n, :words)")
                .setParameter("decision", decision.id())
                .setParameter("contribution", contribution.id())
                .setParameter("n", n)
                .setParameter("words", write(original))
                .executeUpdate();
    }

    private static Map<String, String> without(Map<String, String> words, Decision decision, String tag) {
        String mark = words(Language.of(tag).orElse(Language.ES)).passageGone();
        Map<String, String> left = new LinkedHashMap<>();
        UnaryOperator<String> without = text -> text.replace(decision.words(), mark);
        // of the files, only the captions are prose: a passage could be part of a hash
        words.forEach((field, text) ->
                left.put(field, field.equals("files") ? Attachment.recaptioned(text, without) : without.apply(text)));
        return left;
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("sealed words are not a JSON map", broken);
        }
    }

    private String write(Map<String, String> words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ModerationMessages words(Language language) {
        return Wording.of(ModerationMessages.class, language);
    }
}
