package org.ronda.commitment;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;
import org.ronda.kernel.Words;

/**
 * Joins what two people made of the same text. Words that only one of them changed are taken as they are now; where both
 * changed the same words, or words that touch, and not in the same way, somebody has to say.
 */
public final class ThreeWay {
    /**
     * A part of the joined text, in order. Where nothing is disputed all three are the same: the words that stay.
     *
     * @param base what the words were, before both
     */
    public record Part(boolean isDisputed, String base, String theirs, String mine) {
        static Part agreed(String words) {
            return new Part(false, words, words, words);
        }
    }

    /** Both changes in one text, as far as they go together. */
    public record Merged(List<Part> parts) {
        public boolean isDisputed() {
            return parts.stream().anyMatch(Part::isDisputed);
        }

        /** The joined text; where words are disputed it has mine, to be edited by somebody who sees theirs beside it. */
        public String text() {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(part.mine()));
            return text.toString();
        }
    }

    private final Tokens base;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder agreed = new StringBuilder();
    private final StringBuilder theirs = new StringBuilder();
    private final StringBuilder mine = new StringBuilder();
    private boolean isDisputed;

    private ThreeWay(Tokens base) {
        this.base = base;
    }

    public static Merged merge(String base, String theirs, String mine) {
        Tokens tokens = Tokens.of(base);
        MergeResult<Tokens> result =
                new MergeAlgorithm().merge(new SameWords(), tokens, Tokens.of(theirs), Tokens.of(mine));
        ThreeWay merging = new ThreeWay(tokens);
        int next = 0;
        for (MergeChunk chunk : result) {
            Tokens from = result.getSequences().get(chunk.getSequenceIndex());
            if (chunk.getConflictState() == ConflictState.NO_CONFLICT && from == tokens) {
                merging.endChange(next, chunk.getBegin());
                merging.agreed.append(tokens.text(chunk.getBegin(), chunk.getEnd()));
                next = chunk.getEnd();
            } else if (chunk.getConflictState() != ConflictState.BASE_CONFLICTING_RANGE) {
                merging.change(chunk.getConflictState(), from.text(chunk.getBegin(), chunk.getEnd()));
            }
        }
        merging.endChange(next, tokens.size());
        merging.endAgreed();
        return new Merged(merging.parts);
    }

    private void change(ConflictState state, String words) {
        isDisputed |= state != ConflictState.NO_CONFLICT;
        if (state != ConflictState.NEXT_CONFLICTING_RANGE) {
            theirs.append(words);
        }
        if (state != ConflictState.FIRST_CONFLICTING_RANGE) {
            mine.append(words);
        }
    }

    /**
     * All that changed between two runs of words that nobody changed is one part: what both began or ended it with is not
     * taken out of it, as the library does, which then does not know any more what stood there before.
     */
    private void endChange(int from, int to) {
        if (isDisputed) {
            endAgreed();
            parts.add(new Part(true, base.text(from, to), theirs.toString(), mine.toString()));
        } else {
            agreed.append(mine);
        }
        isDisputed = false;
        theirs.setLength(0);
        mine.setLength(0);
    }

    private void endAgreed() {
        if (!agreed.isEmpty()) {
            parts.add(Part.agreed(agreed.toString()));
            agreed.setLength(0);
        }
    }

    /**
     * Each word or mark with the space after it, so that changes of neighbouring words touch. An empty one ends each text:
     * for the library a side without any is a file that was deleted.
     */
    private static final class Tokens extends Sequence {
        private final List<String> tokens = new ArrayList<>();

        static Tokens of(String text) {
            Tokens sequence = new Tokens();
            for (Words.Word word : Words.of(text)) {
                int last = sequence.tokens.size() - 1;
                if (word.isSpace() && last >= 0) {
                    sequence.tokens.set(last, sequence.tokens.get(last) + word.text());
                } else {
                    sequence.tokens.add(word.text());
                }
            }
            sequence.tokens.add("");
            return sequence;
        }

        @Override
        public int size() {
            return tokens.size();
        }

        String text(int from, int to) {
            return String.join("", tokens.subList(from, to));
        }
    }

    private static final class SameWords extends SequenceComparator<Tokens> {
        @Override
        public boolean equals(Tokens one, int at, Tokens other, int otherAt) {
            return one.tokens.get(at).equals(other.tokens.get(otherAt));
        }

        @Override
        public int hash(Tokens sequence, int at) {
            return sequence.tokens.get(at).hashCode();
        }
    }
}
