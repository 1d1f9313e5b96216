package org.ronda.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.kernel.Refused;

/** Files that people and spreadsheets make, and those that somebody makes on purpose. */
class CodeFileTest {
    private static CodeFile.Content read(byte[] bytes) {
        return CodeFile.read(bytes, code -> code.getBytes(StandardCharsets.UTF_8));
    }

    private static CodeFile.Content read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> codes(CodeFile.Content content) {
        return content.taken().stream()
                .map(one -> new String(one.key(), StandardCharsets.UTF_8))
                .toList();
    }

    private static String faults(CodeFile.Content content) {
        return content.refused().stream()
                .map(one -> one.row() + one.fault().name())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7F3K-2Q9M",
                "7f3k2q9m",
                " 7F3K 2Q9M ",
                "\"7F3K-2Q9M\"",
                "7F3K-2Q9M;",
                "7F3K–2Q9M,,",
                "7F3K\u00a02Q9M",
                "\uff17F3K2Q9M"
            })
    void aCodeIsTheSameHoweverItIsWritten(String row) {
        assertEquals(List.of("7F3K2Q9M"), codes(read(row)));
    }

    @Test
    void lettersThatLookLikeDigitsAreDigits() {
        assertEquals(List.of("ABC01123"), codes(read("ABCOIL23")));
        assertEquals("2TWICE", faults(read("ABCOIL23\nabc0 1123")));
    }

    @ParameterizedTest
    @CsvSource({
        "'=HYPERLINK(\"http://x.example\")', FORMULA",
        "=CMD12345678, FORMULA",
        "+ABCD-12345, FORMULA",
        "-ABCD-12345, FORMULA",
        "@ABCD12345, FORMULA",
        "'\"=ABCD12345\"', FORMULA",
        "'ABCD12345,Juana Ejemplo', COLUMNS",
        "'ABCD12345;30111222', COLUMNS",
        "'\"ABCD12345\",\"Juana\"', QUOTES",
        "'\"ABCD12345', QUOTES",
        "ABC\u00d1D12345, SIGNS",
        "ABCD<script>, SIGNS",
        "ABCD123, SHORT",
        "12345678901, SHORT",
        "ABCDEFGHABCDEFGHABCDEFGHABCDEFGHABCDEFGHA, LONG",
    })
    void whatIsNoCodeIsRefusedByItsRow(String row, String fault) {
        assertEquals("1" + fault, faults(read(row)));
    }

    @Test
    void aReportHoldsRowsAndReasonsAndNothingThatTheySaid() {
        CodeFile.Content content = read("codigo\nABCD-1234\n\n=ABCD-5678\nABCD 1234\n,;\nXYZ-98765\n");
        assertEquals(List.of("ABCD1234", "XYZ98765"), codes(content));
        assertEquals("4FORMULA 5TWICE", faults(content));
        assertEquals(2, content.empty());
        assertFalse(content.refused().toString().contains("5678"));
    }

    @Test
    void aMarkOfUtf8AndAnyEndOfLineAreTaken() {
        byte[] marked = "\ufeffABCD-1234\r\nEFGH-5678\rMNPQ-9012".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("ABCD1234", "EFGH5678", "MNPQ9012"), codes(read(marked)));
    }

    @Test
    void anotherEncodingOrNoTextAtAllIsRefusedAsAWhole() {
        Stream.of(
                        "ABCD-1234\n".getBytes(StandardCharsets.UTF_16),
                        "ABCD-1234\n".getBytes(StandardCharsets.UTF_16LE),
                        "Código\nABCD-1234".getBytes(Charset.forName("windows-1252")),
                        "PK\u0003\u0004hoja".getBytes(StandardCharsets.UTF_8),
                        "ABCD\u00001234".getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
                .forEach(bytes -> assertEquals(
                        "file", assertThrows(Refused.class, () -> read(bytes)).field()));
    }

    @Test
    void aHundredThousandRowsAreTakenAndOneMoreIsNot() {
        String most = IntStream.range(0, CodeFile.MOST_ROWS)
                .mapToObj(n -> "ABCD" + (100_000 + n) + "XYZW")
                .collect(Collectors.joining("\n"));
        assertEquals(CodeFile.MOST_ROWS, read(most).taken().size());
        assertThrows(Refused.class, () -> read(most + "\nABCD-9999-XYZW"));
        assertThrows(Refused.class, () -> read("\n".repeat(2 * CodeFile.MOST_ROWS + 1)));
        assertThrows(Refused.class, () -> read(new byte[CodeFile.MOST_BYTES + 1]));
        assertTrue(read("").taken().isEmpty());
    }
}
