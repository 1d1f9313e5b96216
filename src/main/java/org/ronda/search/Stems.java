package org.ronda.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The forms of words that are compared: stems by language, and groups of three letters, all without accents. */
final class Stems {
    private static final int LONGEST = 64;
    private static final Map<String, Analyzer> ANALYZERS =
            Map.of("es", new SpanishAnalyzer(), "en", new EnglishAnalyzer(), "fr", new FrenchAnalyzer());
    private static final Analyzer OTHER = new StandardAnalyzer();

    private Stems() {}

    /** The stems of a text, in order and with repetitions. Words are folded first, so "participacion" meets "participación". */
    static List<String> of(String text, String language) {
        List<String> stems = new ArrayList<>();
        try (TokenStream tokens = ANALYZERS.getOrDefault(language, OTHER).tokenStream("", folded(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String stem = term.toString();
                stems.add(stem.length() > LONGEST ? stem.substring(0, LONGEST) : stem);
            }
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return stems;
    }

    /** The stems of one word of a query in every language: nobody says which language a query is in. */
    static Set<String> ofAny(String word) {
        Set<String> stems = new LinkedHashSet<>(of(word, "und"));
        ANALYZERS.keySet().stream().sorted().forEach(language -> stems.addAll(of(word, language)));
        return stems;
    }

    /** The words of a text, without accents and marks, each once. */
    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(List.of(folded(text).split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    /**
     * Groups of three letters within words, with the beginnings and ends of words marked. Letters that sound alike in
     * Spanish are one, as they are what is mistaken most: a wrong letter in the middle of a short word spoils most of its
     * groups.
     */
    static Set<String> grams(String text) {
        Set<String> grams = new LinkedHashSet<>();
        for (String word : words(text)) {
            if (word.length() < 2) {
                continue;
            }
            int[] marked = (" " + sound(word) + " ").codePoints().toArray();
            for (int i = 0; i + 3 <= marked.length; i++) {
                grams.add(new String(marked, i, 3));
            }
        }
        return grams;
    }

    private static String sound(String word) {
        return word.replaceAll("^h(?=.)", "")
                .replaceAll("c(?=[ei])|z", "s")
                .replace('v', 'b')
                .replace("ll", "y")
                .replaceAll("g(?=[ei])", "j");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
