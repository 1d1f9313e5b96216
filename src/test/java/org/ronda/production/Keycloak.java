package org.ronda.production;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ronda.Application;

/**
 * A real Keycloak, from its published archive, with the realm and the theme of docker/keycloak. Several can run from the
 * one folder: what they keep is in their databases.
 */
final class Keycloak {
    static final String RONDA_SECRET = "a secret of the tests, long enough to encrypt";
    static final String ADMIN_SECRET = "another secret of the tests, for accounts only";
    private static final String ADMINISTRATOR = "admin";

    private final Path home = unpacked();
    private final int port = Application.freePort();
    private final Map<String, String> settings;
    private Application application;

    /** @param ronda where people reach Ronda @param node where Keycloak does */
    Keycloak(String ronda, String node, int smtpPort) {
        copy(Path.of("docker/keycloak/themes"), home.resolve("themes"));
        copy(Path.of("docker/keycloak/ronda-realm.json"), home.resolve("data/import/ronda-realm.json"));
        settings = new HashMap<>(Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR,
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m",
                // it lives for minutes only
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "RONDA_OIDC_SECRET", RONDA_SECRET,
                "RONDA_ADMIN_SECRET", ADMIN_SECRET,
                "RONDA_PUBLIC_ADDRESS", ronda,
                "RONDA_BACKCHANNEL_ADDRESS", node,
                "RONDA_SMTP_HOST", "127.0.0.1",
                "RONDA_SMTP_PORT", String.valueOf(smtpPort)));
    }

    /** What the build unpacked, whichever version that is. */
    private static Path unpacked() {
        try (Stream<Path> folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("keycloak-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Starts on that database, into which it puts the realm where there is none yet. */
    void start(Server server) {
        settings.putAll(server.keycloakSettings());
        start();
    }

    /** Starts again, on the database that it had. */
    void start() {
        application = new Application(
                List.of(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + address()),
                settings,
                Path.of("target", "keycloak-" + port + ".log"),
                URI.create(realm()),
                Duration.ofMinutes(4));
    }

    void stop() {
        application.stop();
    }

    /** Waits until it signs people in again, after its database was away. */
    void awaitItself() throws InterruptedException {
        for (int second = 0; second < 60 && tokenOfAdministrator().statusCode() != 200; second++) {
            Thread.sleep(1_000);
        }
    }

    /** Has it take requests and answer none. */
    void freeze() {
        application.freeze();
    }

    void thaw() {
        application.thaw();
    }

    String address() {
        // another host than that of Ronda, as in a city
        return "http://127.0.0.1:" + port;
    }

    String realm() {
        return address() + "/realms/ronda";
    }

    private Response tokenOfAdministrator() {
        return RestAssured.given()
                .formParams(Map.of(
                        "client_id",
                        "admin-cli",
                        "grant_type",
                        "password",
                        "username",
                        ADMINISTRATOR,
                        "password",
                        ADMINISTRATOR))
                .post(address() + "/realms/master/protocol/openid-connect/token");
    }

    /** A request of Keycloak's own administrator about the realm. */
    RequestSpecification administration() {
        return RestAssured.given()
                .baseUri(address())
                .basePath("/admin/realms/ronda")
                .contentType(ContentType.JSON)
                .auth()
                .oauth2(tokenOfAdministrator().path("access_token"));
    }

    /** An account as signing up and verifying the address would leave it. Returns its id. */
    String account(String email, String password, String publicName, String... roles) {
        administration()
                .body(Map.of(
                        "username",
                        email,
                        "email",
                        email,
                        "emailVerified",
                        true,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("publicName", List.of(publicName)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password))))
                .post("/users")
                .then()
                .statusCode(201);
        String id = idOf(email);
        for (String role : roles) {
            Map<String, Object> known = administration().get("/roles/" + role).as(Map.class);
            administration()
                    .body(List.of(known))
                    .post("/users/" + id + "/role-mappings/realm")
                    .then()
                    .statusCode(204);
        }
        return id;
    }

    String idOf(String email) {
        return administration()
                .queryParam("email", email)
                .queryParam("exact", true)
                .get("/users")
                .path("[0].id");
    }

    /** Changes an account as the administration console would: what is not named stays. */
    void change(String id, Map<String, Object> changes) {
        Map<String, Object> account = administration().get("/users/" + id).as(Map.class);
        account.putAll(changes);
        administration().body(account).put("/users/" + id).then().statusCode(204);
    }

    /** How long a token is good for, in seconds. */
    void tokensLast(int seconds) {
        setting(Map.of("accessTokenLifespan", seconds));
    }

    /** Changes the realm; what is not named stays. */
    void setting(Map<String, Object> changes) {
        administration().body(changes).put("").then().statusCode(204);
    }

    /** Nobody is locked out any more for what was typed wrong. */
    void forgetWrongPasswords() {
        administration().delete("/attack-detection/brute-force/users").then().statusCode(204);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
