/**
 * What everybody says, of whatever kind: states, versions, authors, in whose name, supports, files, groups of what says
 * much the same, and the freezing of a phase's results. A contribution is never deleted; what leaves the public leaves a
 * mark. A group never takes the place of what it holds.
 */
package org.ronda.contribution;
