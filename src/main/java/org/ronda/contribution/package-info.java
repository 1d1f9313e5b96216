/**
 * What everybody says, of whatever kind: states, versions, authors, in whose name, supports, files, and the freezing of
 * a phase's results. A contribution is never deleted; what leaves the public leaves a mark.
 */
package org.ronda.contribution;
