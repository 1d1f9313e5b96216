/**
 * Dialogue boards: their purpose, the versions of their rules, their seats and who sits there, holder and deputy, from
 * when until when. Nobody sits before they accepted the seat and the rules in force; nothing of it is ever deleted.
 */
package org.ronda.board;
