package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** The applications that wait for a platform administrator; for anybody else there is nothing here. */
@Path("/applications")
class ApplicationPages {
    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance applications(
                Slice<Organisation> waiting, List<Organisation> orphaned, ZoneId zone);

        static native TemplateInstance application(
                Organisation organisation,
                Participant applicant,
                String legal,
                VerdictInput input,
                Errors errors,
                ZoneId zone);
    }

    @Inject
    Applying applying;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance waiting(@RestQuery String cursor) {
        viewer.administrator();
        page.titled(words().applications()).in("organisations").crumb(words().organisations(), "/organisations");
        return Templates.applications(
                Organisation.waiting(Cursor.parse(cursor, 2), OrganisationsPages.PAGE), Organisation.orphaned(), zone);
    }

    @GET
    @Path("{code}")
    public TemplateInstance open(@RestPath String code) {
        viewer.administrator();
        return show(application(code), kept.as(VerdictInput.class).orElse(VerdictInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("{code}")
    public Response decide(@RestPath String code, @BeanParam VerdictInput input, @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        application(code);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> {
                    applying.decide(code, input, administrator.id());
                    return URI.create("/applications");
                },
                errors -> show(application(code), input, errors));
    }

    private static Organisation application(String code) {
        return Organisation.byCode(code).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance show(Organisation organisation, VerdictInput input, Errors errors) {
        page.titled(organisation.name())
                .in("organisations")
                .crumb(words().organisations(), "/organisations")
                .crumb(words().applications(), "/applications")
                .crumb(organisation.name());
        Participant applicant =
                organisation.appliedBy() == null ? null : Participant.findById(organisation.appliedBy());
        return Templates.application(
                organisation, applicant, ApplyPages.legal(organisation.legal(), page.language()), input, errors, zone);
    }

    private OrganisationMessages words() {
        return Applying.words(page.language());
    }
}
