package org.ronda.kernel;

/** A room that shows stored files says which of them whoever is asking may reach. A file that no room claims does not exist. */
public interface FileOwner {
    boolean reaches(long fileId);
}
