package org.ronda.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;

/** A thread of 10,000 comments is read as one of 100 is: half of them no replies, the other half under one of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LongThreadTest {
    private static final Logger LOG = Logger.getLogger(LongThreadTest.class);

    @Inject
    EntityManager entityManager;

    private static String proposal(String title) {
        String phase =
                Signed.given().get("/api/v1/processes/tu-distrito/phases").path("items[0].code");
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic("monitoreo", "demo")
                .contentType("application/json")
                .body(Map.of(
                        "process",
                        "tu-distrito",
                        "phase",
                        phase,
                        "title",
                        title,
                        "problem",
                        "Hay mucho que decir",
                        "solution",
                        "Decirlo"))
                .post("/api/v1/proposals")
                .path("code");
    }

    /** Rows as the use-case would leave them; the later a comment was said, the lower is its id. */
    private void fill(String proposal, long base, int many) {
        QuarkusTransaction.requiringNew().run(() -> {
            Object[] about = (Object[]) entityManager
                    .createNativeQuery(
                            "select id, process_id, phase_id, author_id from contribution where code = :code")
                    .setParameter("code", proposal)
                    .getSingleResult();
            String at = "timestamp with time zone '2026-11-01 00:00:00Z' + (" + many + " - x) * interval '1' second";
            String rows = " from generate_series(1, " + many + ") as x";
            long subject = ((Number) about[0]).longValue();
            run("insert into contribution (id, kind, code, process_id, phase_id, state, channel, author_id, name_kind,"
                    + " name_id, entered_by, said_at, entered_at, published_at, language, words_version, meaning,"
                    + " shuffle_0, shuffle_1, shuffle_2, shuffle_3, shuffle_4, shuffle_5, shuffle_6, shuffle_7, version)"
                    + " select " + base + " + x, 'COMMENT', concat('K-', " + base + " + x), " + about[1] + ", "
                    + about[2] + ", 'PUBLISHED', 'WEB', " + about[3] + ", 'PERSON', " + about[3] + ", " + about[3]
                    + ", " + at + ", " + at + ", " + at + ", 'es', 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0" + rows);
            run("insert into thread_comment (id, subject_kind, subject_id, parent_id, root_id, depth, spoken_at, body)"
                    + " select " + base + " + x, 'CONTRIBUTION', " + subject + ", case when x <= " + many / 2
                    + " then null else " + (base + 1) + " end, case when x <= " + many / 2 + " then " + base
                    + " + x else " + (base + 1) + " end, case when x <= " + many / 2 + " then 1 else 2 end, " + at
                    + ", concat('Comentario número ', x)" + rows);
            run("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current, agrees)"
                    + " select 'CONTRIBUTION', " + base + " + x, 1, " + about[1] + ", 'COMMENT', true, mod(x, 7)"
                    + rows);
        });
    }

    private void run(String sql) {
        entityManager.createNativeQuery(sql).executeUpdate();
    }

    private static Document at(String path) {
        return Jsoup.parse(Signed.browser()
                .urlEncodingEnabled(false)
                .get(path.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""))
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static String permalink(String code) {
        return Signed.browser()
                .get("/comments/" + code)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
    }

    /** Milliseconds for each view, the middle of many. */
    private static long time(String path) {
        long[] times = new long[41];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            Signed.browser().urlEncodingEnabled(false).get(path);
            times[i] = System.nanoTime() - start;
        }
        java.util.Arrays.sort(times);
        return times[times.length / 2] / 10_000;
    }

    @Test
    void tenThousandCommentsAreReadAsAHundredAre() {
        String few = "proposal:" + proposal("Una charla corta entre vecinos");
        String many = "proposal:" + proposal("Una charla larguísima entre vecinos");
        fill(few.substring(9), 51_000_000, 100);
        fill(many.substring(9), 52_000_000, 10_000);
        for (String order : new String[] {"oldest", "newest", "agreed"}) {
            String query = "/comments?order=" + order + "&on=";
            int ofFew = Statements.during(() -> at(query + few)).size();
            int ofMany = Statements.during(() -> at(query + many)).size();
            assertEquals(ofFew, ofMany, order);
            time(query + few);
            LOG.infof(
                    "%s: 100 comments %d, 10,000 comments %d hundredths of a ms",
                    order, time(query + few), time(query + many));
        }
        for (int x : new int[] {1, 2, 2_500, 4_999, 5_000, 5_001, 7_777, 10_000}) {
            String code = "K-" + (52_000_000 + x);
            assertEquals(1, at(permalink(code)).select("#" + code).size(), code);
        }
        Document newest = at("/comments?order=newest&on=" + many);
        assertEquals("K-52000001", newest.select("article.voice").first().id(), "by time, not by number");
        for (String order : new String[] {"oldest", "newest", "agreed"}) {
            assertEquals(5_000, read("/api/v1/proposals/" + many.substring(9) + "/comments?limit=100&order=" + order));
        }
        assertEquals(5_000, read("/api/v1/proposals/" + many.substring(9) + "/comments?limit=100&root=K-52000001"));
    }

    private static int read(String list) {
        Set<String> codes = new HashSet<>();
        String next = "";
        while (next != null) {
            var page = Signed.given().urlEncodingEnabled(false).get(list + (next.isEmpty() ? "" : "&cursor=" + next));
            page.<java.util.List<String>>path("items.code").forEach(code -> assertTrue(codes.add(code), code));
            next = page.path("next");
        }
        return codes.size();
    }
}
