package org.ronda.process;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Now;

/** What the viewer is in which process; one statement a request, none when nobody is signed in. */
@RequestScoped
@Unremovable
public class Standing {
    @Inject
    Viewer viewer;

    @Inject
    Now now;

    private List<ProcessRole> roles;

    public boolean is(long processId, Role... any) {
        List<Role> wanted = Arrays.asList(any);
        return roles().stream().anyMatch(role -> role.processId() == processId && wanted.contains(role.role()));
    }

    /** Whether what waits or was hidden in this process is theirs to read: setting it up is not enough. */
    public boolean moderates(long processId) {
        return is(processId, Role.MODERATOR);
    }

    /** Whether the viewer is of the team that puts in order what was said, and writes what comes of it. */
    public boolean isOfTeam(long processId) {
        return is(processId, Role.MODERATOR, Role.PROCESS_ADMINISTRATOR);
    }

    public boolean administers(long processId) {
        return is(processId, Role.PROCESS_ADMINISTRATOR);
    }

    /** Whether the viewer confirms in person who somebody is. */
    boolean attests(long processId) {
        return is(processId, Role.PROCESS_ADMINISTRATOR, Role.FACILITATOR);
    }

    /** The processes that the viewer sets up. */
    public Set<Long> administered() {
        return roles().stream()
                .filter(role -> role.role() == Role.PROCESS_ADMINISTRATOR)
                .map(ProcessRole::processId)
                .collect(Collectors.toSet());
    }

    public Set<Long> processIds() {
        return roles().stream().map(ProcessRole::processId).collect(Collectors.toSet());
    }

    private List<ProcessRole> roles() {
        if (roles == null) {
            roles = viewer.isSignedIn() ? ProcessRole.of(viewer.id(), now.instant()) : List.of();
        }
        return roles;
    }
}
