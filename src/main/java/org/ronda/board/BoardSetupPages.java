package org.ronda.board;

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
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** The platform's administrator puts boards and seats right, closes seats and ends boards. */
@Path("/administration/boards/{code}")
class BoardSetupPages {
    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance correct(
                Board board, CorrectionInput input, CorrectionInput theirs, Errors errors);

        static native TemplateInstance finish(Board board, BoardEndInput input, Errors errors);

        static native TemplateInstance resume(Board board, BoardResumptionInput input, Errors errors);

        static native TemplateInstance correct_seat(
                Board board,
                Seat seat,
                SeatCorrectionInput input,
                SeatCorrectionInput theirs,
                List<Option> sectors,
                Errors errors);

        static native TemplateInstance close(Board board, Seat seat, EndingInput input, Errors errors);
    }

    @Inject
    BoardReading reading;

    @Inject
    BoardSetup setup;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @GET
    public TemplateInstance askCorrect(@RestPath String code) {
        viewer.administrator();
        Board board = reading.reach(code);
        return correcting(
                board, kept.as(CorrectionInput.class).orElseGet(() -> CorrectionInput.of(board)), Errors.NONE);
    }

    @POST
    public Response correct(@RestPath String code, @BeanParam CorrectionInput input, @RestForm String nonce) {
        viewer.administrator();
        Board board = reading.reach(code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.correct(code, input, viewer.id());
                    return URI.create(board.address());
                },
                errors -> correcting(reading.reach(code), input, errors));
    }

    @GET
    @Path("end")
    public TemplateInstance askEnd(@RestPath String code) {
        viewer.administrator();
        Board board = reading.reach(code);
        return finishing(board, kept.as(BoardEndInput.class).orElseGet(() -> BoardEndInput.of(board)), Errors.NONE);
    }

    @POST
    @Path("end")
    public Response end(@RestPath String code, @BeanParam BoardEndInput input, @RestForm String nonce) {
        viewer.administrator();
        Board board = reading.reach(code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.end(code, input, viewer.id());
                    return URI.create(board.address());
                },
                errors -> finishing(board, input, errors));
    }

    @GET
    @Path("resumption")
    public TemplateInstance askResume(@RestPath String code) {
        viewer.administrator();
        return resuming(
                reading.reach(code),
                kept.as(BoardResumptionInput.class).orElse(BoardResumptionInput.BLANK),
                Errors.NONE);
    }

    @POST
    @Path("resumption")
    public Response resume(@RestPath String code, @BeanParam BoardResumptionInput input, @RestForm String nonce) {
        viewer.administrator();
        Board board = reading.reach(code);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.resume(code, input, viewer.id());
                    return URI.create(board.address());
                },
                errors -> resuming(board, input, errors));
    }

    @GET
    @Path("seats/{seat}")
    public TemplateInstance askCorrectSeat(@RestPath String code, @RestPath String seat) {
        viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        return correcting(
                board,
                found,
                kept.as(SeatCorrectionInput.class).orElseGet(() -> SeatCorrectionInput.of(found)),
                Errors.NONE);
    }

    @POST
    @Path("seats/{seat}")
    public Response correctSeat(
            @RestPath String code,
            @RestPath String seat,
            @BeanParam SeatCorrectionInput input,
            @RestForm String nonce) {
        viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.correct(code, seat, input, viewer.id());
                    return BoardPages.at(board, found);
                },
                errors -> correcting(board, reading.seat(board, seat), input, errors));
    }

    @GET
    @Path("seats/{seat}/end")
    public TemplateInstance askClose(@RestPath String code, @RestPath String seat) {
        viewer.administrator();
        Board board = reading.reach(code);
        return closing(
                board, reading.seat(board, seat), kept.as(EndingInput.class).orElse(EndingInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("seats/{seat}/end")
    public Response close(
            @RestPath String code, @RestPath String seat, @BeanParam EndingInput input, @RestForm String nonce) {
        viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        return forms.post(
                input,
                nonce,
                viewer.id(),
                () -> {
                    setup.close(code, seat, input, viewer.id());
                    return BoardPages.at(board, found);
                },
                errors -> closing(board, found, input, errors));
    }

    private TemplateInstance correcting(Board board, CorrectionInput input, Errors errors) {
        titled(board, words().correctTitle());
        boolean isOlder = errors.isConflict() && input.seen() != board.version();
        return Templates.correct(board, input, isOlder ? CorrectionInput.of(board) : null, errors);
    }

    private TemplateInstance correcting(Board board, Seat seat, SeatCorrectionInput input, Errors errors) {
        titled(board, words().correctSeatTitle());
        boolean isOlder = errors.isConflict() && input.seen() != seat.version();
        List<Option> sectors = Arrays.stream(Seat.Sector.values())
                .map(one -> new Option(one.name(), one.in(page.language())))
                .toList();
        return Templates.correct_seat(
                board, seat, input, isOlder ? SeatCorrectionInput.of(seat) : null, sectors, errors);
    }

    private TemplateInstance finishing(Board board, BoardEndInput input, Errors errors) {
        titled(board, board.isEnding() ? words().endMoveTitle() : words().finishTitle());
        return Templates.finish(board, input, errors);
    }

    private TemplateInstance resuming(Board board, BoardResumptionInput input, Errors errors) {
        titled(board, words().resumeTitle());
        return Templates.resume(board, input, errors);
    }

    private TemplateInstance closing(Board board, Seat seat, EndingInput input, Errors errors) {
        titled(board, words().closeTitle());
        return Templates.close(board, seat, input, errors);
    }

    private void titled(Board board, String title) {
        page.titled(title)
                .in("boards")
                .crumb(words().boards(), "/boards")
                .crumb(board.name().in(page.language()).text(), board.address())
                .crumb(title);
    }

    private BoardMessages words() {
        return Seating.words(page.language());
    }
}
