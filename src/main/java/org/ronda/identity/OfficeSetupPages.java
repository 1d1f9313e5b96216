package org.ronda.identity;

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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** The platform's administrator begins offices, puts them right, renames and ends them, and says who responds for them. */
@Path("/administration/offices")
class OfficeSetupPages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance office_setup(
                List<OfficeChart.Branch> inForce,
                List<Office> others,
                LocalDate today,
                OfficeInput input,
                Errors errors,
                List<Option> kinds,
                List<Option> parents);

        static native TemplateInstance office_edit(
                Office office,
                OfficeInput input,
                OfficeInput theirs,
                Errors errors,
                List<Option> kinds,
                List<Option> parents);

        static native TemplateInstance office_end(
                Office office, OfficeEndInput input, Errors errors, List<Option> successors);

        static native TemplateInstance office_resume(Office office, ResumptionInput input, Errors errors);

        static native TemplateInstance office_rename(Office office, RenamingInput input, Errors errors);

        static native TemplateInstance office_responders(
                Office office, List<Responding.Person> people, ResponderInput input, Errors errors, ZoneId zone);
    }

    @Inject
    OfficeSetup setup;

    @Inject
    OfficeReading offices;

    @Inject
    Responding responding;

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
    public TemplateInstance offices() {
        viewer.administrator();
        return offices(kept.as(OfficeInput.class).orElseGet(() -> OfficeInput.beginning(offices.today())), Errors.NONE);
    }

    @POST
    public Response create(@BeanParam OfficeInput input, @RestForm String nonce) {
        viewer.administrator();
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> back(setup.create(input, viewer.id())),
                errors -> offices(input, errors));
    }

    @GET
    @Path("{code}")
    public TemplateInstance office(@RestPath String code) {
        viewer.administrator();
        Office office = one(code);
        return office(office, kept.as(OfficeInput.class).orElseGet(() -> present(office)), Errors.NONE);
    }

    @POST
    @Path("{code}")
    public Response correct(@RestPath String code, @BeanParam OfficeInput input, @RestForm String nonce) {
        return post(
                code,
                input,
                nonce,
                office -> {
                    setup.correct(code, input, viewer.id());
                    return URI.create(office.address());
                },
                (office, errors) -> office(office, input, errors));
    }

    @GET
    @Path("{code}/end")
    public TemplateInstance askEnd(@RestPath String code) {
        viewer.administrator();
        OfficeEndInput blank = new OfficeEndInput(offices.today().toString(), "");
        return ending(one(code), kept.as(OfficeEndInput.class).orElse(blank), Errors.NONE);
    }

    @POST
    @Path("{code}/end")
    public Response end(@RestPath String code, @BeanParam OfficeEndInput input, @RestForm String nonce) {
        return post(
                code,
                input,
                nonce,
                office -> {
                    setup.end(code, input, viewer.id());
                    return URI.create(office.address());
                },
                (office, errors) -> ending(office, input, errors));
    }

    @GET
    @Path("{code}/resumption")
    public TemplateInstance askResume(@RestPath String code) {
        viewer.administrator();
        return resuming(one(code), kept.as(ResumptionInput.class).orElse(ResumptionInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("{code}/resumption")
    public Response resume(@RestPath String code, @BeanParam ResumptionInput input, @RestForm String nonce) {
        return post(
                code,
                input,
                nonce,
                office -> {
                    setup.resume(code, input, viewer.id());
                    return URI.create(office.address());
                },
                (office, errors) -> resuming(office, input, errors));
    }

    private TemplateInstance resuming(Office office, ResumptionInput input, Errors errors) {
        titled(office, words().resumeTitle());
        return Templates.office_resume(office, input, errors);
    }

    @GET
    @Path("{code}/name")
    public TemplateInstance askName(@RestPath String code) {
        viewer.administrator();
        Office office = one(code);
        RenamingInput present = RenamingInput.of(office, offices.today());
        return renaming(office, kept.as(RenamingInput.class).orElse(present), Errors.NONE);
    }

    @POST
    @Path("{code}/name")
    public Response rename(@RestPath String code, @BeanParam RenamingInput input, @RestForm String nonce) {
        return post(
                code,
                input,
                nonce,
                office -> URI.create(setup.rename(code, input, viewer.id()).address()),
                (office, errors) -> renaming(office, input, errors));
    }

    @GET
    @Path("{code}/responders")
    public TemplateInstance responders(@RestPath String code) {
        viewer.administrator();
        return responders(one(code), kept.as(ResponderInput.class).orElse(ResponderInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("{code}/responders")
    public Response give(@RestPath String code, @BeanParam ResponderInput input, @RestForm String nonce) {
        return post(
                code,
                input,
                nonce,
                office -> {
                    responding.give(code, input, viewer.id());
                    return toResponders(office);
                },
                (office, errors) -> responders(office, input, errors));
    }

    @POST
    @Path("{code}/responders/{id}/end")
    public Response end(@RestPath String code, @RestPath String id, @RestForm String nonce) {
        long responder = Responding.number(id);
        return post(
                code,
                new Act("responder", id),
                nonce,
                office -> {
                    responding.end(code, responder, viewer.id());
                    return toResponders(office);
                },
                (office, errors) -> responders(office, ResponderInput.BLANK, errors));
    }

    /** What an administrator sends about an office; the form again shows the office as it is by then. */
    private Response post(
            String code,
            Object input,
            String nonce,
            Function<Office, URI> act,
            BiFunction<Office, Errors, TemplateInstance> again) {
        viewer.administrator();
        Office office = one(code);
        return forms.post(input, nonce, viewer.id(), () -> act.apply(office), errors -> again.apply(one(code), errors));
    }

    /** What a form without words does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    private static URI back(Office office) {
        return URI.create("/administration/offices/" + office.code());
    }

    private static URI toResponders(Office office) {
        return URI.create(back(office) + "/responders");
    }

    private static Office one(String code) {
        return Office.byCode(code).orElseThrow(NotFoundException::new);
    }

    private static OfficeInput present(Office office) {
        return OfficeInput.of(office, office.parentId() == null ? null : Office.findById(office.parentId()));
    }

    private TemplateInstance offices(OfficeInput input, Errors errors) {
        page.titled(words().setup())
                .in("administration")
                .crumb(words().offices(), "/offices")
                .crumb(words().setup());
        OfficeChart chart = offices.chart();
        List<OfficeChart.Branch> inForce = chart.inForce(page.language());
        return Templates.office_setup(
                inForce, chart.others(), offices.today(), input, errors, kinds(), parents(inForce, null));
    }

    private TemplateInstance office(Office office, OfficeInput input, Errors errors) {
        titled(office, words().correct());
        boolean isOvertaken = errors.isConflict();
        return Templates.office_edit(
                office,
                input,
                isOvertaken ? present(office) : null,
                errors,
                kinds(),
                parents(offices.chart().inForce(page.language()), office));
    }

    private TemplateInstance ending(Office office, OfficeEndInput input, Errors errors) {
        titled(office, words().endTitle());
        List<Option> successors = new ArrayList<>(List.of(new Option("", words().nobodyFollows())));
        offices.chart().inForce(page.language()).stream()
                .filter(branch -> branch.office().id() != office.id())
                .map(this::option)
                .forEach(successors::add);
        return Templates.office_end(office, input, errors, successors);
    }

    private TemplateInstance renaming(Office office, RenamingInput input, Errors errors) {
        titled(office, words().renameTitle());
        return Templates.office_rename(office, input, errors);
    }

    private TemplateInstance responders(Office office, ResponderInput input, Errors errors) {
        titled(office, words().whoResponds());
        return Templates.office_responders(office, responding.people(office), input, errors, zone);
    }

    private void titled(Office office, String title) {
        page.titled(title)
                .in("administration")
                .crumb(words().offices(), "/offices")
                .crumb(words().setup(), "/administration/offices")
                .crumb(office.name().in(page.language()).text(), office.address())
                .crumb(title);
    }

    private List<Option> kinds() {
        return Arrays.stream(Office.Kind.values())
                .map(kind -> new Option(kind.name(), kind.in(page.language())))
                .toList();
    }

    /** Those in force but itself, and what it is part of by now. */
    private List<Option> parents(List<OfficeChart.Branch> inForce, Office office) {
        List<Option> parents = new ArrayList<>(List.of(new Option("", words().noParent())));
        inForce.stream()
                .filter(branch -> office == null || branch.office().id() != office.id())
                .map(this::option)
                .forEach(parents::add);
        if (office != null && office.parentId() != null) {
            Office parent = Office.findById(office.parentId());
            if (parents.stream().noneMatch(option -> option.value().equals(parent.code()))) {
                parents.add(new Option(
                        parent.code(), parent.name().in(page.language()).text()));
            }
        }
        return parents;
    }

    private Option option(OfficeChart.Branch branch) {
        return new Option(
                branch.office().code(),
                branch.office().name().in(page.language()).text());
    }

    private OfficeMessages words() {
        return OfficeSetup.words(page.language());
    }
}
