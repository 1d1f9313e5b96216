package org.ronda.contribution;

import java.util.Map;
import java.util.Set;
import org.ronda.kernel.Upload;

/**
 * What somebody does to the files of their contribution in one go.
 *
 * @param added a file, or null
 * @param caption of the added one
 * @param captions of those that are there, by their code; those not named keep theirs
 * @param removed the codes of those that no longer belong to it
 */
public record FileChanges(Upload added, String caption, Map<String, String> captions, Set<String> removed) {
    public static final FileChanges NONE = new FileChanges(null, "", Map.of(), Set.of());

    public static FileChanges adding(Upload file, String caption) {
        return new FileChanges(file, caption, Map.of(), Set.of());
    }

    public static FileChanges removing(String code) {
        return new FileChanges(null, "", Map.of(), Set.of(code));
    }
}
