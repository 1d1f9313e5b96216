package org.ronda.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A process of the demonstration once more, with that many proposals and as many comments about the first of them: rows
 * by plain SQL as the use-cases would leave them, counters beside them, no events.
 */
record LargeWorld(long base, int many) {
    static final LargeWorld SMALL = new LargeWorld(60_000_000, 100);
    static final LargeWorld LARGE = new LargeWorld(70_000_000, 10_000);
    private static final String MODEL = "(select id from process where slug = 'tu-distrito')";
    private static final int COMMENTS = 1_000_000;

    /** Who owns the tables, whom alone PostgreSQL lets gather statistics; planning as the application does. */
    static Connection owner() throws SQLException {
        var config = ConfigProvider.getConfig();
        Properties properties = new Properties();
        properties.put(
                "user",
                config.getOptionalValue("quarkus.flyway.username", String.class)
                        .orElse(config.getValue("quarkus.datasource.username", String.class)));
        properties.put(
                "password",
                config.getOptionalValue("quarkus.flyway.password", String.class)
                        .orElse(config.getValue("quarkus.datasource.password", String.class)));
        String options = "quarkus.datasource.jdbc.additional-jdbc-properties.options";
        config.getOptionalValue(options, String.class).ifPresent(said -> properties.put("options", said));
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class), properties);
    }

    String slug() {
        return "figures-" + many;
    }

    String proposal() {
        return "P-" + (base + 1);
    }

    String comment(int x) {
        return "K-" + (base + COMMENTS + x);
    }

    long commentId(int x) {
        return base + COMMENTS + x;
    }

    /** A word that all titles have. */
    String common() {
        return "calandria" + many;
    }

    /** A word that twenty titles have. */
    String rare() {
        return "hornero" + many;
    }

    void build() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String sql : rows(owner)) {
                statement.execute(sql);
            }
            owner.commit();
            owner.setAutoCommit(true);
            statement.execute("analyze");
        }
    }

    private List<String> rows(Connection owner) throws SQLException {
        List<String> rows = new ArrayList<>();
        String ofModel = "process_id = " + MODEL;
        rows.add(copy(owner, "process", "slug = 'tu-distrito'", Map.of("id", "" + base, "slug", "'" + slug() + "'")));
        Map<String, String> part = Map.of(
                "id", base + " + id", "process_id", "" + base, "code", "concat('" + base / 10_000_000 + "', code)");
        rows.add(copy(owner, "phase", ofModel, part));
        rows.add(copy(
                owner,
                "phase_terms",
                "phase_id in (select id from phase where " + ofModel + ")",
                Map.of("id", base + " + id", "phase_id", base + " + phase_id")));
        rows.add("insert into topic (id, code, process_id, position, title, published_at) select " + base
                + " + id, concat('" + base / 10_000_000 + "', code), " + base
                + ", position, title, published_at from topic where " + ofModel);
        rows.add("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current)"
                + " values ('PROCESS', " + base + ", 0, " + base + ", 'PROCESS', true)");
        rows.add("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current)"
                + " select 'PHASE', id, 0, " + base + ", 'PHASE', true from phase where process_id = " + base);
        proposals(rows);
        comments(rows);
        return rows;
    }

    private void proposals(List<String> rows) {
        String series = " from generate_series(1, " + many + ") as x";
        rows.add(contributions("PROPOSAL", "P-", base) + series);
        rows.add("insert into proposal (id, title, problem, solution, files) select " + base
                + " + x, concat('Propuesta de vecinos número ', x), 'Hay mucho que hacer en el barrio', 'Hacerlo', ''"
                + series);
        rows.add("insert into contribution_version (contribution_id, n, meaning, change, words, saved_at) select "
                + base + " + x, 1, 1, 'FIRST', '{}', " + at() + series);
        rows.add("insert into co_author (contribution_id, participant_id, name_kind, name_id, state, since) select "
                + base + " + x, " + author() + ", 'PERSON', " + author() + ", 'ACCEPTED', " + at() + series);
        rows.add("insert into contribution_topic (contribution_id, topic_id) select c.id, t.id from contribution c"
                + " join topic t on t.process_id = c.process_id and mod(t.position, 4) = mod(c.id, 4)"
                + " where c.process_id = " + base);
        rows.add("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current, supports,"
                + " comments) select 'CONTRIBUTION', " + base + " + x, 1, " + base
                + ", 'PROPOSAL', true, mod(x * 7919, 503), case when x = 1 then " + many + " else mod(x, 37) end"
                + series);
        rows.add("insert into search_entry (id, subject_kind, subject_id, process_id, kind, language, is_public, title,"
                + " said_at) select " + base + " + x, 'CONTRIBUTION', " + base + " + x, " + base
                + ", 'proposal', 'es', true, concat('Propuesta de vecinos número ', x), " + at() + series);
        String model = " = (select min(e.id) from search_entry e where e.kind = 'proposal')";
        rows.add("insert into search_term (entry_id, term, weight) select " + base
                + " + x, t.term, t.weight from search_term t cross join generate_series(1, " + many
                + ") as x where t.entry_id" + model);
        rows.add("insert into search_term (entry_id, term, weight) select " + base + " + x, '" + common() + "', 3"
                + series);
        rows.add("insert into search_term (entry_id, term, weight) select " + base + " + x, '" + rare() + "', 3"
                + series + " where mod(x, " + many / 20 + ") = 0");
        rows.add("insert into search_gram (entry_id, gram) select " + base
                + " + x, g.gram from search_gram g cross join generate_series(1, " + many + ") as x where g.entry_id"
                + model);
    }

    /** Half of them no replies, the other half under the first of these. */
    private void comments(List<String> rows) {
        long before = base + COMMENTS;
        String series = " from generate_series(1, " + many + ") as x";
        String isRoot = "case when x <= " + many / 2 + " then ";
        rows.add(contributions("COMMENT", "K-", before) + series);
        rows.add("insert into thread_comment (id, subject_kind, subject_id, parent_id, root_id, depth, spoken_at, body)"
                + " select " + before + " + x, 'CONTRIBUTION', " + (base + 1) + ", " + isRoot + "null else "
                + (before + 1) + " end, " + isRoot + before + " + x else " + (before + 1) + " end, " + isRoot
                + "1 else 2 end, " + at() + ", concat('Comentario número ', x)" + series);
        rows.add("insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current, agrees,"
                + " within_kind, within_id) select 'CONTRIBUTION', " + before + " + x, 1, " + base
                + ", 'COMMENT', true, mod(x, 7), " + isRoot + "'CONTRIBUTION' end, " + isRoot + (base + 1) + " end"
                + series);
    }

    private String contributions(String kind, String letter, long before) {
        StringBuilder shuffles = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            shuffles.append(", mod(cast(x as bigint) * ")
                    .append(2_654_435_761L + 2 * i)
                    .append(", 2147483647)");
        }
        return "insert into contribution (id, kind, code, process_id, phase_id, state, channel, author_id, name_kind,"
                + " name_id, entered_by, said_at, entered_at, published_at, language, district_id, words_version,"
                + " meaning, shuffle_0, shuffle_1, shuffle_2, shuffle_3, shuffle_4, shuffle_5, shuffle_6, shuffle_7,"
                + " version) select " + before + " + x, '" + kind + "', concat('" + letter + "', " + before + " + x), "
                + base + ", " + phase() + ", 'PUBLISHED', 'WEB', " + author() + ", 'PERSON', " + author() + ", "
                + author() + ", " + at() + ", " + at() + ", " + at()
                + ", 'es', (select min(d.id) from district d where d.position = 1 + mod(x, 5)), 1, 1" + shuffles
                + ", 0";
    }

    String phase() {
        return "(select min(id) from phase where process_id = " + base + " and kind = 'PROPOSALS')";
    }

    private static String author() {
        return "(select author_id from contribution where code = (select min(code) from contribution"
                + " where kind = 'PROPOSAL' and process_id = " + MODEL + "))";
    }

    private String at() {
        return "timestamp with time zone '2026-11-01 00:00:00Z' + (" + many + " - x) * interval '1' second";
    }

    /** The rows of a table once more, with some columns changed. */
    static String copy(Connection owner, String table, String where, Map<String, String> changed) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData about = none.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                columns.add(about.getColumnName(i).toLowerCase(Locale.ROOT));
            }
        }
        List<String> values = columns.stream()
                .map(column -> changed.getOrDefault(column, column))
                .toList();
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + String.join(", ", values)
                + " from " + table + " where " + where;
    }

    /** Takes everything away again, so that no other test meets it. */
    void remove() throws SQLException {
        String here = "(select id from contribution where process_id = " + base + ")";
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            for (String sql : List.of(
                    "delete from search_gram where entry_id between " + base + " and " + (base + many),
                    "delete from search_term where entry_id between " + base + " and " + (base + many),
                    "delete from search_entry where process_id = " + base,
                    "delete from subject_count where process_id = " + base,
                    "delete from thread_comment where parent_id is not null and id in " + here,
                    "delete from thread_comment where id in " + here,
                    "delete from proposal where id in " + here,
                    "delete from contribution_version where contribution_id in " + here,
                    "delete from contribution_topic where contribution_id in " + here,
                    "delete from co_author where contribution_id in " + here,
                    "delete from contribution where process_id = " + base,
                    "delete from topic where process_id = " + base,
                    "delete from phase_terms where phase_id in (select id from phase where process_id = " + base + ")",
                    "delete from phase where process_id = " + base,
                    "delete from process where id = " + base)) {
                statement.execute(sql);
            }
            owner.commit();
        }
    }
}
