package org.ronda.commitment;

import java.util.List;

/**
 * A text as it was found in a file.
 *
 * @param changes how many tracked changes the file has; the text is as it would be with all of them accepted
 * @param comments how many comments in the margin were left out
 */
record SourceText(List<Block> blocks, int changes, int comments) {}
