package org.ronda.web;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
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
