package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Scope;

/** Following, for programs. */
@Path("/api/v1/follows/{kind}/{code}")
class FollowApi {
    @Inject
    Followable followable;

    @Inject
    Following following;

    @Inject
    Viewer viewer;

    @PUT
    @Limited(times = 60, act = "follow")
    @Operation(summary = "Follow a process, a proposal or a comment with the replies to it; nobody else learns of it")
    public void follow(@RestPath String kind, @RestPath String code) {
        Participant by = viewer.writing();
        Scope subject = followable.of(kind, code).scope();
        following.follow(subject, by);
    }

    @DELETE
    @Limited(times = 60, act = "follow")
    @Operation(summary = "Follow it no more, also where one wrote or supports it")
    public void unfollow(@RestPath String kind, @RestPath String code) {
        Participant by = viewer.required();
        Scope subject = followable.of(kind, code).scope();
        following.unfollow(subject, by);
    }
}
