package org.ronda.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Supplier;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Limited;

/** The two buttons, wherever they stand. Neither needs a nonce: pressed twice, they have one effect. */
@ApplicationScoped
class FollowForms {
    private record Pressed() {}

    @Inject
    Following following;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Limited(times = 60, act = "follow")
    Response follow(Supplier<Followable.Target> named) {
        Participant by = viewer.writing();
        Followable.Target target = named.get();
        return done(target, () -> following.follow(target.scope(), by));
    }

    /** Also for who is blocked: it is theirs alone. */
    @Limited(times = 60, act = "follow")
    Response unfollow(Supplier<Followable.Target> named) {
        Participant by = viewer.required();
        Followable.Target target = named.get();
        return done(target, () -> following.unfollow(target.scope(), by));
    }

    Response page(Followable.Target target) {
        return Response.seeOther(URI.create(target.address())).build();
    }

    private Response done(Followable.Target target, Runnable act) {
        return forms.post(
                new Pressed(),
                () -> {
                    act.run();
                    return URI.create(target.address());
                },
                errors -> {
                    throw new WebApplicationException(errors.status());
                });
    }
}
