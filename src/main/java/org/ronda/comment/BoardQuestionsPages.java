package org.ronda.comment;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.board.Board;
import org.ronda.contribution.Names;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Page;
import org.ronda.process.DecisionBodies;

/** What waits for an official reply, for who sits on the board with a seat that decides; for anybody else there is nothing here. */
@Path("/boards/{code}/questions")
class BoardQuestionsPages {
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
        Board board = Board.byCode(code)
                .filter(one -> names.boards().stream().anyMatch(mine -> mine.id() == one.id()))
                .orElseThrow(NotFoundException::new);
        CommentMessages words = Commenting.words(page.language());
        page.titled(words.boardQuestionsTitle())
                .in("for-you")
                .crumb(board.name().in(page.language()).text(), board.address())
                .crumb(words.boardQuestionsTitle());
        return QuestionsPages.Templates.questions(
                board.code(),
                board.address(),
                words.boardQuestionsLead(),
                questions.of(bodies.answeredBy(board), cursor, OpenQuestions.PAGE));
    }
}
