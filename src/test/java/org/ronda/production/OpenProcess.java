package org.ronda.production;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** A process that takes proposals and comments now, set up by its administrator; its opening is moved to the past. */
final class OpenProcess {
    private OpenProcess() {}

    /** Returns the code of the phase that is open. */
    static String setUp(Production production, String slug) throws SQLException {
        return setUp(production, slug, new Device());
    }

    /** The same, by somebody who goes on with this device. */
    static String setUp(Production production, String slug, Device device) throws SQLException {
        String email = slug + "@example.org";
        production.keycloak().account(email, Production.PASSWORD, "Pía Prepara", "process-creator");
        device.signInAsStaff(production.node(0), email, Production.PASSWORD, "/");
        String token = device.token(production.keycloak().realm());
        String at = production.node(0) + "/api/v1/setup/" + slug;
        sql(
                production,
                "insert into office (id, code, name, valid_from) values (900001, 'O-N0DES001',"
                        + " '{\"es\":{\"text\":\"Oficina de prueba\",\"origin\":\"HUMAN\"}}', date '2020-01-01')"
                        + " on conflict do nothing");
        Device.as(token)
                .body(Map.of("from", "blank", "title", "Dos nodos", "slug", slug, "start", local(5)))
                .post(production.node(0) + "/api/v1/setup")
                .then()
                .statusCode(201);
        Device.as(token)
                .header("If-Match", Device.as(token).get(at).header("ETag"))
                .body(Map.of(
                        "languages", List.of("es"),
                        "body", "O-N0DES001",
                        "influence", "CONSULT",
                        "zone", "America/Argentina/Cordoba"))
                .put(at + "/frame")
                .then()
                .statusCode(200);
        Device.as(token)
                .header("If-Match", Device.as(token).get(at).header("ETag"))
                .body(Map.of(
                        "title", "Dos nodos", "summary", "Un resumen.", "decided", "Esto.", "notDecided", "Aquello."))
                .put(at + "/texts/es")
                .then()
                .statusCode(200);
        Device.as(token)
                .body(Map.of(
                        "kind",
                        "PROPOSALS",
                        "titleEs",
                        "Propuestas",
                        "askEs",
                        "Contá qué falta.",
                        "opensAt",
                        local(6),
                        "endsAt",
                        local(20),
                        "actions",
                        List.of("PROPOSE", "COMMENT", "SUPPORT"),
                        "maxLength",
                        4000,
                        "moderation",
                        "POST",
                        "promisedShare",
                        100))
                .post(at + "/phases")
                .then()
                .statusCode(201);
        Device.as(token)
                .body(Map.of("reason", "Es una prueba"))
                .post(at + "/publication")
                .then()
                .statusCode(200);
        sql(
                production,
                "update phase_terms set opens_at = opens_at - interval '7 days', effective_at = effective_at - interval '7 days'"
                        + " where phase_id in (select h.id from phase h join process p on p.id = h.process_id"
                        + " where p.slug = '" + slug + "')");
        return phaseOf(production, slug);
    }

    private static String phaseOf(Production production, String slug) throws SQLException {
        try (Connection owner = production.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select h.code from phase h join process p on"
                        + " p.id = h.process_id where p.slug = '" + slug + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sql(Production production, String sql) throws SQLException {
        try (Connection owner = production.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String local(int days) {
        return LocalDateTime.now(ZoneId.of("America/Argentina/Cordoba"))
                .plusDays(days)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
