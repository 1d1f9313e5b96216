/**
 * Processes, their phases and the terms of each phase, roles in a process, topics, districts, voters, and the one gate
 * that says what is open now. Knows nothing of what people contribute.
 */
package org.ronda.process;
