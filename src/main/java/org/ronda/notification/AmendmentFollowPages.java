package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Follows an amendment and ends that. */
@Path("/amendments/{code}/follow")
class AmendmentFollowPages {
    @Inject
    Followable followable;

    @Inject
    FollowForms forms;

    /** Where signing in leads back to whoever pressed the button before. */
    @GET
    public Response page(@RestPath String code) {
        return forms.page(followable.amendment(code));
    }

    @POST
    public Response follow(@RestPath String code) {
        return forms.follow(() -> followable.amendment(code));
    }

    @POST
    @Path("withdrawal")
    public Response unfollow(@RestPath String code) {
        return forms.unfollow(() -> followable.amendment(code));
    }
}
