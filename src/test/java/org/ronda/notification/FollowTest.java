package org.ronda.notification;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Race;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Scope;

/** Following and unfollowing, on pages and for programs. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FollowTest {
    private static final String PROCESS = "/processes/plan-gobierno-abierto";

    @Inject
    Following following;

    @Inject
    EntityManager entityManager;

    @BeforeEach
    void nothingFollowed() {
        FreshLimits.forEverybody();
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager.createNativeQuery("delete from follow").executeUpdate());
    }

    private static RequestSpecification as(String who) {
        return Signed.given().auth().preemptive().basic(who, "demo");
    }

    private static boolean isFollowed(Signed who, String page) {
        Document shown = who.get(page);
        assertEquals(1, shown.select("form[action^=" + page + "/follow]").size());
        return !shown.select("form[action=" + page + "/follow/withdrawal]").isEmpty();
    }

    private String code(String where) {
        return (String) entityManager
                .createNativeQuery("select c.code from contribution c join participant a on a.id = c.author_id"
                        + " join process p on p.id = c.process_id where " + where + " order by c.id")
                .setMaxResults(1)
                .getSingleResult();
    }

    @Test
    void theButtonFollowsAndUnfollows() {
        Signed olga = Signed.in("organizacion");
        assertFalse(isFollowed(olga, PROCESS));
        for (int twice = 0; twice < 2; twice++) {
            olga.request().post(PROCESS + "/follow").then().statusCode(303);
            assertTrue(isFollowed(olga, PROCESS));
        }
        as("organizacion")
                .get("/api/v1/me/follows")
                .then()
                .statusCode(200)
                .body("items.find { it.kind == 'process' }.code", equalTo("plan-gobierno-abierto"));
        olga.request().post(PROCESS + "/follow/withdrawal").then().statusCode(303);
        assertFalse(isFollowed(olga, PROCESS));
    }

    @Test
    void whoWroteItFollowsItUntilTheySayOtherwise() {
        String code = code("p.slug = 'tu-distrito' and c.kind = 'PROPOSAL' and c.state = 'PUBLISHED'"
                + " and a.subject = 'vecina'");
        String page = "/proposals/" + code;
        assertTrue(isFollowed(Signed.in("vecina"), page));
        as("vecina").get("/api/v1/me/follows?limit=100").then().body("items.code", hasItem(code));
        as("vecina").delete("/api/v1/follows/proposal/" + code).then().statusCode(204);
        assertFalse(isFollowed(Signed.in("vecina"), page));
        as("vecina").get("/api/v1/me/follows?limit=100").then().body("items.code", not(hasItem(code)));
        as("vecina")
                .put("/api/v1/follows/proposal/" + code.toLowerCase())
                .then()
                .statusCode(204);
        assertTrue(isFollowed(Signed.in("vecina"), page));
    }

    @Test
    void aThreadIsFollowedByItsFirstComment() {
        String code = as("vecina")
                .contentType("application/json")
                .body(Map.of("body", "Empiezo un hilo"))
                .post("/api/v1/processes/tu-distrito/comments")
                .path("code");
        Signed mateo = Signed.in("monitoreo");
        String thread = "/comments?on=process:tu-distrito&order=newest";
        assertEquals(
                1,
                mateo.get(thread)
                        .select("form[action=/comments/" + code + "/follow]")
                        .size());
        mateo.request().post("/comments/" + code + "/follow").then().statusCode(303);
        assertEquals(
                1,
                mateo.get(thread)
                        .select("form[action=/comments/" + code + "/follow/withdrawal]")
                        .size());
    }

    @Test
    void whatIsNotReachedIsNotFollowed() {
        for (String path : List.of("proposal/P-00000000", "comment/K-00000000", "process/nothing", "office/1")) {
            as("vecina").put("/api/v1/follows/" + path).then().statusCode(404);
        }
    }

    @Test
    void thePageAsksOnceForAllButtons() {
        Signed olga = Signed.in("organizacion");
        List<String> sent = Statements.during(() -> olga.get("/processes/tu-distrito"));
        assertEquals(
                1,
                sent.stream().filter(sql -> sql.contains("case when f.is_on")).count(),
                String.join("\n", sent));
    }

    @Test
    void pressedByManyTabsAtOnceItIsFollowedOnce() {
        Participant olga = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("organizacion").orElseThrow());
        Race.of(8, runner -> () -> {
            following.follow(Scope.process(1), olga);
            return null;
        });
        Number rows = (Number) entityManager
                .createNativeQuery("select count(*) from follow where is_on")
                .getSingleResult();
        assertEquals(1, rows.intValue());
    }
}
