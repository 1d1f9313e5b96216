package org.ronda.board;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.identity.Newcomer;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Posting;

/** A dialogue board from its first rules to the end of a term, by JSON alone. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SeatingApiTest {
    private static final String ALL = "/api/v1/boards";
    private static final String MINE = "/api/v1/me/seats";

    private Newcomer somebody;
    private Newcomer other;
    private String name;

    @BeforeEach
    void comeIn() {
        FreshLimits.forEverybody();
        somebody = Newcomer.admitted();
        other = Newcomer.admitted();
        name = "Mesa por JSON " + UUID.randomUUID();
    }

    @AfterEach
    void noMail() {
        Posting.nothing();
    }

    private static ValidatableResponse administrator(String address, Map<String, ?> body) {
        return Signed.browser()
                .auth()
                .preemptive()
                .basic("administracion", "demo")
                .contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then();
    }

    private static ValidatableResponse post(Newcomer by, String address, Map<String, ?> body) {
        return by.request()
                .contentType(ContentType.JSON)
                .body(body)
                .post(address)
                .then();
    }

    private Map<String, String> board() {
        Map<String, String> board = new HashMap<>();
        for (String language : new String[] {"Es", "En", "Fr"}) {
            board.put("name" + language, name + " " + language);
            board.put("purpose" + language, "Para decidir. " + language);
            board.put("rules" + language, "Primera versión. " + language);
        }
        return board;
    }

    private String made() {
        return ALL + "/" + administrator(ALL, board()).statusCode(201).extract().path("code");
    }

    private static Map<String, String> seat() {
        return Map.of(
                "kind", "PERMANENT",
                "sector", "ACADEMIA",
                "nameEs", "Universidades",
                "nameEn", "Universities",
                "nameFr", "Universités");
    }

    private static String seated(String board) {
        return administrator(board + "/seats", seat()).statusCode(201).extract().path("code");
    }

    private String asked(String board, String seat) {
        return administrator(board + "/seats/" + seat + "/terms", Map.of("who", somebody.code(), "as", "holder"))
                .statusCode(201)
                .extract()
                .path("code");
    }

    private static String shown(String board) {
        return Signed.browser()
                .get(board.replace("/api/v1", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void aBoardIsSetUpAndItsRulesGetANextVersion() {
        Signed.browser()
                .contentType(ContentType.JSON)
                .body(board())
                .post(ALL)
                .then()
                .statusCode(401);
        post(somebody, ALL, board()).statusCode(404);
        administrator(ALL, Map.of("nameEs", name))
                .statusCode(422)
                .body("errors.field", hasItems("nameEn", "purposeEs", "rulesFr"));
        String board = made();
        assertTrue(shown(board).contains(name));
        Map<String, Object> rules = new HashMap<>(
                Map.of("es", "Segunda versión.", "en", "Second version.", "fr", "Deuxième version.", "seen", 1));
        post(somebody, board + "/rules", rules).statusCode(404);
        administrator(board + "/rules", Map.of()).statusCode(422).body("errors.field", hasItems("es", "seen"));
        administrator(board + "/rules", rules)
                .statusCode(200)
                .body("rules", equalTo(2))
                .body("rulesText", equalTo("Segunda versión."));
        administrator(board + "/rules", rules).statusCode(409);
        assertTrue(Signed.browser()
                .get(board.replace("/api/v1", "") + "/rules/2")
                .asString()
                .contains("Segunda versión."));
    }

    @Test
    void whoIsAskedAcceptsTheSeatWithTheRulesThatTheyRead() {
        String board = made();
        administrator(board + "/seats", Map.of("kind", "PERMANENT"))
                .statusCode(422)
                .body("errors.field", hasItems("sector", "nameEs"));
        String seat = seated(board);
        String terms = board + "/seats/" + seat + "/terms";
        administrator(terms, Map.of("who", "nadie de acá", "as", "holder"))
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        administrator(board + "/seats/S-NOTHING1/terms", Map.of("who", somebody.code(), "as", "holder"))
                .statusCode(404);
        String term = asked(board, seat);
        administrator(terms, Map.of("who", other.code(), "as", "holder"))
                .statusCode(422)
                .body("errors.field", hasItem("who"));
        somebody.request()
                .get(MINE)
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo(term))
                .body("items[0].rulesText", equalTo("Primera versión. Es"))
                .body("items[0].acceptedAt", nullValue());
        assertFalse(shown(board).contains(somebody.name()));
        String mine = MINE + "/" + term;
        Signed.browser().post(mine + "/end").then().statusCode(401);
        post(other, mine + "/acceptance", Map.of("rules", 1)).statusCode(404);
        post(somebody, mine + "/acceptance", Map.of()).statusCode(422).body("errors.field", hasItem("rules"));
        post(somebody, mine + "/acceptance", Map.of("rules", 7)).statusCode(409);
        post(somebody, mine + "/acceptance", Map.of("rules", 1)).statusCode(204);
        post(somebody, mine + "/refusal", Map.of()).statusCode(409);
        assertTrue(shown(board).contains(somebody.name()));
        Signed.browser().get(board).then().body("seats[0].holder.term", equalTo(term));
        administrator(board + "/rules", Map.of("es", "Otras.", "en", "Others.", "fr", "D’autres.", "seen", 1))
                .statusCode(200);
        post(somebody, mine + "/rules", Map.of("rules", 1)).statusCode(409);
        post(somebody, mine + "/rules", Map.of("rules", 2)).statusCode(204);
        somebody.request()
                .get(MINE)
                .then()
                .body("items[0].agreedTo", equalTo(2))
                .body("items[0].inForce", equalTo(true));
        post(somebody, mine + "/end", Map.of()).statusCode(204);
        post(somebody, mine + "/end", Map.of()).statusCode(409);
        Signed.browser().get(board).then().body("seats[0].holder", nullValue());
    }

    @Test
    void aTermIsEndedForThePlatformWithAReason() {
        String board = made();
        String seat = seated(board);
        String term = asked(board, seat);
        String open = board + "/seats/terms";
        somebody.request().get(open).then().statusCode(404);
        Signed.browser()
                .auth()
                .preemptive()
                .basic("administracion", "demo")
                .get(open)
                .then()
                .statusCode(200)
                .body("items.code", hasItem(term))
                .body("items[0].asked", equalTo(true));
        post(somebody, MINE + "/" + term + "/acceptance", Map.of("rules", 1)).statusCode(204);
        String end = board + "/seats/" + seat + "/terms/" + term + "/end";
        post(other, end, Map.of("reason", "Porque sí.")).statusCode(404);
        administrator(end, Map.of()).statusCode(422).body("errors.field", hasItem("reason"));
        administrator(end, Map.of("reason", "Cambió de trabajo.")).statusCode(204);
        administrator(end, Map.of("reason", "Otra vez.")).statusCode(409);
        assertTrue(shown(board).contains("Cambió de trabajo."));
        String again = asked(board, seat);
        post(somebody, MINE + "/" + again + "/refusal", Map.of()).statusCode(204);
    }
}
