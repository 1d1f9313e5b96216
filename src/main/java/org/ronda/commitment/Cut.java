package org.ronda.commitment;

import java.util.List;

/**
 * How a text will be cut into clauses, for somebody to correct.
 *
 * @param title empty where the text has none
 * @param changes how many tracked changes its file has; the text is as it would be with all of them accepted
 * @param comments how many comments in the margin were left out
 * @param clauses in their order, without the title
 */
record Cut(String title, int changes, int comments, List<Piece> clauses) {}
