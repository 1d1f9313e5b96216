package org.ronda.notification;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Option;
import org.ronda.kernel.Outbox;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.kernel.WholeNumber;
import org.ronda.kernel.Wording;

/** What waits for me, and what is new for me. Only the button says that it was read. */
@Path("/me/for-you")
class ForYouPages {
    @CheckedTemplate(basePath = "notification")
    static class Templates {
        static native TemplateInstance for_you(
                List<Awaiting.Awaited> awaited,
                Slice<Notices.News> news,
                boolean isFirst,
                long head,
                ZoneId zone,
                ByMail mail,
                Errors errors);
    }

    /** Whether the same comes by mail. */
    record ByMail(boolean isOn, boolean hasAddress, String chosen, List<Option> options) {}

    /** @param digest daily or never */
    record DigestInput(
            @RestForm @NotBlank @Pattern(regexp = "daily|never")
            String digest) {}

    /** @param position up to where the page told */
    record ReadInput(@RestForm @NotBlank @WholeNumber String position) {}

    @Inject
    Notices notices;

    @Inject
    Readers readers;

    @Inject
    Outbox outbox;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance forYou(@RestQuery String cursor) {
        return shown(cursor, Errors.NONE);
    }

    @POST
    @Path("read")
    public Response read(@BeanParam ReadInput input) {
        long me = viewer.required().id();
        return forms.post(
                input,
                () -> {
                    readers.read(me, Long.parseLong(input.position));
                    return URI.create("/me/for-you");
                },
                errors -> shown(null, errors));
    }

    @POST
    @Path("digest")
    public Response choose(@BeanParam DigestInput input) {
        long me = viewer.required().id();
        return forms.post(
                input,
                () -> {
                    readers.choose(me, input.digest.equals("daily"));
                    return URI.create("/me/for-you");
                },
                errors -> shown(null, errors));
    }

    private TemplateInstance shown(String cursor, Errors errors) {
        Participant reader = viewer.required();
        long me = reader.id();
        Cursor from = Cursor.parse(cursor, 1);
        long head = notices.head();
        NotificationMessages words = Wording.of(NotificationMessages.class, page.language());
        page.titled(words.forYou()).in("for-you");
        return Templates.for_you(
                from == null ? notices.awaited(page.language()) : List.of(),
                notices.news(me, notices.readTo(me), head, from, Notices.PAGE, page.language()),
                from == null,
                head,
                zone,
                byMail(reader, words),
                errors);
    }

    private ByMail byMail(Participant reader, NotificationMessages words) {
        return new ByMail(
                outbox.isOn(),
                reader.mailbox().isPresent(),
                readers.hasDigest(reader.id()) ? "daily" : "never",
                List.of(new Option("daily", words.digestDaily()), new Option("never", words.digestNever())));
    }
}
