/**
 * Organisations that take part: how one is accepted, who may speak for it by a mandate, what it says of itself, how it
 * ends. Does not decide what may be said in a process, and keeps nothing of what was said.
 */
package org.ronda.organisation;
