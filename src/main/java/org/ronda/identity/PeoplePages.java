package org.ronda.identity;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** The platform's administrator looks people up, invites them, gives and takes roles, closes and opens accounts. */
@Path("/administration/people")
class PeoplePages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance people(
                List<Participant> people,
                String q,
                InvitationInput input,
                Errors errors,
                List<Option> roles,
                boolean isOpen,
                boolean isInvited);

        static native TemplateInstance person(
                Participant person,
                List<PlatformRole> all,
                Set<PlatformRole> roles,
                Errors errors,
                boolean isOpen,
                boolean isMine);
    }

    /** What a form without fields does, so that its nonce stands for nothing else. */
    private record Act(String what, String of) {}

    @Inject
    Viewer viewer;

    @Inject
    People people;

    @Inject
    Directory directory;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Page page;

    @GET
    public TemplateInstance people(@RestQuery String q, @RestQuery boolean invited) {
        viewer.administrator();
        return people(
                q == null ? "" : q.strip(),
                kept.as(InvitationInput.class).orElse(InvitationInput.BLANK),
                Errors.NONE,
                invited);
    }

    @POST
    public Response invite(@BeanParam InvitationInput input, @RestForm String nonce) {
        viewer.administrator();
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    people.invite(input, page.language());
                    return URI.create("/administration/people?invited=true");
                },
                errors -> people("", input, errors, false));
    }

    @GET
    @Path("{code}")
    public TemplateInstance person(@RestPath String code) {
        viewer.administrator();
        return person(code, Errors.NONE);
    }

    @POST
    @Path("{code}/disabled")
    public Response disable(@RestPath String code, @RestForm String nonce) {
        return act(code, "disable", nonce, () -> people.disable(code, viewer.id()));
    }

    @POST
    @Path("{code}/disabled/end")
    public Response enable(@RestPath String code, @RestForm String nonce) {
        return act(code, "enable", nonce, () -> people.enable(code, viewer.id()));
    }

    @POST
    @Path("{code}/roles")
    public Response give(@RestPath String code, @RestForm String role, @RestForm String nonce) {
        return act(code, "give " + role, nonce, () -> people.give(code, People.role(role), viewer.id()));
    }

    @POST
    @Path("{code}/roles/end")
    public Response take(@RestPath String code, @RestForm String role, @RestForm String nonce) {
        return act(code, "take " + role, nonce, () -> people.take(code, People.role(role), viewer.id()));
    }

    private Response act(String code, String what, String nonce, Runnable act) {
        viewer.administrator();
        Participant person = People.one(code);
        return forms.post(
                new Act(what, code),
                nonce,
                viewer.id(),
                () -> {
                    act.run();
                    return URI.create("/administration/people/" + person.code());
                },
                errors -> person(code, errors));
    }

    private TemplateInstance people(String q, InvitationInput input, Errors errors, boolean isInvited) {
        page.titled(words().people()).in("administration");
        List<Option> roles = Stream.concat(
                        Stream.of(new Option("", words().noRole())),
                        Arrays.stream(PlatformRole.values()).map(role -> new Option(role.key(), word(role))))
                .toList();
        List<Participant> found = q.isEmpty() ? List.of() : Participant.lookedUp(q);
        return Templates.people(found, q, input, errors, roles, directory.isOpen(), isInvited);
    }

    private TemplateInstance person(String code, Errors errors) {
        Participant person = People.one(code);
        page.titled(person.name())
                .in("administration")
                .crumb(words().people(), "/administration/people")
                .crumb(person.name());
        Set<PlatformRole> roles = directory.isOpen() ? directory.rolesOf(person.subject()) : Set.of();
        return Templates.person(
                person, List.of(PlatformRole.values()), roles, errors, directory.isOpen(), person.id() == viewer.id());
    }

    private String word(PlatformRole role) {
        return switch (role) {
            case PROCESS_CREATOR -> words().roleCreator();
            case ADMINISTRATOR -> words().rolePlatform();
        };
    }

    private IdentityMessages words() {
        return Wording.of(IdentityMessages.class, page.language());
    }
}
