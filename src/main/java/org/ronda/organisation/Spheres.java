package org.ronda.organisation;

import java.util.List;
import java.util.Optional;
import org.ronda.kernel.Language;
import org.ronda.kernel.Option;
import org.ronda.kernel.Scope;

/** Asked of the room of processes: to what a mandate may be limited. */
public interface Spheres {
    /** Processes and their topics, as far as everybody reaches them. */
    List<Option> offered(Language language);

    /** What the value of an option means. */
    Optional<Scope> chosen(String value);
}
