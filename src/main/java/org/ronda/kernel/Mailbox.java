package org.ronda.kernel;

/** Where mail reaches somebody, and the language it is written in. */
public record Mailbox(String address, Language language) {}
