package org.ronda.comment;

/**
 * Which words of its subject a comment is about.
 *
 * @param words as they were selected or typed; empty for the whole
 * @param at what whoever said it had before their eyes, as its room writes it into the form
 */
public record Quote(String words, String at) {}
