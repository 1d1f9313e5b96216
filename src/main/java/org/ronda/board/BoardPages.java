package org.ronda.board;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.OfficeReading;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Excerpt;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Kept;
import org.ronda.kernel.Now;
import org.ronda.kernel.Option;
import org.ronda.kernel.Page;

/** A board as everybody reads it, and what the platform's administrator does about it. */
@Path("/boards/{code}")
class BoardPages {
    @CheckedTemplate(basePath = "board")
    static class Templates {
        static native TemplateInstance show(
                Board board,
                List<BoardReading.SeatView> seats,
                List<BoardRules> versions,
                boolean mayAdminister,
                boolean isMine,
                LocalDate today,
                ZoneId zone,
                String cursor);

        static native TemplateInstance rules(Board board, BoardRules rules, List<BoardRules> versions, ZoneId zone);

        static native TemplateInstance rule(Board board, RulesInput input, BoardRules theirs, Errors errors);

        static native TemplateInstance add(
                Board board, SeatInput input, List<Option> kinds, List<Option> sectors, Errors errors);

        static native TemplateInstance appoint(
                Board board, Seat seat, AppointmentInput input, List<Option> places, Errors errors);

        static native TemplateInstance end(Board board, Seat seat, String term, EndingInput input, Errors errors);
    }

    @Inject
    BoardReading reading;

    @Inject
    Seating seating;

    @Inject
    Deciding deciding;

    @Inject
    OfficeReading offices;

    @Inject
    Now now;

    @Inject
    Forms forms;

    @Inject
    Kept kept;

    @Inject
    Viewer viewer;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    public TemplateInstance show(@RestPath String code, @RestQuery String cursor) {
        Board board = reading.reach(code);
        String name = board.name().in(page.language()).text();
        page.titled(name).in("boards").crumb(words().boards(), "/boards").crumb(name);
        page.shared(Excerpt.ofMarkdown(board.purpose().in(page.language()).text(), 160));
        return Templates.show(
                board,
                reading.seats(board, page.language()),
                BoardRules.of(board.id()),
                reading.mayAdminister(),
                isMine(board),
                offices.today(),
                zone,
                cursor);
    }

    /** Whether the viewer decides there; asked only of who ever sat on a board or responded for an office. */
    private boolean isMine(Board board) {
        return viewer.participant()
                .filter(Participant::isResponder)
                .filter(me -> deciding.decidesOn(board.id(), me.id(), now.instant()))
                .isPresent();
    }

    @GET
    @Path("rules/{n}")
    public TemplateInstance rules(@RestPath String code, @RestPath int n) {
        Board board = reading.reach(code);
        List<BoardRules> versions = BoardRules.of(board.id());
        BoardRules asked =
                versions.stream().filter(one -> one.n() == n).findFirst().orElseThrow(NotFoundException::new);
        titled(board, words().rulesVersion(n));
        return Templates.rules(board, asked, versions, zone);
    }

    @GET
    @Path("rules/new")
    public TemplateInstance askRule(@RestPath String code) {
        viewer.administrator();
        Board board = reading.reach(code);
        return ruling(
                board,
                kept.as(RulesInput.class).orElseGet(() -> RulesInput.of(BoardRules.present(board.id()))),
                Errors.NONE);
    }

    @POST
    @Path("rules/new")
    public Response rule(@RestPath String code, @BeanParam RulesInput input, @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> URI.create(board.address() + "/rules/" + seating.rule(code, input, administrator.id())),
                errors -> ruling(board, input, errors));
    }

    @GET
    @Path("seats/new")
    public TemplateInstance askAdd(@RestPath String code) {
        viewer.administrator();
        return adding(reading.reach(code), kept.as(SeatInput.class).orElse(SeatInput.BLANK), Errors.NONE);
    }

    @POST
    @Path("seats/new")
    public Response add(@RestPath String code, @BeanParam SeatInput input, @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> URI.create(board.address() + "#" + seating.add(code, input, administrator.id())),
                errors -> adding(board, input, errors));
    }

    @GET
    @Path("seats/{seat}/terms/new")
    public TemplateInstance askAppoint(@RestPath String code, @RestPath String seat) {
        viewer.administrator();
        Board board = reading.reach(code);
        return appointing(
                board,
                reading.seat(board, seat),
                kept.as(AppointmentInput.class).orElse(AppointmentInput.BLANK),
                Errors.NONE);
    }

    @POST
    @Path("seats/{seat}/terms/new")
    public Response appoint(
            @RestPath String code, @RestPath String seat, @BeanParam AppointmentInput input, @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> {
                    seating.appoint(seat, input, administrator.id());
                    return at(board, found);
                },
                errors -> appointing(board, found, input, errors));
    }

    @GET
    @Path("seats/{seat}/terms/{term}/end")
    public TemplateInstance askEnd(@RestPath String code, @RestPath String seat, @RestPath String term) {
        viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        return ending(
                board,
                found,
                BoardReading.openTerm(found, term).code(),
                kept.as(EndingInput.class).orElse(EndingInput.BLANK),
                Errors.NONE);
    }

    @POST
    @Path("seats/{seat}/terms/{term}/end")
    public Response end(
            @RestPath String code,
            @RestPath String seat,
            @RestPath String term,
            @BeanParam EndingInput input,
            @RestForm String nonce) {
        Participant administrator = viewer.administrator();
        Board board = reading.reach(code);
        Seat found = reading.seat(board, seat);
        Appointment appointment = BoardReading.openTerm(found, term);
        return forms.post(
                input,
                nonce,
                administrator.id(),
                () -> {
                    seating.end(appointment.code(), input, administrator.id());
                    return at(board, found);
                },
                errors -> ending(board, found, appointment.code(), input, errors));
    }

    static URI at(Board board, Seat seat) {
        return URI.create(board.address() + "#" + seat.code());
    }

    private TemplateInstance ruling(Board board, RulesInput input, Errors errors) {
        titled(board, words().ruleTitle());
        BoardRules present = BoardRules.present(board.id());
        boolean isOlder = errors.isConflict() && !input.seen().equals(String.valueOf(present.n()));
        return Templates.rule(board, input, isOlder ? present : null, errors);
    }

    private TemplateInstance adding(Board board, SeatInput input, Errors errors) {
        titled(board, words().addTitle());
        List<Option> kinds = Arrays.stream(Seat.Kind.values())
                .map(one -> new Option(one.name(), one.in(page.language())))
                .toList();
        List<Option> sectors = Arrays.stream(Seat.Sector.values())
                .map(one -> new Option(one.name(), one.in(page.language())))
                .toList();
        return Templates.add(board, input, kinds, sectors, errors);
    }

    private TemplateInstance appointing(Board board, Seat seat, AppointmentInput input, Errors errors) {
        titled(board, words().appointTitle());
        List<Option> places =
                List.of(new Option("holder", words().asHolder()), new Option("deputy", words().asDeputy()));
        return Templates.appoint(board, seat, input, places, errors);
    }

    private TemplateInstance ending(Board board, Seat seat, String term, EndingInput input, Errors errors) {
        titled(board, words().endTitle());
        return Templates.end(board, seat, term, input, errors);
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
