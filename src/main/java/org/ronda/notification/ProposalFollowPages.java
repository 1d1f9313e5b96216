package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** Follows a proposal and ends that. */
@Path("/proposals/{code}/follow")
class ProposalFollowPages {
    @Inject
    Followable followable;

    @Inject
    FollowForms forms;

    /** Where signing in leads back to whoever pressed the button before. */
    @GET
    public Response page(@RestPath String code) {
        return forms.page(followable.proposal(code));
    }

    @POST
    public Response follow(@RestPath String code) {
        return forms.follow(() -> followable.proposal(code));
    }

    @POST
    @Path("withdrawal")
    public Response unfollow(@RestPath String code) {
        return forms.unfollow(() -> followable.proposal(code));
    }
}
