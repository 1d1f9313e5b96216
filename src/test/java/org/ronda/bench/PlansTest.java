package org.ronda.bench;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ronda.Signed;
import org.ronda.Statements;
import org.ronda.TestDatabase;
import org.ronda.identity.Participant;

/**
 * What PostgreSQL does for the main pages over 10,000 proposals and 10,000 comments: no page walks a table that grows,
 * and none but the searches reads many more rows than it shows.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PlansTest {
    private static final Logger LOG = Logger.getLogger(PlansTest.class);
    private static final Pattern WALKED = Pattern.compile(
            "Seq Scan on (contribution|proposal|thread_comment|subject_count|search_entry|search_term|search_gram"
                    + "|contribution_version|contribution_topic|co_author|ledger_event)\\b");
    private static final Pattern VALUE = Pattern.compile("\\('([^']*)'::int[48]\\)");
    private static final Pattern INDEX = Pattern.compile("(?:using|Bitmap Index Scan on) (\\w+)");
    private static final Pattern ROWS = Pattern.compile("actual [^)]*rows=([0-9.]+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by Filter: ([0-9]+)");
    /** Words are looked up in all titles, also nearly right ones, and ranked; what hardly any proposal lacks is looked for in the whole list. */
    private static final List<String> ALL_ARE_LOOKED_AT = List.of("search", "a word", "without a");
    /** A list says how many there are up to a thousand. */
    private static final int MOST = 1_001;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    @Test
    void noPageWalksWhatGrows() throws SQLException {
        Assumptions.assumeTrue(database.equals("postgresql"));
        List<String> flaws = new ArrayList<>();
        // most comments have hardly a reply, so that a plan for any comment is made for few
        LargeWorld.SMALL.build();
        LargeWorld.LARGE.build();
        try (Connection owner = LargeWorld.owner()) {
            MainPages.of(LargeWorld.LARGE).forEach((name, path) -> flaws.addAll(flaws(owner, name, path)));
        } finally {
            LargeWorld.LARGE.remove();
            LargeWorld.SMALL.remove();
        }
        assertTrue(flaws.isEmpty(), String.join("\n\n", flaws));
    }

    /** There are few people in a test, which PostgreSQL would rather walk: so it is told not to, and shows what it could use. */
    @Test
    void anAddressIsLookedUpInAnIndex() throws SQLException {
        Assumptions.assumeTrue(database.equals("postgresql"));
        List<String> sent = Statements.filledDuring(
                () -> QuarkusTransaction.requiringNew().run(() -> Participant.meant("Alguien@example.org")));
        String sql =
                sent.stream().filter(one -> one.contains("email")).findFirst().orElseThrow();
        try (Connection owner = LargeWorld.owner();
                Statement statement = owner.createStatement()) {
            statement.execute("set enable_seqscan = off");
            String plan = explained(statement, sql);
            assertTrue(plan.contains("ix_participant_email"), plan);
        }
    }

    private static List<String> flaws(Connection owner, String name, String path) {
        List<String> sent = Statements.filledDuring(() ->
                assertFalse(Signed.browser().urlEncodingEnabled(false).get(path).statusCode() >= 400, path));
        List<String> flaws = new ArrayList<>();
        Set<String> indexes = new TreeSet<>();
        double most = 0;
        long buffers = 0;
        for (String sql : sent) {
            if (!sql.toLowerCase(Locale.ROOT).startsWith("select")) {
                continue;
            }
            for (String plan : plans(owner, sql)) {
                Matcher index = INDEX.matcher(plan);
                while (index.find()) {
                    indexes.add(index.group(1));
                }
                double rows = 0;
                Matcher read = ROWS.matcher(plan);
                while (read.find()) {
                    rows = Math.max(rows, Double.parseDouble(read.group(1)));
                }
                most = Math.max(most, rows);
                Matcher hit = Pattern.compile("shared hit=(\\d+)").matcher(plan);
                buffers += hit.find() ? Long.parseLong(hit.group(1)) : 0;
                boolean isForAll = ALL_ARE_LOOKED_AT.stream().anyMatch(name::contains);
                if (!isForAll && (WALKED.matcher(plan).find() || rows > MOST || isFilteredAway(plan))) {
                    flaws.add(name + "\n" + sql + "\n" + plan);
                }
            }
        }
        LOG.infof("| %s | %d | %.0f | %d | %s |", name, sent.size(), most, buffers, String.join(", ", indexes));
        return flaws;
    }

    private static boolean isFilteredAway(String plan) {
        return REMOVED.matcher(plan).results().anyMatch(removed -> Integer.parseInt(removed.group(1)) > MOST);
    }

    /** With these values; and as a connection plans it that has sent it often. */
    private static List<String> plans(Connection owner, String sql) {
        List<String> values = new ArrayList<>();
        String ofAny = VALUE.matcher(sql).replaceAll(value -> {
            values.add(value.group(1));
            return "\\$" + values.size();
        });
        try (Statement statement = owner.createStatement()) {
            List<String> plans = new ArrayList<>();
            plans.add(explained(statement, sql));
            if (!values.isEmpty()) {
                String often = "execute often(" + String.join(", ", values) + ")";
                statement.execute("prepare often as " + ofAny);
                // after five times PostgreSQL may take one plan for any values
                for (int i = 0; i < 6; i++) {
                    statement.execute(often);
                }
                plans.add(explained(statement, often));
                statement.execute("deallocate often");
            }
            return plans;
        } catch (SQLException broken) {
            throw new AssertionError(sql, broken);
        }
    }

    private static String explained(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet row = statement.executeQuery("explain (analyze, buffers, costs off) " + sql)) {
            while (row.next()) {
                plan.append(row.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
