package org.ronda.commitment;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ronda.kernel.Words;

/** A draft and what an editing team makes of it, by chance; each word knows who it is, so that it is known where it went. */
final class EditedDraft {
    /** A word, space or mark. A mended word is the same one; a copied one is another. */
    record Token(int id, String text) {
        boolean isWord() {
            return !text.isBlank() && Character.isLetter(text.codePointAt(0));
        }
    }

    /** Sentences, so that they can be moved and copied; each ends with a space but the last. */
    static final class Clause {
        final String key;
        final List<String> cameFrom = new ArrayList<>();
        final List<List<Token>> sentences = new ArrayList<>();

        Clause(String key) {
            this.key = key;
        }

        List<Token> tokens() {
            List<Token> tokens = new ArrayList<>();
            sentences.forEach(tokens::addAll);
            return tokens;
        }

        Alignment.Unit unit() {
            return new Alignment.Unit(key, tokens().stream().map(Token::text).collect(joining()), cameFrom);
        }

        private Clause copy() {
            Clause copy = new Clause(key);
            sentences.forEach(sentence -> copy.sentences.add(new ArrayList<>(sentence)));
            return copy;
        }
    }

    private static final List<String> SPANISH = List.of(
            "El Municipio publicará $1 $2 en el portal de datos abiertos cada $3.",
            "La Secretaría de $4 convocará a las organizaciones de la sociedad civil antes de cada $3.",
            "Se $5 una mesa de trabajo con vecinas y vecinos de cada distrito, de la que participarán $1 $2.",
            "Dentro de los treinta días hábiles, la Dirección de $4 informará sobre $1.",
            "Para ello, se $5 una guía breve, con ejemplos, sobre $1 y sobre $1.",
            "Cada $3, en el portal de datos abiertos, se $5 una lista de $1.",
            "$1: $2; $1: $2.",
            "La Secretaría de $4 informará, dentro de los treinta días hábiles, a quienes participaron.");
    private static final List<String> NEW = List.of(
            "Quienes viven lejos podrán opinar sobre $1 por teléfono, y su voz vale lo mismo.",
            "Habrá intérpretes, cuidado de niñas y niños y un espacio accesible en cada $3.",
            "Antes de fin de año, $4 rendirá cuentas de $1 ante el Concejo.",
            "Una persona externa revisará $1 y dirá qué falta.");
    private static final List<String> OTHERS = List.of(
            "تنشر البلدية $6 على بوابة البيانات المفتوحة كل $6.",
            "تُشارِكُ المُدُنُ $6، ثم $6، في كل دورة.",
            "העירייה תפרסם את $7 בפורטל המידע הפתוח בכל $7.",
            "יוּפַץ $7, ואחר כך $7.",
            "El an\u0303o pro\u0301ximo la comisio\u0301n publicara\u0301 $1 $2.",
            "x\u0302 y z\u0303 miden $1, y x\u0302 tambie\u0301n $2.",
            "Familias 👩‍👩‍👧 y barrios 🇦🇷 reciben $1 👍🏽 $2.");
    private static final List<List<String>> PARTS = List.of(
            List.of(
                    "los presupuestos",
                    "las actas",
                    "los contratos",
                    "las ordenanzas",
                    "los informes",
                    "las obras",
                    "los pedidos de información",
                    "las compras",
                    "los subsidios",
                    "las encuestas",
                    "los proyectos"),
            List.of(
                    "completos",
                    "abreviados",
                    "de la ciudad",
                    "del distrito",
                    "de los últimos años",
                    "ya aprobados",
                    "en curso",
                    "con sus anexos",
                    "en lenguaje claro",
                    "revisados"),
            List.of("mes", "semana", "trimestre", "año", "semestre", "quincena", "reunión"),
            List.of("Gobierno", "Hacienda", "Salud", "Cultura", "Modernización", "Obras Públicas", "Ambiente"),
            List.of("formará", "redactará", "difundirá", "acordará", "presentará", "revisará"),
            List.of("الميزانيات", "المحاضر", "شهر", "سنة", "العقود", "التقارير", "الأشغال"),
            List.of("התקציבים", "החוזים", "חודש", "שנה", "הדוחות", "הפרוטוקולים"));

    final long seed;
    private final Random random;
    final List<Clause> old = new ArrayList<>();
    final List<Clause> fresh = new ArrayList<>();
    private final boolean isStated;

    /** Nobody could tell which is the copy if the other one went; so both are left where they are. */
    private final Set<List<Token>> copied = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Two of the same are one to anybody who reads them. */
    private final Set<String> said = new HashSet<>();

    private int nextId;
    private int nextKey;

