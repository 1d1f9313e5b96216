package org.ronda.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ronda.kernel.Scope;

/** The examples that docs/ledger.md gives are what the code computes, so that anybody can write a verifier from it. */
class VectorsTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `([^`]*)` \\|");

    @Test
    void theDocumentedHashesAreComputed() throws IOException {
        Map<String, String> said = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("docs/ledger.md")));
        while (row.find()) {
            said.put(row.group(1), row.group(2));
        }
        byte[] who = Canonical.who(
                bytes(said.get("salt1")),
                Long.valueOf(said.get("actor")),
                new Scope(Scope.Kind.valueOf(said.get("nameKind")), Long.parseLong(said.get("nameId"))));
        byte[] what = Canonical.what(
                bytes(said.get("salt2")), new TreeMap<>(Map.of("body", said.get("body"), "title", said.get("title"))));
        byte[] leaf = Canonical.leaf(new Recorded(
                Long.parseLong(said.get("id")),
                said.get("kind"),
                Long.valueOf(said.get("processId")),
                said.get("subjectKind"),
                Long.parseLong(said.get("subjectId")),
                Instant.parse(said.get("at")),
                said.get("deltas"),
                who,
                what,
                said.get("receipt")));
        Map<String, String> computed = new TreeMap<>(Map.of(
                "who", hex(who),
                "what", hex(what),
                "leaf", hex(leaf),
                "first", hex(Canonical.link(new byte[0], leaf)),
                "second", hex(Canonical.link(Canonical.link(new byte[0], leaf), leaf))));
        Map<String, String> documented = new TreeMap<>(said);
        documented.keySet().retainAll(computed.keySet());
        assertEquals(computed, documented);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
