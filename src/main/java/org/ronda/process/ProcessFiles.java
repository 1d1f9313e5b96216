package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ronda.kernel.FileOwner;

/** The files to read first are reached by whoever reaches their process. */
@ApplicationScoped
class ProcessFiles implements FileOwner {
    @Inject
    Processes processes;

    @Override
    public boolean reaches(long fileId) {
        return ProcessReading.<ProcessReading>list("file.id", fileId).stream()
                .anyMatch(reading -> processes.isReached(Process.findById(reading.processId)));
    }
}
