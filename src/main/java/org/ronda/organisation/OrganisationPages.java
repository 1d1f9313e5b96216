package org.ronda.organisation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Participant;
import org.ronda.identity.PlatformRole;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Option;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Page;

/** An organisation: what everybody reads of it, and what its holders change. */
@Path("/organisations/{code}")
class OrganisationPages {
    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance show(OrganisationView view, String cursor, String positionsFrom, ZoneId zone);

        static native TemplateInstance edit(
                Organisation organisation, DescriptionInput input, Errors errors, List<Option> forms);

        static native TemplateInstance people(
                Organisation organisation,
                List<OrganisationReading.Person> people,
                MandateInput input,
                Errors errors,
                List<Option> spheres,
                boolean hasMail,
                ZoneId zone);

        static native TemplateInstance interests(Organisation organisation, InterestInput input, Errors errors);

        static native TemplateInstance end(
                Organisation organisation, EndInput input, Errors errors, boolean isAdministrator);

        static native TemplateInstance rescue(
                Organisation organisation, boolean isOrphaned, RescueInput input, Errors errors);
    }

    @Inject
    OrganisationReading reading;

    @Inject
    Holding holding;

    @Inject
    Mandating mandating;

    @Inject
    Spheres spheres;

    @Inject
    Outbox outbox;

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
    public TemplateInstance show(@RestPath String code, @RestQuery String cursor, @RestQuery String positions) {
        Organisation organisation = reading.reach(code);
        page.titled(organisation.name())
                .in("organisations")
                .crumb(words().organisations(), "/organisations")
                .crumb(organisation.name());
        if (organisation.isPublic()) {
            page.shared(Excerpt.ofMarkdown(organisation.statement(), 160));
        }
        return Templates.show(
                new OrganisationView(
                        organisation,
                        ApplyPages.legal(organisation.legal(), page.language()),
                        reading.speaking(organisation, page.language()),
                        Interest.of(organisation.id()),
                        organisation.successorId() == null ? null : Organisation.findById(organisation.successorId()),
                        Organisation.mergedInto(organisation.id()),
                        organisation.isAccepted() && reading.isHeld(organisation),
                        viewer.has(PlatformRole.ADMINISTRATOR)),
                cursor,
                positions,
                zone);
    }

    @GET
    @Path("edit")
    public TemplateInstance edit(@RestPath String code) {
        viewer.writing();
        Organisation organisation = reading.held(code);
        return editing(
                organisation,
                kept.as(DescriptionInput.class).orElseGet(() -> DescriptionInput.of(organisation)),
                Errors.NONE);
    }

    @POST
    @Path("edit")
    public Response describe(@RestPath String code, @BeanParam DescriptionInput input, @RestForm String nonce) {
        Participant holder = viewer.writing();
        Organisation organisation = reading.held(code);
        return forms.post(
                input,
                nonce,
                holder.id(),
                () -> {
                    holding.describe(code, input, holder.id());
                    return URI.create(organisation.address());
                },
                errors -> editing(organisation, errors.status() == 409 ? input.on(organisation) : input, errors));
    }

    @GET
    @Path("people")
    public TemplateInstance people(@RestPath String code) {
        viewer.writing();
        Organisation organisation = reading.held(code);
        return people(organisation, kept.as(MandateInput.class).orElse(MandateInput.BLANK), Errors.NONE);
    }

    @POST
    @Limited(times = 60, perSeconds = 3600, act = "give a mandate")
    @Path("people")
    public Response give(@RestPath String code, @BeanParam MandateInput input, @RestForm String nonce) {
        Participant holder = viewer.writing();
        Organisation organisation = reading.held(code);
        return forms.post(
                input,
                nonce,
                holder.id(),
                () -> {
                    mandating.give(code, input, holder.id());
                    return back(organisation);
                },
                errors -> people(organisation, input, errors));
    }

    @POST
    @Path("people/{mandate}/revocation")
    public Response revoke(@RestPath String code, @RestPath String mandate, @RestForm String nonce) {
        return act("revoke", code, mandate, nonce, (organisation, holder) -> {
            Mandate theirs = OrganisationReading.mandate(organisation, mandate);
            mandating.revoke(theirs.code(), holder);
            // who ended their own does not hold it any more
            return theirs.isOf(holder) ? URI.create(organisation.address()) : back(organisation);
        });
    }

    @POST
    @Path("people/{mandate}/mail")
    public Response mailAgain(@RestPath String code, @RestPath String mandate, @RestForm String nonce) {
        return act("mail", code, mandate, nonce, (organisation, holder) -> {
            mandating.mailAgain(code, mandate, holder);
            return back(organisation);
        });
    }

    @POST
    @Path("people/{mandate}/holder")
    public Response makeHolder(@RestPath String code, @RestPath String mandate, @RestForm String nonce) {
        return act("holder", code, mandate, nonce, (organisation, holder) -> {
            mandating.makeHolder(code, mandate, holder);
            return back(organisation);
        });
    }

    /** What a holder does about one of its people, without words. */
    private Response act(
            String what, String code, String mandate, String nonce, BiFunction<Organisation, Long, URI> done) {
        long holder = viewer.writing().id();
        Organisation organisation = reading.held(code);
        OrganisationReading.mandate(organisation, mandate);
        return forms.post(
                new Act(what, mandate),
                nonce,
                holder,
                () -> done.apply(organisation, holder),
                errors -> people(organisation, MandateInput.BLANK, errors));
    }

    @GET
    @Path("interests")
    public TemplateInstance interests(@RestPath String code) {
        viewer.writing();
        return interests(reading.held(code), kept.as(InterestInput.class).orElse(InterestInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("interests")
    public Response state(@RestPath String code, @BeanParam InterestInput input, @RestForm String nonce) {
        Participant holder = viewer.writing();
        Organisation organisation = reading.held(code);
        return forms.post(
                input,
                nonce,
                holder.id(),
                () -> {
                    holding.state(code, input, holder.id());
                    return URI.create(organisation.address() + "#interests");
                },
                errors -> interests(organisation, input, errors));
    }

    @GET
    @Path("end")
    public TemplateInstance askEnd(@RestPath String code) {
        viewer.writing();
        return ending(reading.endable(code), kept.as(EndInput.class).orElse(EndInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("end")
    public Response end(@RestPath String code, @BeanParam EndInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        Organisation organisation = reading.endable(code);
        boolean isAdministrator = viewer.has(PlatformRole.ADMINISTRATOR);
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    holding.end(code, input, by.id(), isAdministrator);
                    return URI.create(organisation.address());
                },
                errors -> ending(organisation, input, errors));
    }

    @GET
    @Path("rescue")
    public TemplateInstance askRescue(@RestPath String code) {
        viewer.writing();
        return rescuing(reading.administered(code), kept.as(RescueInput.class).orElse(RescueInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("rescue")
    public Response rescue(@RestPath String code, @BeanParam RescueInput input, @RestForm String nonce) {
        Participant administrator = viewer.writing();
        Organisation organisation = reading.administered(code);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> {
                    mandating.rescue(code, input, administrator.id());
                    return URI.create(organisation.address());
                },
                errors -> rescuing(organisation, input, errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    private static URI back(Organisation organisation) {
        return URI.create(organisation.address() + "/people");
    }

    private TemplateInstance editing(Organisation organisation, DescriptionInput input, Errors errors) {
        titled(organisation, words().editTitle());
        return Templates.edit(organisation, input, errors, ApplyPages.legalForms(page.language()));
    }

    private TemplateInstance people(Organisation organisation, MandateInput input, Errors errors) {
        titled(organisation, words().peopleTitle());
        List<Option> about = new ArrayList<>();
        about.add(new Option("", words().everything()));
        about.addAll(spheres.offered(page.language()));
        return Templates.people(
                organisation, reading.people(organisation, page.language()), input, errors, about, outbox.isOn(), zone);
    }

    private TemplateInstance interests(Organisation organisation, InterestInput input, Errors errors) {
        titled(organisation, words().stateInterest());
        return Templates.interests(organisation, input, errors);
    }

    private TemplateInstance ending(Organisation organisation, EndInput input, Errors errors) {
        titled(organisation, words().endTitle());
        return Templates.end(organisation, input, errors, viewer.has(PlatformRole.ADMINISTRATOR));
    }

    private TemplateInstance rescuing(Organisation organisation, RescueInput input, Errors errors) {
        titled(organisation, words().rescueTitle());
        return Templates.rescue(organisation, Organisation.isOrphaned(organisation.id()), input, errors);
    }

    private void titled(Organisation organisation, String title) {
        page.titled(title)
                .in("organisations")
                .crumb(words().organisations(), "/organisations")
                .crumb(organisation.name(), organisation.address())
                .crumb(title);
    }

    private OrganisationMessages words() {
        return Applying.words(page.language());
    }
}
