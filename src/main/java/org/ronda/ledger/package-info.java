/**
 * What happened, in order, and the proof that nothing of it was altered: append-only events, the sealer that chains and
 * counts them, receipts and verification. It knows no contributions, processes or people: subjects are {@code Scope}s,
 * and whoever owns a subject answers for its title and its reach through {@link org.ronda.ledger.Subjects}. It never
 * publishes a salt of an actor, nor who gave a support, a report or a reaction. Described in docs/ledger.md.
 */
package org.ronda.ledger;
