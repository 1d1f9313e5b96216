package org.ronda.process;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/**
 * An uploaded list of codes, one in a row, read row by row. What leaves this class is keys, row numbers and reasons,
 * never what a row said.
 */
final class CodeFile {
    static final int MOST_ROWS = 100_000;
    static final int MOST_BYTES = 6 * 1024 * 1024;

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"\\s*([,;\\t\\s]*)");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\\t]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t]]");
    private static final Set<String> HEADERS =
            Set.of("CODE", "CODES", "CODIGO", "CODIGOS", "C\u00d3DIGO", "C\u00d3DIGOS");

    /** Why a row is not taken. */
    enum Fault {
        FORMULA,
        COLUMNS,
        SIGNS,
        SHORT,
        LONG,
        QUOTES,
        TWICE,
        PRESENT
    }

    /** A row that is not taken. */
    record Refusal(int row, Fault fault) {}

    /** A row that is taken. */
    record Taken(int row, byte[] key) {}

    /** What is in a file. */
    record Content(List<Taken> taken, List<Refusal> refused, int empty) {}

    private final Function<String, byte[]> keys;
    private final Set<String> seen = new HashSet<>();
    private final List<Taken> taken = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int empty;
    private int row;

    private CodeFile(Function<String, byte[]> keys) {
        this.keys = keys;
    }

    /**
     * Reads a file, or refuses it as a whole (422) beside its field.
     *
     * @param keys makes the key of a code
     */
    static Content read(byte[] bytes, Function<String, byte[]> keys) {
        if (bytes.length > MOST_BYTES) {
            throw refusedAs(words -> words.codesTooMany(MOST_ROWS));
        } else if (isOtherwiseEncoded(bytes)) {
            throw refusedAs(SetupMessages::codesNotText);
        }
        CodeFile file = new CodeFile(keys);
        int start = hasMark(bytes) ? 3 : 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(bytes, start, bytes.length - start),
                // a sign that is none in UTF-8 is not guessed at
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.take(line);
            }
        } catch (CharacterCodingException otherwise) {
            throw refusedAs(SetupMessages::codesNotText);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Content(file.taken, file.refused, file.empty);
    }

    private void take(String line) {
        row++;
        if (CONTROL.matcher(line).find()) {
            throw refusedAs(SetupMessages::codesNotText);
        }
        String cells = line.strip();
        if (SEPARATOR.matcher(cells).replaceAll("").isBlank()) {
            empty++;
        } else if (!(isFirst() && isHeader(cells))) {
            takeCode(cells);
        }
        if (taken.size() + refused.size() > MOST_ROWS || row > 2 * MOST_ROWS) {
            throw refusedAs(words -> words.codesTooMany(MOST_ROWS));
        }
    }

    private boolean isFirst() {
        return taken.isEmpty() && refused.isEmpty() && row == 1 + empty;
    }

    private static boolean isHeader(String cells) {
        return HEADERS.contains(cells.replace("\"", "").strip().toUpperCase(Locale.ROOT));
    }

    private void takeCode(String cells) {
        String cell;
        if (cells.startsWith("\"")) {
            Matcher quoted = QUOTED.matcher(cells);
            if (!quoted.matches()) {
                refuse(Fault.QUOTES);
                return;
            }
            cell = quoted.group(1).strip();
        } else {
            List<String> filled = SEPARATOR
                    .splitAsStream(cells)
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
            if (filled.size() > 1) {
                refuse(Fault.COLUMNS);
                return;
            }
            cell = filled.get(0);
        }
        if (!cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0) {
            refuse(Fault.FORMULA);
            return;
        }
        String code = VoiceCode.normalise(cell);
        if (!VoiceCode.isPlain(code)) {
            refuse(Fault.SIGNS);
        } else if (VoiceCode.isTooShort(code)) {
            refuse(Fault.SHORT);
        } else if (code.length() > VoiceCode.LONGEST) {
            refuse(Fault.LONG);
        } else if (!seen.add(code)) {
            refuse(Fault.TWICE);
        } else {
            taken.add(new Taken(row, keys.apply(code)));
        }
    }

    private void refuse(Fault fault) {
        refused.add(new Refusal(row, fault));
    }

    private static boolean hasMark(byte[] bytes) {
        return bytes.length >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb && (bytes[2] & 0xff) == 0xbf;
    }

    /** UTF-16, or the packed file of a spreadsheet. */
    private static boolean isOtherwiseEncoded(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return first == 0xfffe || first == 0xfeff || first == 0x504b;
    }

    private static Refused refusedAs(Function<SetupMessages, String> reason) {
        return Refused.invalid("file", language -> reason.apply(Wording.of(SetupMessages.class, language)));
    }
}
