package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Page;
import org.ronda.ledger.Subject;

/**
 * Where the link in a mail leads that offers a mandate. Looking changes nothing, as links are looked at by machines, too;
 * whatever became of the offer is said, to whom it was sent is not.
 */
@Path("/invitations/{token}")
class InvitationPages {
    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance invitation(
                Inviting.Offer offer, Subject about, boolean isMine, String token, Errors errors, ZoneId zone);
    }

    @Inject
    Inviting inviting;

    @Inject
    OrganisationReading reading;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance look(@RestPath String token) {
        return show(token, Errors.NONE);
    }

    @POST
    @Path("acceptance")
    public Response accept(@RestPath String token, @RestForm String nonce) {
        Participant me = viewer.writing();
        inviting.find(token);
        return forms.post(
                new Act("accept", token),
                nonce,
                me.id(),
                () -> {
                    inviting.accept(token, me.id());
                    return URI.create("/me/mandates");
                },
                errors -> show(token, errors));
    }

    @POST
    @Path("refusal")
    public Response decline(@RestPath String token, @RestForm String nonce) {
        Participant me = viewer.required();
        inviting.find(token);
        return forms.post(
                new Act("decline", token),
                nonce,
                me.id(),
                () -> {
                    inviting.decline(token, me.id());
                    return URI.create("/invitations/" + token);
                },
                errors -> show(token, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    private TemplateInstance show(String token, Errors errors) {
        Inviting.Offer offer = inviting.find(token);
        page.titled(
                Applying.words(page.language()).offerTitle(offer.organisation().name()));
        boolean isMine = viewer.participant().filter(offer::isFor).isPresent();
        return Templates.invitation(
                offer, reading.about(offer.mandate(), page.language()), isMine, token, errors, zone);
    }
}
