package org.ronda.commitment;

import jakarta.ws.rs.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Language;

/** One version of a draft with its clauses, in their order. */
public record Edition(Commitment commitment, CommitmentVersion version, List<Line> lines) {
    /** A clause with what it says in this version. */
    public record Line(Clause clause, ClauseText text) {
        public String title(Language language) {
            return text.title(clause, language);
        }

        /** Its words in hexadecimal SHA-256, with its heading before them. */
        String hash() {
            return hash(text.heading() + "\n" + text.words());
        }

        static String hash(String words) {
            try {
                byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        public boolean isEmpty() {
            return text.words().isBlank();
        }
    }

    /** In two statements, whatever its length. */
    static Edition of(Commitment commitment, CommitmentVersion version) {
        List<ClauseText> texts = ClauseText.of(version.id());
        Map<Long, Clause> clauses = Clause.<Clause>list("commitmentId", commitment.id()).stream()
                .collect(Collectors.toMap(Clause::id, Function.identity()));
        return new Edition(
                commitment,
                version,
                texts.stream()
                        .map(text -> new Line(clauses.get(text.clauseId()), text))
                        .toList());
    }

    /** The version that is being written; not there where none is. */
    static Edition working(Commitment commitment) {
        return CommitmentVersion.working(commitment.id())
                .map(version -> of(commitment, version))
                .orElseThrow(NotFoundException::new);
    }

    /** As it becomes public: what has no words is not there. */
    Edition withoutEmpty() {
        return new Edition(
                commitment,
                version,
                lines.stream().filter(line -> !line.isEmpty()).toList());
    }

    /** Names what a working version says at this moment, so that nobody publishes what they did not read. */
    public String seen() {
        return version.n() + "." + version.version()
                + lines.stream()
                        .map(line ->
                                " " + line.clause().key() + ":" + line.text().revision())
                        .collect(Collectors.joining());
    }

    /** What the draft is called: the words of its title. */
    public String title() {
        return lines.stream()
                .filter(line -> line.clause().isTitle())
                .findFirst()
                .map(line -> line.text().words())
                .orElse(commitment.code());
    }

    /** The language of record in its own words. */
    public String languageName() {
        return Language.of(commitment.language()).orElseThrow().ownName();
    }

    /** The clauses but the title, which stands above them. */
    public List<Line> body() {
        return lines.stream().filter(line -> !line.clause().isTitle()).toList();
    }

    /** The clause that follows; there is one. */
    public Line after(Line line) {
        return lines.get(lines.indexOf(line) + 1);
    }

    public Optional<Line> line(String key) {
        return lines.stream().filter(line -> line.clause().key().equals(key)).findFirst();
    }

    Optional<Line> line(long clauseId) {
        return lines.stream().filter(line -> line.clause().id() == clauseId).findFirst();
    }

    boolean saysTheSameAs(Edition other) {
        return version.facts().equals(other.version().facts()) && said().equals(other.said());
    }

    private List<List<String>> said() {
        return lines.stream()
                .map(line -> List.of(
                        line.clause().key(),
                        line.text().heading(),
                        line.text().words(),
                        line.text().easyRead()))
                .toList();
    }
}
