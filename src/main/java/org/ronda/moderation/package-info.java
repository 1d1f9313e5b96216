/**
 * Moderation with due process: reports, decisions with a rule and a reason, second looks by somebody else, blocks, and
 * the desk where they wait. Nothing is deleted; what leaves the public leaves a mark. No moderator decides about what
 * they said themselves.
 */
package org.ronda.moderation;
