/**
 * Draft commitments: texts that people write together, clause by clause. A clause keeps its key over the versions; a
 * version is never changed once it is public. What was said about words stays with them: on a new version each comment
 * is with the same words, or probably with others until somebody says so, or its words are gone. It is never silently
 * with other words.
 */
package org.ronda.commitment;
