package org.ronda.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.MailServer.Received;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Posting;

/** A mandate that is offered to an address: to whoever has it, once, in time, and to nobody else. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class InvitationByMailTest {
    private final String address = "bruno." + UUID.randomUUID() + "@example.org";

    @Inject
    EntityManager entityManager;

    @Inject
    Applying applying;

    @Inject
    Inviting inviting;

    private Signed holder;
    private Signed invited;
    private Organisation organisation;
    private String people;

    @BeforeEach
    void anOrganisation() {
        FreshLimits.forEverybody();
        Posting.nothing();
        holder = Signed.in("vecina");
        invited = Signed.in("vecino");
        MailServer.address("vecino", address, true);
        organisation = applying.apply(
                new ApplicationInput("Faroles " + UUID.randomUUID(), "Cuidamos la luz.", "", "acá", "", "primera"),
                id("vecina"));
        applying.accept(organisation.code(), "Se sabe quiénes son.", id("administracion"));
        people = organisation.address() + "/people";
    }

    @AfterEach
    void takeBack() {
        MailServer.address("vecino", null, false);
        Posting.nothing();
        FreshLimits.forEverybody();
    }

    private static long id(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow().id());
    }

    private static Response send(Signed by, String path, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(path);
    }

    private Response invite(String who) {
        return send(holder, people, Map.of("who", who, "title", "vocal de faroles"));
    }

    private static List<Received> mailTo(String to) {
        try (MailServer server = new MailServer()) {
            Posting.deliver();
            return server.to(to).stream()
                    .filter(mail -> mail.text().contains("/invitations/"))
                    .toList();
        }
    }

    private static String link(Received mail) {
        return mail.text()
                .lines()
                .filter(line -> line.contains(MailServer.LINKS + "/invitations/"))
                .findFirst()
                .orElseThrow()
                .replaceAll(".*" + MailServer.LINKS + "(/invitations/\\S+).*", "$1");
    }

    /** Invites the resident's address; answers the link that they got. */
    private String offered() {
        Response given = invite(address);
        assertEquals(303, given.statusCode(), given.asString());
        List<Received> mails = mailTo(address);
        assertEquals(1, mails.size());
        return link(mails.get(0));
    }

    private static Document page(String link) {
        return Jsoup.parse(
                Signed.browser().get(link).then().statusCode(200).extract().asString());
    }

    private static Mandate at(String link) {
        String code = link.replaceAll("/invitations/([^.]+)\\..*", "$1");
        return QuarkusTransaction.requiringNew().call(() -> Mandate.byCode(code).orElseThrow());
    }

    private void sql(String what, String link) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update mandate set " + what + " where code = :code")
                        .setParameter("at", Instant.now().minusSeconds(1))
                        .setParameter("code", at(link).code())
                        .executeUpdate());
    }

    private long events(String kind) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from ledger_event where subject_kind = 'ORGANISATION'"
                                + " and subject_id = :id and kind = :kind")
                        .setParameter("id", organisation.id())
                        .setParameter("kind", kind)
                        .getSingleResult())
                .longValue();
    }

    /** Every table and column in which that text stands. */
    private List<String> placesOf(String text) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Object[]> columns = entityManager
                    .createNativeQuery("select c.table_name, c.column_name from information_schema.columns c"
                            + " join information_schema.tables t on t.table_name = c.table_name"
                            + " and t.table_schema = c.table_schema where lower(c.table_schema) = 'public'"
                            + " and t.table_type = 'BASE TABLE' and lower(c.data_type) = 'character varying'")
                    .getResultList();
            return columns.stream()
                    .filter(column -> !entityManager
                            .createNativeQuery(
                                    "select 1 from \"" + column[0] + "\" where lower(\"" + column[1] + "\") like :text")
                            .setParameter("text", "%" + text.toLowerCase() + "%")
                            .setMaxResults(1)
                            .getResultList()
                            .isEmpty())
                    .map(column -> (column[0] + "." + column[1]).toLowerCase())
                    .toList();
        });
    }

    @Test
    void whoHasTheAddressTakesItAndSpeaks() {
        String link = offered();
        Document anybody = page(link);
        assertTrue(anybody.text().contains("vocal de faroles"), anybody.text());
        assertTrue(anybody.select("main a[href^=/sign-in]").attr("href").contains("invitations"), anybody.html());
        assertFalse(anybody.html().contains(address));
        assertEquals(303, send(invited, link + "/acceptance", Map.of()).statusCode());
        Mandate mandate = at(link);
        assertTrue(mandate.isOf(id("vecino")));
        assertTrue(mandate.isInForce(Instant.now()));
        assertTrue(invited.get("/comments?on=process:tu-distrito")
                .select("#say input[name=name]")
                .eachAttr("value")
                .contains(organisation.code()));
        assertTrue(page(organisation.address()).text().contains("Bruno Ejemplo, vocal de faroles"));
        assertEquals(1, events("mandate.offered"));
        assertEquals(1, events("mandate.accepted"));
    }

    @Test
    void theAddressGoesOnceItIsAnsweredAndNothingOfTheLinkIsEverKept() {
        String link = offered();
        String signature = link.substring(link.lastIndexOf('.') + 1);
        assertEquals(List.of(), placesOf(signature));
        assertEquals(
                List.of("mandate.email", "participant.email"),
                placesOf(address).stream().sorted().toList());
        send(invited, link + "/acceptance", Map.of());
        assertEquals(List.of("participant.email"), placesOf(address));
    }

    @Test
    void theHolderLearnsNothingOfWhetherThereIsAnAccount() {
        Response known = invite(address);
        Response unknown = invite("nadie-conocido@example.org");
        assertEquals(known.statusCode(), unknown.statusCode());
        assertEquals(known.header("Location"), unknown.header("Location"));
        Document shown = holder.get(people);
        List<String> rows = Stream.of(address, "nadie-conocido@example.org")
                .map(one -> shown.select("li:contains(" + one + ")")
                        .html()
                        .replace(one, "")
                        .replaceAll("M-[0-9A-Z]+|value=\"[^\"]+\"", ""))
                .toList();
        assertFalse(rows.get(0).isEmpty());
        assertEquals(rows.get(0), rows.get(1));
        assertEquals(404, invited.request().get(people).statusCode());
        assertFalse(page(organisation.address()).html().contains(address));
        assertFalse(Signed.given()
                .get("/api/v1" + organisation.address())
                .asString()
                .contains("example.org"));
        assertEquals(422, invite(address.toUpperCase()).statusCode());
        for (String noAddress : List.of("a@b", "a@b.c, d@e.f", "a@b..c", "<a@b.c>", "a b@c.d")) {
            assertEquals(422, invite(noAddress).statusCode(), noAddress);
        }
    }

    @Test
    void anotherAccountIsToldSoAndNotWhose() {
        String link = offered();
        Signed other = Signed.in("organizacion");
        Document told = other.get(link);
        assertTrue(told.text().contains("es para otra cuenta"), told.text());
        assertFalse(told.html().contains(address));
        assertEquals(0, told.select("form[action$=/acceptance]").size());
        for (String act : List.of("/acceptance", "/refusal")) {
            Response refused = send(other, link + act, Map.of());
            assertEquals(403, refused.statusCode());
            assertFalse(refused.asString().contains(address));
        }
        // the right address, but nobody found out that it is theirs
        MailServer.address("vecino", address, false);
        assertTrue(invited.get(link).text().contains("es para otra cuenta"));
        assertEquals(403, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertTrue(at(link).isByMail());
        assertEquals(0, events("mandate.accepted"));
    }

    @Test
    void itIsUsedOnce() {
        String link = offered();
        assertEquals(303, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertTrue(page(link).text().contains("ya tuvo su respuesta"));
        for (Signed somebody : List.of(invited, Signed.in("organizacion"))) {
            for (String act : List.of("/acceptance", "/refusal")) {
                assertEquals(409, send(somebody, link + act, Map.of()).statusCode());
            }
        }
        // and not again once the mandate ended
        send(holder, people + "/" + at(link).code() + "/revocation", Map.of());
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertTrue(page(link).text().contains("ya tuvo su respuesta"));
        assertEquals(1, events("mandate.accepted"));
    }

    @Test
    void whoDeclinesLeavesNothingBehind() {
        String link = offered();
        assertEquals(303, send(invited, link + "/refusal", Map.of()).statusCode());
        assertTrue(page(link).text().contains("ya tuvo su respuesta"));
        assertNull(at(link).participantId());
        assertEquals(List.of("participant.email"), placesOf(address));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertEquals(1, events("mandate.declined"));
        // the same person may be invited again
        assertEquals(303, invite(address).statusCode());
    }

    @Test
    void tooLateIsToldAndTheAddressGoes() {
        String link = offered();
        sql("answer_by = :at", link);
        assertTrue(page(link).text().contains("ya pasó"));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertEquals(1, inviting.lapse());
        assertEquals(0, inviting.lapse());
        assertEquals(List.of("participant.email"), placesOf(address));
        assertTrue(page(link).text().contains("ya pasó"));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertFalse(holder.get(people).text().contains(address));
        assertEquals(1, events("mandate.revoked"));
    }

    @Test
    void whoDidNotAnswerInTimeOrForAPastTimeMayBeInvitedAnew() {
        String late = offered();
        sql("answer_by = :at", late);
        String newer = offered();
        assertTrue(page(late).text().contains("ya pasó"));
        sql("valid_from = '2020-01-01 00:00:00+00', valid_to = :at", newer);
        assertTrue(page(newer).text().contains("ya pasó"));
        assertEquals(409, send(invited, newer + "/acceptance", Map.of()).statusCode());
        assertEquals(303, send(invited, offered() + "/acceptance", Map.of()).statusCode());
    }

    @Test
    void whatWasWithdrawnMeanwhileIsToldAndItsMailIsNotSentAnyMore() {
        String link = offered();
        String mandate = at(link).code();
        assertTrue(holder.get(people)
                .select("form[action$=" + mandate + "/revocation]")
                .text()
                .contains("Retirar"));
        assertEquals(
                303,
                send(holder, people + "/" + mandate + "/revocation", Map.of()).statusCode());
        assertTrue(page(link).text().contains("se retiró"));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertEquals(List.of("participant.email"), placesOf(address));
        invite(address);
        String waiting = holder.get(people)
                .select("li:contains(" + address + ") form[action$=/revocation]")
                .attr("action");
        send(holder, waiting, Map.of());
        assertEquals(List.of(), mailTo(address));
    }

    @Test
    void anOrganisationThatEndedInvitesNobody() {
        String link = offered();
        assertEquals(
                303,
                send(holder, organisation.address() + "/end", Map.of("reason", "Se terminó."))
                        .statusCode());
        assertTrue(page(link).text().contains("se retiró"));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertEquals(List.of("participant.email"), placesOf(address));
    }

    @Test
    void itIsMailedAgainOnceAnHourAndOnlyTheLatestLinkLeads() {
        String link = offered();
        String again = people + "/" + at(link).code() + "/mail";
        assertEquals(409, send(holder, again, Map.of()).statusCode());
        sql("sent_at = :at", link);
        assertEquals(409, send(holder, again, Map.of()).statusCode());
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update mandate set sent_at = :at where code = :code")
                        .setParameter("at", Instant.now().minusSeconds(3700))
                        .setParameter("code", at(link).code())
                        .executeUpdate());
        assertEquals(404, send(invited, again, Map.of()).statusCode());
        assertEquals(303, send(holder, again, Map.of()).statusCode());
        String newer = link(mailTo(address).get(0));
        assertTrue(page(link).text().contains("más nuevo"));
        assertEquals(409, send(invited, link + "/acceptance", Map.of()).statusCode());
        assertEquals(303, send(invited, newer + "/acceptance", Map.of()).statusCode());
        assertEquals(409, send(holder, again, Map.of()).statusCode());
        assertEquals(2, events("mandate.offered"));
    }

    @Test
    void whatWeDidNotSignDoesNotExist() {
        String link = offered();
        String code = at(link).code();
        for (String forged : List.of(
                "/invitations/" + code,
                "/invitations/" + code + ".1.",
                "/invitations/" + code + ".2." + link.substring(link.lastIndexOf('.') + 1),
                "/invitations/" + code + ".1." + "A".repeat(43),
                link + "A",
                "/invitations/....")) {
            assertEquals(404, Signed.browser().get(forged).statusCode(), forged);
            assertEquals(404, send(invited, forged + "/acceptance", Map.of()).statusCode(), forged);
        }
    }

    @Test
    void nobodyFloodsMailboxes() {
        for (int i = 0; i < 20; i++) {
            assertEquals(303, invite("buzon" + i + "@example.org").statusCode());
        }
        assertEquals(429, invite("buzon20@example.org").statusCode());
    }

    @Test
    void whoHasItAlreadyIsToldSoOnlyThemselves() {
        Map<String, String> byCode = new HashMap<>(Map.of("title", "vocal"));
        byCode.put(
                "who",
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                Participant.bySubject("vecino").orElseThrow().code()));
        assertEquals(303, send(holder, people, byCode).statusCode());
        String link = offered();
        Response refused = send(invited, link + "/acceptance", Map.of());
        assertEquals(409, refused.statusCode());
        assertTrue(refused.asString().contains("Ya tenés un mandato"));
    }

    @RepeatedTest(3)
    void ofManyAnswersAtOnceOneCounts() {
        String token = offered().replace("/invitations/", "");
        long me = id("vecino");
        List<Race.Outcome<Boolean>> outcomes = Race.of(4, i -> () -> {
            if (i % 2 == 0) {
                inviting.accept(token, me);
            } else {
                inviting.decline(token, me);
            }
            return true;
        });
        assertEquals(1, outcomes.stream().filter(Race.Outcome::isDone).count());
        assertEquals(1, events("mandate.accepted") + events("mandate.declined"));
    }
}
