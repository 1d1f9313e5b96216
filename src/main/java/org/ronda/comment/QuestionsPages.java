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

/** What waits for an official reply, for who responds for the office; for anybody else there is nothing here. */
@Path("/offices/{code}/questions")
class QuestionsPages {
    @CheckedTemplate(basePath = "comment")
    static class Templates {
        static native TemplateInstance questions(Office office, Slice<OpenQuestions.Waiting> waiting);
    }

    @Inject
    OpenQuestions questions;

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
        return Templates.questions(office, questions.of(office, cursor, OpenQuestions.PAGE));
    }
}
