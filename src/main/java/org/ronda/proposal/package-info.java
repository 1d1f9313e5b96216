/**
 * Proposals, and topic entries, which are their short form: drafting, sending, revising, withdrawing, lists. Supports,
 * versions and receipts are the contribution's; comments are shown through a tag of room {@code comment}.
 */
package org.ronda.proposal;
