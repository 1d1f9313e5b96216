package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;
import org.ronda.kernel.PlainText;

/** Saying where the words of a comment are in the present version: by who wrote it, and by the team. */
@Path("/anchors/{code}")
class AnchorPages {
    /**
     * Where a comment is.
     *
     * @param version the number of the version that was read
     * @param clause the key of the clause, or empty where the words are gone
     * @param words the words there, or empty for the whole clause
     */
    record PlaceInput(
            @RestForm int version,
            @RestForm String clause,
            @RestForm @Size(max = 2_000) String words) {
        PlaceInput {
            clause = clause == null ? "" : clause.strip();
            words = PlainText.clean(words);
        }
    }

    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance place(Anchors.Spot spot, PlaceInput input, List<Option> clauses, Errors errors);
    }

    @Inject
    Anchors anchors;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance ask(@RestPath String code) {
        Anchors.Spot spot = anchors.spot(code, viewer.required().id());
        Edition.Line line = spot.line();
        PlaceInput input = new PlaceInput(
                spot.present().version().n(),
                line == null || spot.anchor().kind() == Anchor.Kind.GONE
                        ? ""
                        : line.clause().key(),
                spot.anchor().exact());
        return form(spot, kept.as(PlaceInput.class).orElse(input), Errors.NONE);
    }

    @POST
    public Response place(@RestPath String code, @BeanParam PlaceInput input, @RestForm String nonce) {
        Participant by = viewer.writing();
        anchors.spot(code, by.id());
        return forms.post(
                input,
                nonce,
                by.id(),
                () -> {
                    anchors.settle(code, input.version(), input.clause(), input.words(), by.id());
                    return URI.create("/comments/" + code);
                },
                errors -> form(anchors.spot(code, by.id()), input, errors));
    }

    private TemplateInstance form(Anchors.Spot spot, PlaceInput input, Errors errors) {
        CommitmentMessages words = Drafting.words(page.language());
        page.titled(words.placeTitle())
                .in("processes")
                .crumb(spot.present().title(), spot.commitment().address())
                .crumb(spot.comment().code(), spot.comment().address())
                .crumb(words.placeTitle());
        List<Option> clauses = new ArrayList<>();
        clauses.add(new Option("", words.placeGone()));
        spot.present()
                .lines()
                .forEach(line -> clauses.add(new Option(line.clause().key(), line.title(page.language()))));
        return Templates.place(spot, input, clauses, errors);
    }
}
