package org.ronda.process;

/** Whether contributions wait for a moderator before they are public ({@code PRE}), or are public at once. */
public enum Moderation {
    PRE,
    POST
}
