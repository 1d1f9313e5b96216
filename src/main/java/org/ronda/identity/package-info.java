/**
 * Who is looking and who is writing: participants, sign-in and sessions, platform roles, offices. Says who somebody is
 * and whether that person may write at all; what a person may do in a process is for room {@code process}. Rights never
 * come from a node's memory: every signed-in request reads the participant's row once.
 */
package org.ronda.identity;
