package org.ronda.web;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronda.Signed;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;

/** What the API is not asked in its own words is a bad request. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class KnownParametersTest {
    @BeforeEach
    void free() {
        FreshLimits.forEverybody();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processes?limit=x",
                "processes?limit=0",
                "processes?limit=101",
                "processes?limit=-1",
                "processes?limit=99999999999",
                "processes?limit=1&limit=2",
                "processes?limit=",
                "processes?archived=perhaps",
                "processes?sort=title",
                "processes/tu-distrito?fields=title",
                "processes/tu-distrito/phases?limit=3",
                "processes/tu-distrito/comments?limit=x",
                "processes/tu-distrito/comments?page=2",
                "proposals?process=tu-distrito&phase=F&limit=x",
                "proposals?process=tu-distrito&phase=F&colour=red",
                "search?q=plaza&limit=x",
                "search?q=plaza&page=2",
                "ledger/events?limit=x",
                "ledger/verification?deep=true"
            })
    void isABadRequest(String asked) {
        Signed.browser()
                .get("/api/v1/" + asked)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    /** Also where something is written, and whoever asks. */
    @ParameterizedTest
    @CsvSource({
        "POST, proposals",
        "POST, processes/tu-distrito/comments",
        "POST, contributions/P-00000000/reports",
        "POST, contributions/P-00000000/block",
        "POST, administration/people",
        "POST, applications/G-00000000/verdict",
        "POST, boards",
        "POST, boards/B-00000000/seats",
        "POST, decisions",
        "POST, decisions/M-00000000/second-look",
        "POST, decisions/M-00000000/second-look/outcome",
        "POST, decisions/M-00000000/end",
        "POST, groups/G-00000000/members",
        "POST, groups/G-00000000/dissolution",
        "POST, me/confirmations/P-00000000",
        "POST, me/seats/T-00000000/acceptance",
        "POST, offices",
        "POST, offices/A-00000000/responders",
        "POST, organisations",
        "POST, organisations/G-00000000/people",
        "POST, processes/plan-climatico/attestations",
        "POST, processes/tu-distrito/groups",
        "POST, setup",
        "POST, setup/tu-distrito/phases",
        "POST, setup/tu-distrito/publication",
        "POST, setup/tu-distrito/with/topics",
        "POST, setup/tu-distrito/with/news",
        "PUT, groups/G-00000000",
        "PUT, offices/A-00000000",
        "PUT, organisations/G-00000000",
        "PUT, proposals/P-00000000",
        "PUT, proposals/P-00000000/support",
        "PUT, comments/C-00000000",
        "PUT, comments/C-00000000/agreement",
        "PUT, setup/tu-distrito/frame",
        "PUT, setup/tu-distrito/texts/es"
    })
    void aWriteNamesWhatItDoesNotKnow(String method, String address) {
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .contentType("application/json")
                .body("{\"colour\":\"red\"}")
                .request(method, "/api/v1/" + address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("colour"));
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .contentType("application/json")
                .body("{}")
                .request(method, "/api/v1/" + address + "?colour=red")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposals/P-00000000/support", "comments/C-00000000", "comments/C-00000000/agreement"})
    void takingBackIsAskedInItsOwnWordsToo(String address) {
        Signed.browser()
                .auth()
                .preemptive()
                .basic("moderacion", "demo")
                .delete("/api/v1/" + address + "?colour=red")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "processes?limit=1&lang=en",
                "processes?archived=true",
                "processes/tu-distrito?lang=fr",
                "search?q=plaza&kind=proposal&limit=100",
                "ledger/events?limit=1"
            })
    void isUnderstood(String asked) {
        Signed.browser().get("/api/v1/" + asked).then().statusCode(200);
    }
}
