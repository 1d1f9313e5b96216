package org.ronda.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;

/** An organisation whose only holder is gone gets another one from the platform, in public. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RescueTest {
    @Inject
    EntityManager entityManager;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    private Signed administrator;
    private Participant holder;
    private Organisation organisation;
    private String rescue;

    @BeforeEach
    void anOrganisation() {
        FreshLimits.forEverybody();
        administrator = Signed.in("administracion");
        holder = QuarkusTransaction.requiringNew().call(() -> {
            Participant person =
                    new Participant("rescate-" + UUID.randomUUID(), "Titular Ejemplo", Language.ES, Instant.now());
            person.persist();
            return person;
        });
        organisation = applying.apply(
                new ApplicationInput("Rescate " + UUID.randomUUID(), "Estamos.", "", "acá", "", "presidente"),
                holder.id());
        applying.accept(
                organisation.code(),
                "Se sabe quiénes son.",
                person("administracion").id());
        rescue = organisation.address() + "/rescue";
    }

    private static Participant person(String subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject(subject).orElseThrow());
    }

    private void close(Participant somebody) {
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(somebody.id()).disable(Instant.now()));
    }

    private static Response send(Signed by, String address, Map<String, String> fields) {
        RequestSpecification request = by.request().formParam("nonce", Forms.nonce());
        fields.forEach(request::formParam);
        return request.post(address);
    }

    private Response name(Signed by, String subject, String reason) {
        return send(by, rescue, Map.of("who", person(subject).code(), "title", "a cargo", "reason", reason));
    }

    private List<String> contents(String kind) {
        return entityManager
                .createNativeQuery(
                        "select c.content from ledger_event e join ledger_content c on c.event_id = e.id"
                                + " where e.subject_kind = 'ORGANISATION' and e.subject_id = :id and e.kind = :kind",
                        String.class)
                .setParameter("id", organisation.id())
                .setParameter("kind", kind)
                .getResultList();
    }

    private String shown() {
        return Jsoup.parse(Signed.browser().get(organisation.address()).asString())
                .text();
    }

    @Test
    void onlyThePlatformNamesAHolderAndOnlyWhereThereIsNone() {
        assertEquals(404, name(Signed.in("vecina"), "vecino", "Porque sí.").statusCode());
        assertTrue(administrator.get(rescue).text().contains("no hace falta nombrar a nadie"));
        assertEquals(409, name(administrator, "vecino", "Porque sí.").statusCode());
        assertFalse(administrator.get("/applications").text().contains(organisation.name()));
        close(holder);
        assertTrue(administrator.get("/applications").text().contains(organisation.name()));
        assertTrue(administrator.get("/me/for-you").text().contains("quien dé sus mandatos"));
        assertEquals(422, name(administrator, "vecino", " ").statusCode());
        assertEquals(
                303,
                name(administrator, "vecino", "El titular cerró su cuenta.").statusCode());
        assertTrue(contents("mandate.given").get(0).contains("El titular cerró su cuenta."));
        assertFalse(shown().contains("Bruno Ejemplo"));
        Signed named = Signed.in("vecino");
        String acceptance = named.get("/me/mandates")
                .select("li:has(a[href$=" + organisation.code() + "]) form[action$=/acceptance]")
                .attr("action");
        assertEquals(303, send(named, acceptance, Map.of()).statusCode());
        assertTrue(shown().contains("Bruno Ejemplo, a cargo"), shown());
        assertTrue(shown().contains("El titular cerró su cuenta."), shown());
        assertEquals(
                200, named.request().get(organisation.address() + "/people").statusCode());
        assertEquals(409, name(administrator, "vecina", "Otra vez.").statusCode());
    }

    @Test
    void whoWasAskedBeforeAndDidNotAnswerIsAskedNoMore() {
        close(holder);
        name(administrator, "vecino", "Primero.");
        name(administrator, "vecina", "Después.");
        assertFalse(Signed.in("vecino").get("/me/mandates").html().contains(organisation.code() + "/acceptance"));
        List<Mandate> open = QuarkusTransaction.requiringNew()
                .call(() -> Mandate.open(organisation.id()).stream()
                        .filter(Mandate::isInvitation)
                        .toList());
        assertEquals(1, open.size());
        assertTrue(open.get(0).isOf(person("vecina").id()));
    }

    @Test
    void whoSpeaksForItAlreadyGivesMandatesAtOnce() {
        Mandate mandate = mandating.give(
                organisation.code(), new MandateInput(person("vecino").code(), "vocal", "", "", "", ""), holder.id());
        mandating.accept(mandate.code(), person("vecino").id());
        close(holder);
        assertEquals(303, name(administrator, "vecino", "Es quien queda.").statusCode());
        assertTrue(contents("mandate.widened").get(0).contains("Es quien queda."));
        assertEquals(
                200,
                Signed.in("vecino")
                        .request()
                        .get(organisation.address() + "/people")
                        .statusCode());
        assertTrue(shown().contains("Es quien queda."));
    }
}