    EditedDraft(long seed, int clauses, int edits) {
        this.seed = seed;
        random = new Random(seed);
        isStated = random.nextBoolean();
        for (int i = 0; i < clauses; i++) {
            Clause clause = new Clause("c" + nextKey++);
            List<String> patterns = random.nextInt(5) == 0 ? OTHERS : SPANISH;
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                clause.sentences.add(sentence(pick(patterns)));
            }
            old.add(clause);
            fresh.add(clause.copy());
        }
        for (int i = 0; i < edits; i++) {
            edit(random.nextInt(14));
        }
    }

    private void edit(int kind) {
        Clause clause = pick(fresh);
        int at = fresh.indexOf(clause);
        List<Token> sentence = pick(clause.sentences);
        int line = clause.sentences.indexOf(sentence);
        switch (kind) {
            case 0, 1, 2 -> mend(sentence);
            case 3, 4 -> reword(sentence, 1 + random.nextInt(6));
            case 5 -> replace(clause, line);
            case 6 -> clause.sentences.add(random.nextInt(clause.sentences.size() + 1), sentence(pick(NEW)));
            case 7 -> fresh.add(random.nextInt(fresh.size()), fresh.remove(at));
            case 8 -> split(at);
            case 9 -> join(at);
            case 10 -> remove(clause, line);
            case 11 -> clause.sentences.add(line + random.nextInt(2), nearlyTheSame(sentence));
            case 12 -> move(clause, line);
            default -> copyOrCompose(clause, at);
        }
    }

    private void replace(Clause clause, int line) {
        if (!copied.contains(clause.sentences.get(line))) {
            clause.sentences.set(line, sentence(pick(NEW)));
        }
    }

    private void mend(List<Token> sentence) {
        int at = place(sentence, token -> token.isWord() && token.text().length() > 2);
        if (at >= 0) {
            String word = sentence.get(at).text();
            int middle = Character.offsetByCodePoints(word, 0, 1);
            String mended = random.nextBoolean()
                    ? word.substring(0, middle) + word.substring(Character.offsetByCodePoints(word, middle, 1))
                    : word.substring(0, middle) + "n" + word.substring(middle);
            sentence.set(at, new Token(sentence.get(at).id(), mended));
        }
    }

    private void reword(List<Token> sentence, int times) {
        for (int i = 0; i < times; i++) {
            int at = place(sentence, Token::isWord);
            if (at >= 0) {
                String other = pick(pick(PARTS)).split(" ")[0];
                switch (random.nextInt(3)) {
                    case 0 -> sentence.addAll(at, List.of(token(other), token(" ")));
                    case 1 ->
                        sentence.subList(at, Math.min(at + 2, sentence.size() - 1))
                                .clear();
                    default ->
                        sentence.set(at, token(other.equals(sentence.get(at).text()) ? "otra" : other));
                }
            }
        }
    }

    private List<Token> nearlyTheSame(List<Token> sentence) {
        List<Token> copy = new ArrayList<>();
        sentence.forEach(token -> copy.add(token(token.text())));
        reword(copy, 1 + random.nextInt(3));
        copied.addAll(List.of(sentence, copy));
        return copy;
    }

    private void split(int at) {
        Clause clause = fresh.get(at);
        if (clause.sentences.size() > 1) {
            int half = 1 + random.nextInt(clause.sentences.size() - 1);
            boolean isKeyKept = isStated && random.nextBoolean();
            Clause first = new Clause(isKeyKept ? clause.key : "c" + nextKey++);
            Clause second = new Clause("c" + nextKey++);
            first.sentences.addAll(clause.sentences.subList(0, half));
            second.sentences.addAll(clause.sentences.subList(half, clause.sentences.size()));
            fresh.set(at, first);
            fresh.add(at + 1, second);
            for (Clause part : List.of(first, second)) {
                state(part, clause);
            }
        }
    }

    private void join(int at) {
        int other = random.nextInt(4) == 0 ? random.nextInt(fresh.size()) : at + 1;
        if (other != at && other < fresh.size()) {
            Clause one = fresh.get(at);
            Clause two = fresh.get(other);
            Clause both = new Clause(isStated && random.nextBoolean() ? one.key : "c" + nextKey++);
            both.sentences.addAll(one.sentences);
            both.sentences.addAll(two.sentences);
            state(both, one);
            state(both, two);
            fresh.set(at, both);
            fresh.remove(other);
        }
    }

    /** What was itself made in this version names what that came from. */
    private void state(Clause made, Clause from) {
        if (isStated) {
            made.cameFrom.addAll(from.cameFrom);
            made.cameFrom.add(from.key);
        }
    }

    private void remove(Clause clause, int line) {
        if (clause.sentences.size() > 1 && random.nextBoolean()) {
            if (!copied.contains(clause.sentences.get(line))) {
                clause.sentences.remove(line);
            }
        } else if (fresh.size() > 1 && clause.sentences.stream().noneMatch(copied::contains)) {
            fresh.remove(clause);
        }
    }

    private void move(Clause clause, int line) {
        Clause target = random.nextBoolean() ? clause : pick(fresh);
        if (clause.sentences.size() > 1 && !copied.contains(clause.sentences.get(line))) {
            List<Token> sentence = clause.sentences.remove(line);
            target.sentences.add(random.nextInt(target.sentences.size() + 1), sentence);
        }
    }

    private void copyOrCompose(Clause clause, int at) {
        if (random.nextBoolean()) {
            Clause copy = new Clause("c" + nextKey++);
            clause.sentences.forEach(sentence -> copy.sentences.add(nearlyTheSame(sentence)));
            fresh.add(at + random.nextInt(2), copy);
        } else {
            clause.sentences.forEach(sentence -> sentence.replaceAll(
                    token -> new Token(token.id(), Normalizer.normalize(token.text(), Normalizer.Form.NFC))));
        }
    }

    private List<Token> sentence(String pattern) {
        String text = filled(pattern);
        while (!said.add(text)) {
            text = filled(pattern) + " (" + said.size() + ")";
        }
        List<Token> tokens = new ArrayList<>();
        Words.of(text + " ").forEach(word -> tokens.add(token(word.text())));
        return tokens;
    }

    private String filled(String pattern) {
        String text = pattern;
        for (int i = text.indexOf('$'); i >= 0; i = text.indexOf('$')) {
            text = text.substring(0, i) + pick(PARTS.get(text.charAt(i + 1) - '1')) + text.substring(i + 2);
        }
        return text;
    }

    private Token token(String text) {
        return new Token(nextId++, text);
    }

    private int place(List<Token> sentence, Predicate<Token> wanted) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, sentence.size())
                .filter(i -> wanted.test(sentence.get(i)))
                .boxed()
                .toList());
        Collections.shuffle(places, random);
        return places.isEmpty() ? -1 : places.get(0);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
