package org.ronda.kernel;

/** Who is asking, for what the kernel counts or keeps by person; room {@code identity} answers. */
public interface Caller {
    /** The participant's id, or 0 when nobody is signed in. */
    long id();
}
