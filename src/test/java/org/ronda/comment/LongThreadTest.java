package org.ronda.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;

/** A thread of 10,000 comments is read as one of 100 is: half of them no replies, the other half under one of them. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LongThreadTest {
    private static final Logger LOG = Logger.getLogger(LongThreadTest.class);
    private static final Pattern ROWS_READ = Pattern.compile("actual [^)]*rows=([0-9.]+)");

    @Inject
    EntityManager entityManager;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    private static String proposal(String title) {
        FreshLimits.forEverybody();
        String phase =
                Signed.given().get("/api/v1/processes/tu-distrito/phases").path("items[0].code");
        return RestAssured.given()
                .auth()
                .preemptive()
                // whose proposals no other test counts
                .basic("administracion", "demo")
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
                .then()
                .statusCode(201)
                .extract()
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
            run("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current, agrees,"
                    + " within_kind, within_id) select 'CONTRIBUTION', " + base + " + x, 1, " + about[1]
                    + ", 'COMMENT', true, mod(x, 7), case when x <= " + many / 2
                    + " then 'CONTRIBUTION' end, case when x <= " + many / 2 + " then " + subject + " end" + rows);
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
        if (database.equals("postgresql")) {
            for (Talks.Order order : Talks.Order.values()) {
                assertWalksItsIndex(many.substring(9), order, false);
                assertWalksItsIndex(many.substring(9), order, true);
            }
        }
    }

    /** Neither a table nor a thread is read whole, on the first page and in the middle of ten thousand. */
    private void assertWalksItsIndex(String proposal, Talks.Order order, boolean isLater) {
        String plan;
        QuarkusTransaction.begin();
        try {
            // as many people as are worth an index; gone with the transaction
            run("insert into participant (id, code, subject, name, language, joined_at) select 70000000 + x,"
                    + " 'U-' || (70000000 + x), 'many' || x, 'Nombre ' || x, 'es', current_timestamp"
                    + " from generate_series(1, 5000) x");
            run("analyze");
            Object subject = entityManager
                    .createNativeQuery("select id from contribution where code = :code")
                    .setParameter("code", proposal)
                    .getSingleResult();
            String sql = Talks.ROWS + Talks.rootsIn(order, isLater, 21);
            sql = sql.replace(":kind", "'CONTRIBUTION'")
                    .replace(":subject", subject.toString())
                    .replace(":viewer", "0")
                    .replace(
                            ":key",
                            order == Talks.Order.AGREED ? "3" : "timestamp with time zone '2026-11-01 01:00:00Z'")
                    .replace(":id", "52002500");
            plan = String.join(
                    "\n",
                    entityManager
                            .createNativeQuery("explain (analyze, costs off) " + sql, String.class)
                            .getResultList());
        } finally {
            QuarkusTransaction.rollback();
        }
        // PostgreSQL walks an index both ways
        String index = order == Talks.Order.AGREED ? "ix_subject_count_agrees" : "ix_comment_(oldest|newest)";
        assertTrue(
                Pattern.compile("Index .*Scan .*using " + index).matcher(plan).find(), plan);
        assertFalse(plan.matches("(?s).*Seq Scan on (contribution|thread_comment|subject_count).*"), plan);
        Matcher rows = ROWS_READ.matcher(plan);
        while (rows.find()) {
            assertTrue(Double.parseDouble(rows.group(1)) <= 42, plan);
        }
    }

    /** What is agreed with while pages are turned moves in the order; everything else is met once. */
    @Test
    void whileVotesComeInOnlyWhatTheyMoveIsMissedOrMetTwice() {
        String proposal = proposal("Una charla en la que se vota");
        fill(proposal, 53_000_000, 80);
        String list = "/api/v1/proposals/" + proposal + "/comments?limit=20&order=agreed";
        var first = Signed.given().urlEncodingEnabled(false).get(list);
        List<String> seen = new ArrayList<>(first.<List<String>>path("items.code"));
        assertEquals("K-53000034", seen.get(0), "most agreed, then the latest");
        // the last of all, not met yet, becomes the first; the first, met already, falls to the end
        agrees(53_000_007, 9);
        agrees(53_000_034, 0);
        String next = first.path("next");
        while (next != null) {
            var page = Signed.given().urlEncodingEnabled(false).get(list + "&cursor=" + next);
            seen.addAll(page.<List<String>>path("items.code"));
            next = page.path("next");
        }
        assertEquals(2, seen.stream().filter("K-53000034"::equals).count());
        assertFalse(seen.contains("K-53000007"));
        assertEquals(39, new HashSet<>(seen).size());
        assertEquals(40, seen.size());
    }

    private void agrees(long comment, int agrees) {
        QuarkusTransaction.requiringNew()
                .run(() -> run("update subject_count set agrees = " + agrees + " where subject_id = " + comment
                        + " and subject_kind = 'CONTRIBUTION'"));
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
