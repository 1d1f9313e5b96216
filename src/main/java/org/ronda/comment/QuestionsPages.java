package org.ronda.comment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.contribution.Names;
import org.ronda.identity.Office;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;
import org.ronda.process.DecisionBodies;

/** What waits for an official reply, for who responds for the office; for anybody else there is nothing here. */
@Path("/offices/{code}/questions")
class QuestionsPages {
    @CheckedTemplate(basePath = "comment")
    static class Templates {
        static native TemplateInstance questions(
                String name, String address, String lead, Slice<OpenQuestions.Waiting> waiting);
    }

    @Inject
    OpenQuestions questions;

    @Inject
    DecisionBodies bodies;

    @Inject
    Names names;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance questions(@RestPath String code, @RestQuery String cursor) {
        viewer.required();
        Office office = Office.byCode(code)
                .filter(one -> names.offices().stream().anyMatch(mine -> mine.id() == one.id()))
                .orElseThrow(NotFoundException::new);
        CommentMessages words = Commenting.words(page.language());
        page.titled(words.questionsTitle())
                .in("for-you")
                .crumb(office.name().in(page.language()).text(), office.address())
                .crumb(words.questionsTitle());
        return Templates.questions(
                office.code(),
                office.address(),
                words.questionsLead(),
                questions.of(bodies.answeredBy(office).toList(), cursor, OpenQuestions.PAGE));
    }
}
