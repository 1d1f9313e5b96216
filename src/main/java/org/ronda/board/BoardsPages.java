package org.ronda.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.ronda.identity.OfficeReading;
import org.ronda.kernel.Page;

/** The boards of the city. */
@Path("/boards")
class BoardsPages {
    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance index(List<Board> boards, boolean mayAdminister, LocalDate today);
    }

    @Inject
    BoardReading reading;

    @Inject
    OfficeReading offices;

    @Inject
    Page page;

    @GET
    public TemplateInstance all() {
        page.titled(Seating.words(page.language()).boards()).in("boards");
        return Templates.index(Board.all(), reading.mayAdminister(), offices.today());
    }
}
