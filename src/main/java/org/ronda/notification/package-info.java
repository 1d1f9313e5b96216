/**
 * Who follows what, what is new for whom, and the mail that tells of it. Reads the ledger. What somebody follows is theirs
 * alone: no page, feed, count or event tells of it, and no notice tells who supported, agreed or reported.
 */
package org.ronda.notification;
