/** The index and the query that all kinds of things share. Knows subjects, words and languages, nothing of their rooms. */
package org.ronda.search;
