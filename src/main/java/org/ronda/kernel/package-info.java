/**
 * What every room needs and no room owns: time, ids and codes, languages and translated text, Markdown to safe HTML,
 * paging, form errors and kept forms, stored files, the page that the layout takes, rate limits. Knows nothing of
 * processes, people or contributions.
 */
package org.ronda.kernel;
