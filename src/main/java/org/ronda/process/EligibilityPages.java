package org.ronda.process;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.LocalPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.KeptForm;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Page;
import org.ronda.ledger.Counters;

/** What a process asks of whoever counts in it, said to everybody; and where a code is entered. */
@Path("/processes/{slug}/eligibility")
class EligibilityPages {
    @CheckedTemplate(basePath = "process")
    static class Templates {
        static native TemplateInstance eligibility(Asked asked, Errors errors);
    }

    /**
     * What is asked, and what of it the viewer has shown.
     *
     * @param voices how many showed it
     * @param me who is looking, or null
     * @param isUnread whether that the account counts with another one was not read yet
     * @param to where to go on
     * @param isKept whether what was typed waits
     */
    record Asked(
            Process process,
            int voices,
            Participant me,
            boolean isMet,
            boolean isShared,
            boolean isUnread,
            boolean isDemo,
            String to,
            boolean isKept) {
        /** Where signing in leads back from. */
        public String signIn() {
            return LocalPath.of(Verifying.page(process)).signIn().toString();
        }
    }

    /** What a form stands for, so that its nonce stands for nothing else; a code as its key only. */
    private record Act(String what, String of) {}

    @Inject
    Verifying verifying;

    @Inject
    Processes processes;

    @Inject
    Counters counters;

    @Inject
    KeptForms keptForms;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.demo")
    boolean isDemo;

    @GET
    public TemplateInstance show(@RestPath String slug, @RestQuery String to) {
        return show(processes.reach(slug), to, Errors.NONE);
    }

    @POST
    public Response enter(
            @RestPath String slug, @RestForm String voiceCode, @RestForm String to, @RestForm String nonce) {
        Process process = asking(slug);
        Participant me = viewer.writing();
        byte[] key = verifying.key(process, voiceCode == null ? "" : voiceCode);
        return forms.post(
                new Act("code", HexFormat.of().formatHex(key)),
                nonce,
                me.id(),
                () -> {
                    verifying.guess(process.id(), key, me.id());
                    return back(process, to);
                },
                errors -> show(process, to, errors));
    }

    /** Whoever counts together with another account has read it. */
    @POST
    @Path("reading")
    public Response read(@RestPath String slug, @RestForm String nonce) {
        Process process = asking(slug);
        Participant me = viewer.required();
        return forms.post(
                new Act("read", slug),
                nonce,
                me.id(),
                () -> {
                    verifying.read(process.id(), me.id());
                    return URI.create(Verifying.page(process));
                },
                errors -> show(process, null, errors));
    }

    private Process asking(String slug) {
        Process process = processes.reach(slug);
        if (process.asks(Eligibility.NONE)) {
            throw new NotFoundException();
        }
        return process;
    }

    /** To the form that is kept; else to where this page says that the code is taken, and goes on from there. */
    private URI back(Process process, String to) {
        return keptForms
                .current()
                .map(KeptForm::path)
                .map(path -> URI.create(LocalPath.of(path).path()))
                .orElseGet(() -> URI.create(Verifying.page(process)
                        + (to == null || to.isEmpty()
                                ? ""
                                : "?to=" + URLEncoder.encode(LocalPath.of(to).path(), StandardCharsets.UTF_8))));
    }

    private TemplateInstance show(Process process, String to, Errors errors) {
        ProcessMessages words = ProcessSetup.words(page.language());
        page.titled(words.whoCounts())
                .in("processes")
                .crumb(process.title().in(page.language()).text(), process.address())
                .crumb(words.whoCounts());
        Participant me = viewer.participant().orElse(null);
        boolean isShared = me != null && verifying.isShared(me.id(), process.id());
        return Templates.eligibility(
                new Asked(
                        process,
                        counters.of(List.of(process.scope()), viewer.idOrNull())
                                .get(process.scope())
                                .voices(),
                        me,
                        me != null && verifying.isMet(process, me.id()),
                        isShared,
                        isShared && verifying.isUnread(me.id(), process.id()),
                        isDemo,
                        to == null ? process.address() : LocalPath.of(to).path(),
                        me != null && keptForms.current().isPresent()),
                errors);
    }
}
