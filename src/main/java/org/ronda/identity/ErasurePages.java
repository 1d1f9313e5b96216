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
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.KeptForms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;

/** Erasing one's account: what goes, what stays, and a word to type. */
@Path("/me/erasure")
class ErasurePages {
    @CheckedTemplate(basePath = "identity")
    static class Templates {
        static native TemplateInstance erasure(List<String> obstacles, ErasureInput input, Errors errors);
    }

    @Inject
    Erasing erasing;

    @Inject
    KeptForms keptForms;

    @Inject
    Forms forms;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask() {
        return show(viewer.required(), ErasureInput.BLANK, Errors.NONE);
    }

    @POST
    public Response erase(@BeanParam ErasureInput input, @RestForm String nonce) {
        Participant me = viewer.required();
        Response answer = forms.post(
                input,
                nonce,
                me.id(),
                () -> {
                    refuseOtherWord(input.word());
                    return URI.create("/receipts/" + erasing.ask(me.id()));
                },
                errors -> show(me, input, errors));
        if (answer.getStatus() == Response.Status.SEE_OTHER.getStatusCode()) {
            // in transactions of their own, after the account is closed
            keptForms.forget();
            erasing.sweep(me.id());
        }
        return answer;
    }

    /** Of whichever language: the page may have been read in another one. */
    private static void refuseOtherWord(String typed) {
        boolean isIt = Arrays.stream(Language.values())
                .anyMatch(language -> MyDataPages.words(language).word().equalsIgnoreCase(typed));
        if (!isIt) {
            throw Refused.invalid(
                    "word",
                    language -> MyDataPages.words(language)
                            .wordNeeded(MyDataPages.words(language).word()));
        }
    }

    private TemplateInstance show(Participant me, ErasureInput input, Errors errors) {
        OwnMessages words = MyDataPages.words(page.language());
        page.titled(words.erase())
                .in("me")
                .crumb(words.mine(), "/me")
                .crumb(words.title(), "/me/data")
                .crumb(words.erase());
        List<String> obstacles = erasing.obstacles(me.id()).stream()
                .map(obstacle -> obstacle.in(page.language()))
                .toList();
        return Templates.erasure(obstacles, input, errors);
    }
}
