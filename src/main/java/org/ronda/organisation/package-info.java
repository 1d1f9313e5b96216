/** Organisations that take part, and who belongs to them. Does not decide what an organisation may do in a process. */
package org.ronda.organisation;
