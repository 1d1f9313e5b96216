package org.ronda.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.TestDatabase;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Scope;

/** What is found, and in which order. Every test rolls back what it put. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SearchTest {
    private static final long PROCESS = 990_000;

    @Inject
    Index index;

    @Inject
    Search search;

    private void put(long id, String kind, String language, String title, String body) {
        index.put(new Index.Entry(
                Scope.contribution(PROCESS + id),
                PROCESS,
                kind,
                language,
                true,
                title,
                !kind.equals("comment"),
                body,
                Instant.EPOCH));
    }

    private List<Long> found(String query, String kind) {
        return search.find(query, PROCESS, kind, null, 50).stream()
                .map(hit -> hit.subject().id() - PROCESS)
                .toList();
    }

    @Test
    @TestTransaction
    void aTitleInLettersOutsideTheBasicPlaneIsFound() {
        put(1, "proposal", "es", "𐌰𐌱𐌲𐌱𐌳𐌱", "Nada.");
        put(2, "proposal", "es", "𝐒𝐞𝐧𝐝𝐞𝐫𝐨", "Nada.");
        assertEquals(List.of(1L), found("𐌰𐌱𐌲𐌱𐌳𐌱", null));
        assertEquals(List.of(2L), found("sendero", null));
    }

    @Test
    @TestTransaction
    void aTitleOutranksATextThatRepeatsTheWord() {
        put(1, "proposal", "es", "Otra cosa", "sendero ".repeat(200));
        put(2, "proposal", "es", "Un sendero", "Otra cosa.");
        assertEquals(List.of(2L, 1L), found("sendero", null));
    }

    @Test
    @TestTransaction
    void aTitleOutranksACommentThatBeginsWithTheWord() {
        put(1, "proposal", "es", "Un sendero", "Otra cosa.");
        put(2, "comment", "es", "El sendero de la costa", "El sendero de la costa, siempre el sendero.");
        assertEquals(List.of(1L, 2L), found("sendero", null));
    }

    @Test
    @TestTransaction
    void whatHasMoreOfTheWordsComesFirst() {
        put(1, "proposal", "es", "Sendero", "Nada.");
        put(2, "proposal", "es", "Otra cosa", "Un sendero con faroles.");
        assertEquals(List.of(2L, 1L), found("sendero faroles", null));
    }

    @ParameterizedTest
    @CsvSource({
        "es, Más bicicletas para todos, vicicletas",
        "es, Una ciclovía nueva, cicolvia",
        "en, More streetlights please, streetlihgts",
        "fr, Un éclairage plus sûr, eclairaje"
    })
    @TestTransaction
    void aTypoInOneWordIsForgivenAmongOthersThatAreRight(String language, String title, String typo) {
        put(1, "proposal", language, title, "");
        assertEquals(List.of(1L), found(typo, null));
        assertEquals(List.of(1L), found("zzzz " + typo + " kkkk", null));
    }

    @Test
    @TestTransaction
    void whatIsExactComesBeforeWhatIsAlike() {
        put(1, "proposal", "es", "Vereda rota", "");
        put(2, "proposal", "es", "Veredas rotas", "");
        put(3, "proposal", "es", "Verada", "");
        List<Long> found = found("verada", null);
        assertEquals(3L, found.get(0));
        assertTrue(found.contains(1L), found.toString());
    }

    @Test
    @TestTransaction
    void kindsAndProcessesAreFilters() {
        put(1, "proposal", "es", "Sendero", "");
        put(2, "entry", "es", "Sendero", "");
        put(3, "comment", "es", "Sendero", "");
        assertEquals(List.of(2L), found("sendero", "entry"));
        assertEquals(3, found("sendero", null).size());
        assertEquals(List.of(), search.find("sendero", PROCESS + 1, null, null, 50));
    }

    @Test
    @TestTransaction
    void whatIsNotPublicIsNotFoundAndASubjectIsFoundOnce() {
        put(1, "proposal", "es", "Sendero", "");
        put(1, "proposal", "en", "Sendero path", "");
        assertEquals(List.of(1L), found("sendero", null));
        index.reach(Scope.contribution(PROCESS + 1), false);
        assertEquals(List.of(), found("sendero", null));
    }

    @Test
    @TestTransaction
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        for (int i = 1; i <= 23; i++) {
            put(i, "proposal", "es", i % 2 == 0 ? "Sendero" : "Otra cosa", "sendero ".repeat(i));
        }
        List<Long> all = new ArrayList<>();
        Cursor after = null;
        while (true) {
            List<Search.Hit> page = search.find("sendero", PROCESS, null, after, 5);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(hit -> all.add(hit.subject().id() - PROCESS));
            after = page.get(page.size() - 1).cursor();
        }
        assertEquals(found("sendero", null), all);
        assertEquals(23, all.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "de la los",
                "the of and",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "%_\\",
                "🚲🚲",
                "مدينة خضراء",
                "a b c d e f g h i j k l m n o p q r s t u v",
                "null\u0000byte"
            })
    void nothingThatIsTypedBreaksIt(String typed) {
        assertTrue(search.find(typed, null, null, null, 5).size() <= 5);
        assertTrue(search.find(typed.repeat(500), null, null, null, 5).size() <= 5);
    }
}
