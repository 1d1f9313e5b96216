package org.ronda.commitment;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronda.commitment.EditedDraft.Clause;
import org.ronda.commitment.EditedDraft.Token;
import org.ronda.commitment.Placement.Kind;

/** Where the words of a draft really went: each of them knows who it is. */
final class Truth {
    record Place(String key, int start, int end) {}

    enum Judgement {
        RIGHT,
        WRONG,
        SILENTLY_WRONG
    }

    /**
     * Words that somebody selected.
     *
     * @param place where they are now, or most of what is left of them; null where nothing is left
     * @param left the part of them that is there
     */
    record Said(Selector selector, Place place, boolean isIntact, double left) {
        Judgement judge(Placement placed) {
            boolean isRight = placed.kind() == Kind.GONE ? left < FEW : isThere(placed);
            if (isRight) {
                return Judgement.RIGHT;
            }
            return placed.kind() == Kind.SAME ? Judgement.SILENTLY_WRONG : Judgement.WRONG;
        }

        /** Words that are as they were have one place; where they changed, half of it is near enough. */
        private boolean isThere(Placement placed) {
            if (place == null || !place.key.equals(placed.key())) {
                return false;
            }
            int shared = Math.min(place.end, placed.end()) - Math.max(place.start, placed.start());
            int all = Math.max(place.end, placed.end()) - Math.min(place.start, placed.start());
            return isIntact ? shared == all : shared * 2 >= all;
        }
    }

    /** Of words of which less is left they may be said to be gone. */
    private static final double FEW = 0.6;

    private record Standing(Clause clause, int index, int start, Token token) {
        int end() {
            return start + token.text().length();
        }
    }

    private final Map<Integer, Standing> standing = new HashMap<>();

    Truth(EditedDraft draft) {
        for (Clause clause : draft.fresh) {
            int start = 0;
            List<Token> tokens = clause.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                standing.put(tokens.get(i).id(), new Standing(clause, i, start, tokens.get(i)));
                start += tokens.get(i).text().length();
            }
        }
    }

    Said say(Clause clause, Random random) {
        List<Token> tokens = clause.tokens();
        int first;
        do {
            first = random.nextInt(tokens.size());
        } while (!tokens.get(first).isWord());
        int last;
        do {
            last = Math.min(tokens.size() - 1, first + random.nextInt(random.nextInt(4) == 0 ? 40 : 12));
        } while (tokens.get(last).text().isBlank());
        int start = tokens.subList(0, first).stream()
                .mapToInt(token -> token.text().length())
                .sum();
        int end = start
                + tokens.subList(first, last + 1).stream()
                        .mapToInt(token -> token.text().length())
                        .sum();
        Selector selector = Selector.of(clause.unit().words(), start, end);
        return said(selector, tokens.subList(first, last + 1));
    }

    private Said said(Selector selector, List<Token> tokens) {
        Map<Clause, Integer> letters = new HashMap<>();
        int all = 0;
        boolean isIntact = true;
        Standing before = null;
        for (Token token : tokens) {
            Standing now = standing.get(token.id());
            int length = token.text().strip().length();
            all += length;
            isIntact &= now != null
                    && isSame(token, now.token())
                    && (before == null || before.clause() == now.clause() && before.index() + 1 == now.index());
            before = now;
            if (now != null && length > 0) {
                letters.merge(now.clause(), length, Integer::sum);
            }
        }
        if (letters.isEmpty()) {
            return new Said(selector, null, false, 0);
        }
        Clause most = letters.keySet().stream()
                .max(Comparator.comparingInt(letters::get))
                .get();
        List<Standing> there = tokens.stream()
                .filter(token -> !token.text().isBlank())
                .map(token -> standing.get(token.id()))
                .filter(now -> now != null && now.clause() == most)
                .toList();
        return new Said(selector, place(most, there, selector), isIntact, (double) letters.get(most) / all);
    }

    /** From the first to the last of them, or the longest run where they were torn apart. */
    private static Place place(Clause clause, List<Standing> there, Selector selector) {
        int start = there.stream().mapToInt(Standing::start).min().getAsInt();
        int end = there.stream().mapToInt(Standing::end).max().getAsInt();
        if (end - start <= 2 * (selector.end() - selector.start())) {
            return new Place(clause.key, start, end);
        }
        Place longest = new Place(clause.key, start, start);
        int from = there.get(0).start();
        for (int i = 0; i < there.size(); i++) {
            int gap = i == 0 ? 0 : there.get(i).start() - there.get(i - 1).end();
            from = gap == 0 || gap == 1 ? from : there.get(i).start();
            if (there.get(i).end() - from > longest.end - longest.start) {
                longest = new Place(clause.key, from, there.get(i).end());
            }
        }
        return longest;
    }

    private static boolean isSame(Token old, Token fresh) {
        return Normalizer.normalize(old.text(), Normalizer.Form.NFC)
                .equals(Normalizer.normalize(fresh.text(), Normalizer.Form.NFC));
    }
}
