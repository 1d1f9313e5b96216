package org.ronda.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Now;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;

/** Where I sit, where I am asked to, and the rules that I accept with it. */
@Path("/me/seats")
class SeatPages {
    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance mine(List<BoardReading.Own> seats, Instant now, Errors errors, ZoneId zone);
    }

    @Inject
    BoardReading reading;

    @Inject
    Seating seating;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Now now;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance mine() {
        return show(viewer.required(), Errors.NONE);
    }

    /** @param rules the version of the rules that stood above the button */
    @POST
    @Path("{code}/acceptance")
    public Response accept(@RestPath String code, @RestForm String rules, @RestForm String nonce) {
        Participant me = viewer.writing();
        return act(me, "accept " + rules, code, nonce, () -> seating.accept(code, version(rules), me.id()));
    }

    @POST
    @Path("{code}/refusal")
    public Response decline(@RestPath String code, @RestForm String nonce) {
        Participant me = viewer.required();
        return act(me, "decline", code, nonce, () -> seating.decline(code, me.id()));
    }

    @POST
    @Path("{code}/rules")
    public Response agree(@RestPath String code, @RestForm String rules, @RestForm String nonce) {
        Participant me = viewer.writing();
        return act(me, "agree " + rules, code, nonce, () -> seating.agree(code, version(rules), me.id()));
    }

    /** Leaving is like taking back: a block keeps nobody from it. */
    @POST
    @Path("{code}/end")
    public Response leave(@RestPath String code, @RestForm String nonce) {
        Participant me = viewer.required();
        return act(me, "leave", code, nonce, () -> seating.leave(code, me.id()));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    private Response act(Participant me, String what, String code, String nonce, Runnable act) {
        BoardReading.ownTerm(me, code);
        return forms.post(
                new Act(what, code),
                nonce,
                me.id(),
                () -> {
                    act.run();
                    return URI.create("/me/seats");
                },
                errors -> show(me, errors));
    }

    private static int version(String typed) {
        if (typed == null || !typed.matches("\\d{1,6}")) {
            throw Refused.conflict(language -> Seating.words(language).rulesChanged());
        }
        return Integer.parseInt(typed);
    }

    private TemplateInstance show(Participant me, Errors errors) {
        page.titled(Seating.words(page.language()).mineTitle()).in("me");
        return Templates.mine(reading.own(me.id()), now.instant(), errors, zone);
    }
}
