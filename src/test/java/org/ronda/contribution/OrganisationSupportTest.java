package org.ronda.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.Mandate;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;

/** An organisation supports with one voice, in public, through whoever it mandated; where two confirm, with both. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OrganisationSupportTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Inject
    EntityManager entityManager;

    @Inject
    ProcessSetup setup;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Proposing proposing;

    @Inject
    Supporting supporting;

    @Inject
    OrganisationSupporting organisationSupporting;

    @Inject
    Supporters supporters;

    @Inject
    Freezing freezing;

    @Inject
    Ledger ledger;

    private final Instant today = Instant.now();
    private Process process;
    private Phase open;
    private Newcomer author;
    private Newcomer ana;
    private Newcomer beto;
    private Organisation red;
    private Mandate betos;

    @BeforeEach
    void twoSpeakForIt() {
        FreshLimits.forEverybody();
        process = Now.during(ago(40), this::process);
        open = phase(contract -> contract.withOrganisations(true));
        Now.during(ago(39), () -> {
            setup.publish(process.id(), "Es una prueba", moderator());
            return true;
        });
        author = Newcomer.admitted();
        ana = Newcomer.admitted();
        beto = Newcomer.admitted();
        red = organisation(ana);
        betos = invite(red, ana, beto);
    }

    private Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    private static long moderator() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
    }

    private Process process() {
        Translated words = Translated.of(Language.ES, "Una prueba de apoyos");
        long office = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findAll().firstResult().id());
        return setup.create(
                "prueba-apoyos-" + NUMBER.incrementAndGet(),
                new Process.Description(
                        words,
                        words,
                        words,
                        words,
                        Translated.EMPTY,
                        Scope.office(office),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZoneId.of("America/Argentina/Cordoba")),
                moderator());
    }

    private Phase phase(UnaryOperator<Contract> as) {
        Translated words = Translated.of(Language.ES, "Una fase");
        Instant ends = today.plus(Duration.ofDays(3));
        return Now.during(
                ago(40),
                () -> setup.add(
                        process.id(),
                        Phase.Kind.PROPOSALS,
                        words,
                        words,
                        as.apply(Contract.between(ago(2), ends)
                                .limited(new Contract.Limits(2, 9, 2_000))
                                .answering(Contract.Answers.by(ends.plus(Duration.ofDays(30))))
                                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT))),
                        process.isPublic() ? "Es una prueba" : null,
                        moderator()));
    }

    /** Another process, whose phase has other terms. */
    private Phase other(UnaryOperator<Contract> as) {
        process = Now.during(ago(40), this::process);
        Phase phase = phase(as);
        Now.during(ago(39), () -> {
            setup.publish(process.id(), "Es una prueba", moderator());
            return true;
        });
        return phase;
    }

    private Organisation organisation(Newcomer holder) {
        Organisation organisation = applying.apply(
                new ApplicationInput(
                        "Apoyo " + NUMBER.incrementAndGet(), "Estamos juntos.", "", "acá", "", "presidenta"),
                holder.id());
        applying.accept(organisation.code(), "Existe.", moderator());
        return organisation;
    }

    private Mandate invite(Organisation organisation, Newcomer holder, Newcomer somebody) {
        Mandate mandate = mandating.give(
                organisation.code(), new MandateInput(somebody.code(), "secretario", "", "", "", ""), holder.id());
        mandating.accept(mandate.code(), somebody.id());
        return mandate;
    }

    private void twoConfirm() {
        twoConfirm(red);
    }

    private void twoConfirm(Organisation organisation) {
        assertEquals(
                303,
                send(
                                ana,
                                organisation.address() + "/edit",
                                Map.of("statement", "Somos dos.", "contact", "acá", "twoPerson", "true"))
                        .statusCode());
    }

    private void merge(Organisation ending, Newcomer holder, Organisation successor) {
        assertEquals(
                303,
                send(holder, ending.address() + "/end", Map.of("reason", "Nos unimos.", "successor", successor.code()))
                        .statusCode());
    }

    private Proposal propose(Phase phase) {
        return propose(phase, author, "");
    }

    private Proposal propose(Phase phase, Newcomer by, String organisation) {
        String title = "Una propuesta " + NUMBER.incrementAndGet();
        return proposing.publish(phase, title, "Falta.", "Ponerlo.", List.of(), "", organisation, by.row());
    }

    private static Response send(Newcomer by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private Response support(Newcomer by, Proposal proposal, Organisation organisation) {
        return send(
                by,
                proposal.address() + "/support",
                Map.of("meaning", "1", "organisation", organisation == null ? "" : organisation.code()));
    }

    private Response takeBack(Newcomer by, Proposal proposal, Organisation organisation) {
        return send(by, proposal.address() + "/support/withdrawal", Map.of("organisation", organisation.code()));
    }

    private void give(Proposal proposal, Organisation organisation, Newcomer by) {
        assertFalse(organisationSupporting
                .give(proposal, 1, organisation.code(), by.id())
                .isWaiting());
    }

    private JsonPath json(Proposal proposal) {
        ledger.drain();
        return Signed.given().get("/api/v1/proposals/" + proposal.code()).jsonPath();
    }

    private static List<String> supports(Organisation organisation) {
        return Signed.given()
                .get("/api/v1/organisations/" + organisation.code() + "/supports")
                .path("items.code");
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entityManager.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private long rows(Proposal proposal) {
        return count("select count(*) from support where contribution_id = " + proposal.id());
    }

    private long wishes(Proposal proposal) {
        return count("select count(*) from support_wish where contribution_id = " + proposal.id());
    }

    @Test
    void theContractOfThePhaseSaysSo() {
        String address = process.address() + "/phases/" + open.code();
        assertTrue(Signed.browser().get(address).asString().contains("en su propio nombre, las organizaciones"));
        JsonPath phases =
                Signed.given().get("/api/v1" + process.address() + "/phases").jsonPath();
        assertTrue(phases.getBoolean("items[0].organisationsSupport"));
    }

    @Test
    void itIsOneVoiceBesideThoseOfItsPeopleAndPublicWithItsName() {
        Proposal proposal = propose(open);
        assertTrue(ana.get(proposal.address()).text().contains("Apoyar por una organización"));
        assertEquals(303, support(ana, proposal, null).statusCode());
        assertEquals(303, support(ana, proposal, red).statusCode());
        assertEquals(303, support(beto, proposal, red).statusCode());
        assertEquals(2, rows(proposal));
        JsonPath shown = json(proposal);
        assertEquals(2, shown.getInt("supports"));
        assertEquals(1, shown.getInt("organisations.count"));
        assertEquals(red.code(), shown.getString("organisations.first[0].code"));
        String page = Signed.browser().get(proposal.address()).asString();
        assertTrue(page.contains("1 es de una organización:"), page);
        assertTrue(page.contains(red.address()));
        assertFalse(page.contains(ana.name()));
        assertTrue(Signed.browser()
                .get(proposal.address() + "/organisations")
                .asString()
                .contains(red.name()));
        assertEquals(
                List.of(red.name()),
                Signed.given()
                        .get("/api/v1/proposals/" + proposal.code() + "/organisations")
                        .path("items.name"));
        assertEquals(List.of(proposal.code()), supports(red));
        assertTrue(Signed.browser().get(red.address()).asString().contains(proposal.title()));
        assertTrue(beto.get(proposal.address()).text().contains("Retirar su apoyo"));
        // whoever speaks for it takes it back, whoever gave it
        assertEquals(303, takeBack(beto, proposal, red).statusCode());
        assertEquals(1, json(proposal).getInt("supports"));
        assertEquals(List.of(), supports(red));
        assertEquals(
                1,
                count("select used from voter_phase x join voter v on v.id = x.voter_id where v.kind = 'PERSON'"
                        + " and x.action = 'SUPPORT' and x.phase_id = " + open.id()));
        assertEquals(
                0,
                count("select used from voter_phase x join voter v on v.id = x.voter_id where"
                        + " v.kind = 'ORGANISATION' and x.phase_id = " + open.id()));
    }

    @Test
    void theLedgerTellsWhichOrganisationAndNobodyWhichPerson() {
        Proposal proposal = propose(open);
        give(proposal, red, ana);
        supporting.give(proposal, 1, beto.id());
        ledger.drain();
        String told = events();
        assertFalse(told.contains(ana.name()));
        assertFalse(told.contains(ana.code()));
        assertEquals(1, told.split(red.code(), -1).length - 1, told);
        assertEquals(2, told.split("\"support.given\"", -1).length - 1, told);
        assertEquals(
                1,
                count("select count(*) from ledger_actor a join ledger_event e on e.id = a.event_id"
                        + " where e.kind = 'support.given' and a.name_kind = 'ORGANISATION' and a.name_id = "
                        + red.id() + " and a.actor_id = " + ana.id()));
    }

    /** All events of the process, as everybody reads them. */
    private String events() {
        StringBuilder all = new StringBuilder();
        String next = "";
        while (next != null) {
            Response page = Signed.given()
                    .get("/api/v1/ledger/events?process=" + process.slug() + (next.isEmpty() ? "" : "&cursor=" + next));
            all.append(page.then().statusCode(200).extract().asString());
            next = page.path("next");
        }
        return all.toString();
    }

    @Test
    void theApiSupportsInItsNameToo() {
        Proposal proposal = propose(open);
        String address = "/api/v1/proposals/" + proposal.code() + "/support";
        Organisation vecinas =
                Organisation.<Organisation>list("name", "Red Ejemplo").get(0);
        RequestSpecification stranger =
                Signed.given().auth().preemptive().basic("vecina", "demo").contentType("application/json");
        Map<String, Object> body = Map.of("meaning", 1, "organisation", vecinas.code());
        assertEquals(409, stranger.body(body).put(address).statusCode());
        Response given = Signed.given()
                .auth()
                .preemptive()
                .basic("organizacion", "demo")
                .contentType("application/json")
                .body(body)
                .put(address);
        assertEquals(200, given.statusCode(), given.asString());
        assertEquals(false, given.path("waiting"));
        assertTrue(given.<String>path("receipt").startsWith("R-"));
        assertEquals(1, json(proposal).getInt("organisations.count"));
        Response back = Signed.given()
                .auth()
                .preemptive()
                .basic("organizacion", "demo")
                .delete(address + "?organisation=" + vecinas.code());
        assertEquals(200, back.statusCode(), back.asString());
        assertEquals(0, rows(proposal));
    }

    @Test
    void wherePeopleOnlySupportItIsRefusedAndNotOffered() {
        Phase people = other(contract -> contract);
        Proposal proposal = propose(people);
        assertFalse(ana.get(proposal.address()).text().contains("Apoyar por una organización"));
        Response refused = support(ana, proposal, red);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("apoyan solo personas"));
        assertEquals(0, rows(proposal));
        String phase = process.address() + "/phases/" + people.code();
        assertTrue(Signed.browser().get(phase).asString().contains("Solo personas"));
    }

    @Test
    void aMandateThatWasRevokedMeanwhileIsNone() {
        Proposal proposal = propose(open);
        assertTrue(beto.get(proposal.address()).text().contains("Apoyar en su nombre"));
        give(proposal, red, ana);
        assertEquals(
                303,
                send(ana, red.address() + "/people/" + betos.code() + "/revocation", Map.of())
                        .statusCode());
        assertFalse(beto.get(proposal.address()).text().contains("Apoyar por una organización"));
        assertEquals(409, takeBack(beto, proposal, red).statusCode());
        Response refused = support(beto, propose(open), red);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("tu mandato terminó"));
        assertEquals(1, rows(proposal));
    }

    @Test
    void neitherItsOwnWordsNorThoseOfWhoSpeaksForItAndNoMoreThanTheLimit() {
        Proposal its = propose(open, ana, red.code());
        assertEquals(409, support(beto, its, red).statusCode());
        Proposal anas = propose(open, ana, "");
        assertEquals(409, support(ana, anas, red).statusCode());
        assertEquals(303, support(beto, anas, red).statusCode());
        assertEquals(303, support(ana, propose(open), red).statusCode());
        Response oneMore = support(ana, propose(open), red);
        assertEquals(409, oneMore.statusCode());
        assertTrue(oneMore.asString().contains("ya usó sus 2 apoyos"));
        // nor are the supports of its people spent
        assertEquals(303, support(ana, propose(open), null).statusCode());
    }

    @Test
    void whereTwoConfirmTheFirstAsksAndTheSecondGives() {
        twoConfirm();
        Proposal proposal = propose(open);
        assertEquals(303, support(ana, proposal, red).statusCode());
        assertEquals(303, support(ana, proposal, red).statusCode());
        assertEquals(0, rows(proposal));
        assertEquals(1, wishes(proposal));
        assertFalse(Signed.browser().get(proposal.address()).asString().contains(red.name()));
        assertFalse(author.get(proposal.address()).text().contains(red.name()));
        assertTrue(ana.get(proposal.address()).text().contains("Lo pediste vos"));
        assertTrue(beto.get(proposal.address()).text().contains("Confirmar el apoyo"));
        assertTrue(beto.get("/me/for-you").text().contains("1 apoyo espera que lo confirmes"));
        assertFalse(ana.get("/me/for-you").text().contains("espera que lo confirmes"));
        assertTrue(beto.get("/me/confirmations").text().contains(proposal.title()));
        JsonPath waiting = beto.request().get("/api/v1/me/confirmations").jsonPath();
        assertTrue(waiting.getList("supports.code").contains(proposal.code()));
        assertEquals(false, waiting.getBoolean("supports[0].own"));
        // taken back, and asked again by the other one
        assertEquals(303, takeBack(beto, proposal, red).statusCode());
        assertEquals(0, wishes(proposal));
        assertEquals(303, support(beto, proposal, red).statusCode());
        Response confirmed = support(ana, proposal, red);
        assertEquals(303, confirmed.statusCode());
        assertTrue(confirmed.header("Location").contains("/receipts/"));
        assertEquals(0, wishes(proposal));
        assertEquals(1, json(proposal).getInt("supports"));
        assertEquals(
                1,
                count("select count(*) from support where contribution_id = " + proposal.id() + " and given_by = "
                        + ana.id() + " and asked_by = " + beto.id()));
    }

    @Test
    void whatNobodyConfirmsLapsesWhenInputEnds() {
        Phase past = other(contract ->
                contract.during(Contract.Window.of(ago(30), ago(20))).withOrganisations(true));
        Proposal proposal = Now.during(ago(28), () -> propose(past));
        QuarkusTransaction.requiringNew()
                .run(() -> new SupportWish(red.id(), proposal, 1, ana.id(), ago(25)).persist());
        assertEquals(0, waiting(beto));
        assertEquals(409, support(beto, proposal, red).statusCode());
        ledger.drain();
        freezing.freeze();
        assertEquals(0, wishes(proposal));
        assertEquals(0, rows(proposal));
    }

    @Test
    void whileTheTallyIsHiddenNothingTellsWhichOrganisations() {
        Phase hidden = other(contract -> contract.counting(false, true).withOrganisations(true));
        Proposal proposal = propose(hidden);
        give(proposal, red, ana);
        JsonPath shown = json(proposal);
        assertNull(shown.get("supports"));
        assertNull(shown.get("organisations"));
        assertFalse(Signed.browser().get(proposal.address()).asString().contains(red.name()));
        assertFalse(author.get(proposal.address()).text().contains(red.name()));
        assertFalse(Signed.browser().get(red.address()).asString().contains(proposal.title()));
        assertEquals(List.of(), supports(red));
        for (String address :
                List.of(proposal.address() + "/organisations", "/api/v1" + proposal.address() + "/organisations")) {
            assertEquals(404, Signed.browser().get(address).statusCode(), address);
        }
        assertTrue(events().contains(proposal.title()));
        assertFalse(events().contains(red.code()));
        assertFalse(events().contains("support.given"));
        // its own people know what they did
        assertTrue(beto.get(proposal.address()).text().contains("Retirar su apoyo"));
    }

    private static Callable<Object> act(Runnable act) {
        return () -> {
            act.run();
            return true;
        };
    }

    @RepeatedTest(3)
    void twoWhoSpeakForItAtOnceGiveOneSupport() {
        // who becomes a voter with the first support waits for the other one anyway
        give(propose(open), red, ana);
        Proposal proposal = propose(open);
        Race.of(List.of(
                act(() -> organisationSupporting.give(proposal, 1, red.code(), ana.id())),
                act(() -> organisationSupporting.give(proposal, 1, red.code(), beto.id())),
                act(() -> organisationSupporting.give(proposal, 1, red.code(), ana.id())),
                act(() -> organisationSupporting.give(proposal, 1, red.code(), beto.id()))));
        assertEquals(1, rows(proposal));
        assertEquals(1, json(proposal).getInt("supports"));
        assertEquals(
                2,
                count("select used from voter_phase x join voter v on v.id = x.voter_id where"
                        + " v.kind = 'ORGANISATION' and x.phase_id = " + open.id()));
    }

    @RepeatedTest(3)
    void twoWhoConfirmAtOnceGiveOneSupportOfBoth() {
        give(propose(open), red, ana);
        twoConfirm();
        Proposal proposal = propose(open);
        List<Race.Outcome<Boolean>> outcomes = Race.of(
                4,
                i -> () -> organisationSupporting
                        .give(proposal, 1, red.code(), i % 2 == 0 ? ana.id() : beto.id())
                        .isWaiting());
        assertTrue(outcomes.stream().allMatch(Race.Outcome::isDone), outcomes.toString());
        assertEquals(1, rows(proposal));
        assertEquals(0, wishes(proposal));
        assertEquals(
                1,
                count("select count(*) from support where contribution_id = " + proposal.id()
                        + " and given_by <> asked_by"));
    }

    @Test
    void whatEndsSupportsNothingAnyMoreWhereInputGoesOn() {
        Newcomer carla = Newcomer.admitted();
        Organisation club = organisation(carla);
        Proposal both = propose(open);
        Proposal one = propose(open);
        give(both, club, carla);
        give(both, red, ana);
        give(one, club, carla);
        Phase closed = other(contract -> contract.withOrganisations(true));
        Proposal past = propose(closed);
        give(past, club, carla);
        endInput(closed);
        merge(club, carla, red);
        assertEquals(1, json(both).getInt("supports"));
        assertEquals(List.of(red.code()), json(both).getList("organisations.first.code"));
        assertEquals(0, json(one).getInt("supports"));
        // what ended before stays as it was, attributed
        assertEquals(List.of(club.code()), json(past).getList("organisations.first.code"));
        assertEquals(List.of(past.code()), supports(club));
        // and the one that it goes on in speaks for itself
        give(one, red, ana);
        assertEquals(1, json(one).getInt("supports"));
    }

    private void endInput(Phase phase) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update phase_terms set ends_at = :at where phase_id = :phase")
                        .setParameter("at", Instant.now().minusSeconds(1))
                        .setParameter("phase", phase.id())
                        .executeUpdate());
    }

    @RepeatedTest(3)
    void supportingWhileAnotherGoesOnInItIsOneVoice() {
        Newcomer carla = Newcomer.admitted();
        Organisation club = organisation(carla);
        Proposal proposal = propose(open);
        give(proposal, club, carla);
        Race.of(List.of(
                act(() -> organisationSupporting.give(proposal, 1, red.code(), ana.id())),
                act(() -> merge(club, carla, red))));
        assertEquals(1, rows(proposal));
        assertEquals(1, json(proposal).getInt("supports"));
    }

    @RepeatedTest(3)
    void whoSupportsForItWhileItEndsIsTakenBackOrRefused() {
        Proposal proposal = propose(open);
        Race.of(List.of(
                act(() -> organisationSupporting.give(proposal, 1, red.code(), beto.id())),
                act(() -> send(ana, red.address() + "/end", Map.of("reason", "Terminamos.")))));
        assertEquals(0, rows(proposal));
        assertEquals(0, json(proposal).getInt("supports"));
    }

    @Test
    void whoSpeaksForItNoMoreConfirmedNothing() {
        twoConfirm();
        Proposal proposal = propose(open);
        assertEquals(303, support(beto, proposal, red).statusCode());
        assertEquals(
                303,
                send(ana, red.address() + "/people/" + betos.code() + "/revocation", Map.of())
                        .statusCode());
        // ana's is the first press now
        assertEquals(303, support(ana, proposal, red).statusCode());
        assertEquals(0, json(proposal).getInt("supports"));
        assertEquals(1, wishes(proposal));
        Newcomer carla = Newcomer.admitted();
        invite(red, ana, carla);
        assertEquals(303, support(carla, proposal, red).statusCode());
        assertEquals(1, json(proposal).getInt("supports"));
    }

    @Test
    void onceOneIsEnoughNothingThatWasAskedWaits() {
        twoConfirm();
        Proposal proposal = propose(open);
        support(beto, proposal, red);
        assertEquals(1, wishes(proposal));
        assertEquals(
                303,
                send(ana, red.address() + "/edit", Map.of("statement", "Somos dos.", "contact", "acá"))
                        .statusCode());
        assertEquals(0, wishes(proposal));
    }

    @Test
    void noMoreIsAskedThanItMaySupport() {
        twoConfirm();
        Proposal third = propose(open);
        support(beto, propose(open), red);
        support(beto, propose(open), red);
        assertEquals(409, support(beto, third, red).statusCode());
        assertEquals(0, wishes(third));
    }

    private int waiting(Newcomer who) {
        return page(who, null, 100).items().size();
    }

    private Slice<Supporters.Wish> page(Newcomer who, Cursor after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> supporters.wishes(who.id(), false, after, limit));
    }

    /** As if it had been asked, before any limit of the organisation. */
    private void asked(Organisation organisation, Proposal proposal) {
        QuarkusTransaction.requiringNew()
                .run(() -> new SupportWish(organisation.id(), proposal, 1, ana.id(), Instant.now()).persist());
    }

    @Test
    void whatWaitsIsReadPageByPageAndNothingIsHiddenBehindWhatIsOfOthers() {
        twoConfirm();
        List<Proposal> proposals = List.of(propose(open), propose(open), propose(open), propose(open));
        Organisation far = organisation(ana);
        mandating.accept(
                mandating
                        .give(
                                far.code(),
                                new MandateInput(beto.code(), "vocal", "process:tu-distrito", "", "", ""),
                                ana.id())
                        .code(),
                beto.id());
        twoConfirm(far);
        proposals.forEach(one -> asked(far, one));
        proposals.forEach(one -> asked(red, one));
        Slice<Supporters.Wish> first = page(beto, null, 2);
        Slice<Supporters.Wish> second = page(beto, first.next(), 2);
        assertEquals(
                proposals.stream().map(Proposal::code).toList(),
                Stream.of(first, second)
                        .flatMap(page -> page.items().stream())
                        .map(wish -> wish.contribution().code())
                        .toList());
        assertNull(second.next());
        JsonPath api = beto.request().get("/api/v1/me/confirmations?limit=3").jsonPath();
        assertEquals(3, api.getList("supports").size());
        assertEquals(
                List.of(proposals.get(3).code()),
                beto.request()
                        .get("/api/v1/me/confirmations?limit=3&cursor=" + api.getString("next"))
                        .jsonPath()
                        .getList("supports.code"));
        assertTrue(beto.get("/me/for-you").text().contains("4 apoyos esperan que los confirmes"));
    }

    @Test
    void whoWroteItIsNotAskedToConfirm() {
        twoConfirm();
        Proposal proposal = propose(open);
        support(beto, proposal, red);
        assertEquals(1, waiting(ana));
        Proposal anas = propose(open, ana, "");
        Newcomer carla = Newcomer.admitted();
        invite(red, ana, carla);
        assertEquals(303, support(carla, anas, red).statusCode());
        assertEquals(1, waiting(ana));
        assertEquals(2, waiting(beto));
    }

    private static String downloaded(Newcomer somebody) {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(
                somebody.request().get("/me/data/download").asByteArray()))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return all.toString();
    }

    @Test
    void whoIsErasedLeavesTheSupportOfTheOrganisation() {
        Proposal proposal = propose(open);
        give(proposal, red, beto);
        twoConfirm();
        Proposal asked = propose(open);
        support(beto, asked, red);
        String file = downloaded(beto);
        assertTrue(file.contains("supportsForOrganisations"), file);
        assertTrue(file.contains(proposal.code()), file);
        assertTrue(file.contains(asked.code()), file);
        assertEquals(303, send(beto, "/me/erasure", Map.of("word", "borrar")).statusCode());
        assertEquals(0, wishes(asked));
        assertEquals(1, json(proposal).getInt("supports"));
        assertEquals(List.of(red.code()), json(proposal).getList("organisations.first.code"));
        assertEquals(0, count("select count(*) from support where given_by = " + beto.id()));
        assertEquals(0, count("select count(*) from ledger_actor where actor_id = " + beto.id()));
    }

    @Test
    void manySupportersAndManyPositionsCostWhatFewDo() {
        Proposal proposal = propose(open);
        give(proposal, red, ana);
        Signed.browser().get(proposal.address());
        Signed.browser().get(red.address());
        int few = Statements.during(
                        () -> Signed.browser().get(proposal.address()).then().statusCode(200))
                .size();
        int position = Statements.during(
                        () -> Signed.browser().get(red.address()).then().statusCode(200))
                .size();
        List<Organisation> others =
                IntStream.range(0, 5).mapToObj(i -> organisation(ana)).toList();
        others.forEach(one -> give(proposal, one, ana));
        give(propose(open), red, ana);
        assertEquals(6, json(proposal).getInt("organisations.count"));
        assertEquals(
                few,
                Statements.during(() ->
                                Signed.browser().get(proposal.address()).then().statusCode(200))
                        .size());
        assertEquals(
                position,
                Statements.during(
                                () -> Signed.browser().get(red.address()).then().statusCode(200))
                        .size());
        // page by page, each once
        JsonPath first = Signed.given()
                .get("/api/v1/proposals/" + proposal.code() + "/organisations?limit=4")
                .jsonPath();
        JsonPath second = Signed.given()
                .get("/api/v1/proposals/" + proposal.code() + "/organisations?limit=4&cursor="
                        + first.getString("next"))
                .jsonPath();
        assertEquals(4, first.getList("items").size());
        assertEquals(2, second.getList("items").size());
        assertNull(second.get("next"));
        JsonPath page = Signed.given()
                .get("/api/v1/organisations/" + red.code() + "/supports?limit=1")
                .jsonPath();
        assertEquals(
                List.of(proposal.code()),
                Signed.given()
                        .get("/api/v1/organisations/" + red.code() + "/supports?limit=1&cursor="
                                + page.getString("next"))
                        .path("items.code"));
    }
}
