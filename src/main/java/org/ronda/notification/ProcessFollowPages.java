package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Follows a process and ends that. */
@Path("/processes/{slug}/follow")
class ProcessFollowPages {
    @Inject
    Followable followable;

    @Inject
    FollowForms forms;

    /** Where signing in leads back to whoever pressed the button before. */
    @GET
    public Response page(@RestPath String slug) {
        return forms.page(followable.process(slug));
    }

    @POST
    public Response follow(@RestPath String slug) {
        return forms.follow(() -> followable.process(slug));
    }

    @POST
    @Path("withdrawal")
    public Response unfollow(@RestPath String slug) {
        return forms.unfollow(() -> followable.process(slug));
    }
}
