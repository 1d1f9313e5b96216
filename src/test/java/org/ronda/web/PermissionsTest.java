package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronda.Routes;
import org.ronda.Routes.Row;
import org.ronda.TestDatabase;
import org.ronda.kernel.FreshLimits;
import org.ronda.web.PermissionWorld.Subject;
import org.ronda.web.PermissionWorld.Who;

/**
 * Asks every route as everybody about whatever it can be about: contributions, processes, drafts, amendments, groups, organisations, mandates, boards,
 * seats, offices, accounts and decisions, in each of their states, of one's own and of strangers, or not there at all; and
 * lets everybody act in every state of a phase. What the application answers is docs/roles-and-permissions.md, which has
 * to be the same: {@code -Dronda.matrix=write} writes it.
 *
 * <p>Apart from those tables it holds what no table may say otherwise: what somebody does not reach is answered exactly as
 * what is not there, nobody but those who are named reaches what is not public, and only who is blocked is forbidden
 * anything.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PermissionsTest {
    private static final Path DOCUMENT = Path.of("docs/roles-and-permissions.md");
    private static final String MARK = "<!-- what follows is written by PermissionsTest -->\n";

    /**
     * What these do for whom they are meant, though nothing is sent along, would change what the next one is asked about.
     * They are sent with a key that is refused after all that says who may, and before anything is done.
     */
    private static final String DOES_IT = "DELETE /api/v1/(administration|setup|groups|proposals/\\{code}/files)/.*"
            + "|DELETE /api/v1/(comments|amendments)/\\{code}|PUT /api/v1/administration/.*"
            + "|POST /api/.*/(acceptance|refusal|end|departure|revocation|holder|confirmation|withdrawal|publication|earlier"
            + "|second-look)";

    private static final String REFUSED_KEY = "k".repeat(256);

    /** Ends the session of who asks. */
    private static final String SIGNS_OUT = "POST /sign-out.*";

    /** Leads the persona wherever other tests let it moderate. */
    private static final String DESK = "GET /desk";

    @Inject
    PermissionWorld world;

    @Inject
    PermissionBodies bodies;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void begin() {
        FreshLimits.forEverybody();
        world.build();
    }

    @AfterEach
    void end() {
        bodies.takeDown();
        FreshLimits.forEverybody();
    }

    /** As a browser or a program does it; without the help of a library, as there are twenty thousand requests. */
    private HttpResponse<String> send(Who who, Row row, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + address))
                .header("Sec-Fetch-Site", "same-origin")
                .header("Accept", "*/*");
        if (who != Who.VISITOR) {
            request.header("Cookie", "ronda-session=" + world.session(who));
        }
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.noBody();
        if (!row.isSafe() && row.takesFiles()) {
            request.header("Content-Type", "multipart/form-data; boundary=part");
            body = HttpRequest.BodyPublishers.ofString(
                    "--part\r\nContent-Disposition: form-data; name=\"nothing\"\r\n\r\n\r\n--part--\r\n");
        } else if (!row.isSafe() && row.isApi()) {
            request.header("Content-Type", "application/json");
            body = HttpRequest.BodyPublishers.ofString("{}");
        } else if (!row.isSafe()) {
            request.header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
            body = HttpRequest.BodyPublishers.ofString("nothing=");
        }
        if (row.route().matches(DOES_IT)) {
            request.header("Idempotency-Key", REFUSED_KEY);
        }
        try {
            return client.send(request.method(row.method(), body).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(row.route(), broken);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** What a route answers to whom about something in one state. */
    private Map<Who, Integer> answers(Row row, Subject subject, String state, Map<Who, String> unknown) {
        if (row.route().matches(SIGNS_OUT)) {
            return Map.of();
        }
        Map<String, String> gaps = subject.states().get(state);
        String address = row.address();
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            if (address.contains(gap.getKey()) && gap.getValue() == null) {
                return Map.of();
            }
            address = address.replace(gap.getKey(), String.valueOf(gap.getValue()));
        }
        Map<Who, Integer> answers = new LinkedHashMap<>();
        for (Who who : Who.values()) {
            if (row.route().equals(DESK) && who == Who.PLATFORM_ADMINISTRATOR) {
                continue;
            }
            FreshLimits.forEverybody();
            HttpResponse<String> answer = send(who, row, address);
            answers.put(who, answer.statusCode());
            String about = row.route() + " about what is " + state + " to " + who + ": ";
            if (answer.statusCode() >= 500 || answer.statusCode() == 403 && who != Who.BLOCKED) {
                wrong.add(about + answer.statusCode());
            }
            if (row.route().matches(DOES_IT) && answer.statusCode() < 300) {
                wrong.add(about + "it was done");
            }
            String said = answer.statusCode() + " " + bare(answer.body(), address, gaps);
            if (state.equals("unknown")) {
                unknown.put(who, said);
            } else if (subject.reachedBy().containsKey(state)
                    && !subject.reachedBy().get(state).contains(who)
                    && !said.equals(unknown.get(who))) {
                wrong.add(about + answer.statusCode() + ", and that is not what is said of what is not there, "
                        + unknown.get(who).substring(0, 3));
            }
        }
        return answers;
    }

    /** Without what is another one each time. */
    private static String bare(String answer, String address, Map<String, String> gaps) {
        String path = address.replaceAll("[?].*", "");
        String bare = answer.replace(path, "…").replace(URLEncoder.encode(path, StandardCharsets.UTF_8), "…");
        for (String value : gaps.values()) {
            bare = value == null ? bare : bare.replace(value, "…");
        }
        return bare.replaceAll("name=\"nonce\" value=\"[^\"]*\"", "").replaceAll("\\d+ ?<", "<");
    }

    /** The answer most roles get, and then who gets another one. */
    private static String cell(Map<Who, Integer> answers) {
        if (answers == null || answers.isEmpty()) {
            return "–";
        }
        Map<Integer, List<Who>> byAnswer = answers.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return byAnswer.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .map(entry -> entry.getValue().size() == answers.size() || isMost(entry, byAnswer)
                        ? String.valueOf(entry.getKey())
                        : entry.getKey() + " "
                                + entry.getValue().stream().map(Who::letters).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" · "));
    }

    private static boolean isMost(Map.Entry<Integer, List<Who>> entry, Map<Integer, List<Who>> all) {
        return all.values().stream()
                        .noneMatch(other -> other.size() > entry.getValue().size())
                && all.entrySet().stream()
                        .filter(other ->
                                other.getValue().size() == entry.getValue().size())
                        .findFirst()
                        .orElseThrow()
                        .getKey()
                        .equals(entry.getKey());
    }

    private void line(StringBuilder into, String first, List<String> cells) {
        into.append("| ")
                .append(first)
                .append(" | ")
                .append(String.join(" | ", cells))
                .append(" |\n");
    }

    private void head(StringBuilder into, String title, String lead, String first, List<String> columns) {
        into.append("\n## ").append(title).append("\n\n").append(lead).append("\n\n");
        line(into, first, columns);
        into.append("|---".repeat(columns.size() + 1)).append("|\n");
    }

    /** What is answered alike stands in one row. */
    private String table(Subject subject) {
        List<String> states = List.copyOf(subject.states().keySet());
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        for (Row row : Routes.rows()) {
            if (row.address().matches(subject.about())) {
                rows.computeIfAbsent(cells(row, subject, states), cells -> new ArrayList<>())
                        .add("`" + row.route() + "`");
            }
        }
        StringBuilder all = new StringBuilder();
        head(all, subject.title(), subject.lead(), "route", states);
        rows.forEach((cells, routes) -> line(all, String.join("<br>", routes), cells));
        return all.toString();
    }

    private List<String> cells(Row row, Subject subject, List<String> states) {
        Map<Who, String> unknown = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        if (states.contains("unknown")) {
            cells.put("unknown", cell(answers(row, subject, "unknown", unknown)));
        }
        states.forEach(state -> cells.computeIfAbsent(state, other -> cell(answers(row, subject, state, unknown))));
        return states.stream().map(cells::get).toList();
    }

    private String matrix() {
        List<Subject> subjects = new ArrayList<>(
                List.of(world.contributions(), world.processes(), world.drafts(), world.amendments(), world.groups()));
        subjects.addAll(bodies.build(world));
        String about = subjects.stream().map(Subject::about).collect(Collectors.joining("|"));
        subjects.add(new Subject(
                "Everything else",
                "What is about nothing in particular, or about who asks.",
                "(?!" + about + ").*",
                Map.of("answer", Map.of(":receipt", world.receipt())),
                Map.of()));
        return subjects.stream().map(this::table).collect(Collectors.joining());
    }

    private String actsByPhase() {
        StringBuilder all = new StringBuilder();
        head(
                all,
                "Acts by the state of the phase",
                "What somebody gets who really does it: 200 and 201 where it is done, 409 where the phase does not take it.",
                "act",
                PermissionWorld.PHASES);
        for (PermissionWorld.Act act : PermissionWorld.Act.values()) {
            line(
                    all,
                    act.words(),
                    PermissionWorld.PHASES.stream()
                            .map(phase -> cell(world.acts(act, phase)))
                            .toList());
        }
        return all.toString();
    }

    @Test
    @ActivateRequestContext
    void theDocumentSaysWhatTheApplicationAnswers() throws IOException {
        String acts = actsByPhase();
        if (!database.equals("h2")) {
            // the rights are the same code: there what is really done is enough
            assertTrue(Files.readString(DOCUMENT).endsWith(acts), acts);
            return;
        }
        String matrix = matrix() + acts;
        String document = Files.readString(DOCUMENT);
        int mark = document.indexOf(MARK) + MARK.length();
        assertTrue(mark >= MARK.length(), "the mark is gone");
        if ("write".equals(System.getProperty("ronda.matrix"))) {
            Files.writeString(DOCUMENT, document.substring(0, mark) + matrix);
        } else {
            assertEquals(
                    matrix,
                    document.substring(mark),
                    "run it with -Dronda.matrix=write, and read what changed before it is committed");
        }
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
        String prose = document.substring(0, mark);
        assertEquals(
                List.of(),
                Arrays.stream(Who.values())
                        .filter(who -> !prose.contains("| " + who.letters() + " |"))
                        .toList(),
                "roles that the document does not explain");
    }
}
