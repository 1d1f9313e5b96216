package org.ronda.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.IOException;
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
import org.ronda.web.PermissionWorld.Who;

/**
 * Asks every route, for every role, about what is public, a draft, held, hidden, withdrawn, waiting for a second person,
 * in an unpublished process, or not there at all; and lets every role act in every state of a phase. What the
 * application answers is docs/roles-and-permissions.md, which has to be the same: {@code -Dronda.matrix=write} writes it.
 *
 * <p>Apart from that table it holds what no table may say otherwise: what somebody does not reach is answered exactly as
 * what is not there, and nobody but those who are named here reaches what is not public.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PermissionsTest {
    private static final Path DOCUMENT = Path.of("docs/roles-and-permissions.md");
    private static final String MARK = "<!-- what follows is written by PermissionsTest -->\n";

    /** Who reaches what is not public; the others are told that it is not there. */
    private static final Map<String, List<Who>> REACHED_BY = Map.of(
            "draft", List.of(Who.AUTHOR),
            "held", List.of(Who.AUTHOR, Who.MODERATOR),
            "unconfirmed", List.of(Who.AUTHOR, Who.REPRESENTATIVE),
            "unpublished", List.of(Who.PROCESS_ADMINISTRATOR));

    private static final List<String> STATES =
            List.of("public", "draft", "held", "hidden", "withdrawn", "unconfirmed", "unknown");

    /** What these do for whom they are meant is done once and changes what the next would be asked about. */
    private static final String DOES_IT = "(DELETE .*|POST .*/(removal|discard|withdrawal|publication|earlier))";

    @Inject
    PermissionWorld world;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    private final List<String> wrong = new ArrayList<>();

    @BeforeEach
    void begin() {
        FreshLimits.forEverybody();
        world.build();
    }

    @AfterEach
    void end() {
        world.takeDown();
        FreshLimits.forEverybody();
    }

    private static Response send(RequestSpecification request, Row row, String address) {
        if (!row.isSafe()) {
            if (row.takesFiles()) {
                request.multiPart("nothing", "");
            } else if (row.isApi()) {
                request.contentType(ContentType.JSON).body("{}");
            } else {
                request.contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                        .formParam("nothing", "");
            }
        }
        return request.urlEncodingEnabled(false).request(row.method(), address);
    }

    /** What a route answers to whom about something in one state. */
    private Map<Who, Integer> answers(Row row, String state, String address, Map<Who, String> unknown) {
        Map<Who, Integer> answers = new LinkedHashMap<>();
        for (Who who : Who.values()) {
            boolean isMeant = who == Who.AUTHOR || who == Who.REPRESENTATIVE || who == Who.PROCESS_ADMINISTRATOR;
            if (isMeant && row.route().matches(DOES_IT) && !state.equals("unknown")) {
                continue;
            }
            FreshLimits.forEverybody();
            Response answer = send(world.as(who), row, address);
            answers.put(who, answer.statusCode());
            String said = answer.statusCode() + " " + bare(answer.asString(), address);
            if (state.equals("unknown")) {
                unknown.put(who, said);
            } else if (REACHED_BY.containsKey(state)
                    && !REACHED_BY.get(state).contains(who)
                    && !said.equals(unknown.get(who))) {
                wrong.add(row.route() + " tells " + who + " of what is " + state + ": " + answer.statusCode() + ", not "
                        + unknown.get(who).substring(0, 3));
            }
        }
        return answers;
    }

    /** Without what is another one each time. */
    private static String bare(String answer, String address) {
        String last = address.replaceAll("[?].*", "");
        String bare = answer;
        for (String part : last.split("/")) {
            if (part.matches("[A-Z]-.*|prueba-.*|no-hay.*")) {
                bare = bare.replace(part, "…");
            }
        }
        for (String part : address.split("[:=&?/]")) {
            if (part.matches("[A-Z]-.*")) {
                bare = bare.replace(part, "…");
            }
        }
        return bare.replaceAll("name=\"nonce\" value=\"[^\"]*\"", "").replaceAll("\\d+ ?<", "<");
    }

    private Map<String, Map<Who, Integer>> byState(
            Row row, List<String> states, Map<String, Map<String, String>> gaps) {
        Map<Who, String> unknown = new LinkedHashMap<>();
        Map<String, Map<Who, Integer>> byState = new TreeMap<>(Comparator.comparing(states::indexOf));
        List<String> unknownFirst = new ArrayList<>(states);
        unknownFirst.sort(Comparator.comparing(state -> !state.equals("unknown")));
        for (String state : unknownFirst) {
            String address = row.address();
            boolean isThere = true;
            for (Map.Entry<String, String> gap : gaps.get(state).entrySet()) {
                isThere &= gap.getValue() != null || !address.contains(gap.getKey());
                address = gap.getValue() == null ? address : address.replace(gap.getKey(), gap.getValue());
            }
            if (isThere) {
                byState.put(state, answers(row, state, address, unknown));
            }
        }
        return byState;
    }

    /** The answer most roles get, and then who gets another one. */
    private static String cell(Map<Who, Integer> answers) {
        if (answers == null) {
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

    private static boolean isAboutContribution(Row row) {
        return row.address().matches(".*:(proposal|comment|draft).*");
    }

    private static boolean isAboutProcess(Row row) {
        return row.address().contains("tu-distrito") && !isAboutContribution(row);
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

    private String matrix() {
        StringBuilder all = new StringBuilder();
        head(
                all,
                "Contributions",
                "What each route answers when nothing useful is sent along: 404 to whom it does not exist, 422, 428, 409"
                        + " or 400 to whoever may write.",
                "route",
                STATES);
        for (Row row : Routes.rows()) {
            if (isAboutContribution(row)) {
                Map<String, Map<Who, Integer>> byState = byState(row, STATES, world.contributions());
                line(
                        all,
                        "`" + row.route() + "`",
                        STATES.stream().map(state -> cell(byState.get(state))).toList());
            }
        }
        List<String> processStates = List.of("public", "unpublished", "unknown");
        head(all, "Processes", "The same about a process, and what belongs to it.", "route", processStates);
        for (Row row : Routes.rows()) {
            if (isAboutProcess(row)) {
                Map<String, Map<Who, Integer>> byState = byState(row, processStates, world.processes());
                line(
                        all,
                        "`" + row.route() + "`",
                        processStates.stream()
                                .map(state -> cell(byState.get(state)))
                                .toList());
            }
        }
        head(
                all,
                "Everything else",
                "As `routes.txt` says and `RoutesTest` asks; “–” where asking would change something. *Second* looks after"
                        + " the platform.",
                "route",
                Routes.WHO);
        for (Row row : Routes.rows()) {
            if (!isAboutContribution(row) && !isAboutProcess(row)) {
                line(
                        all,
                        "`" + row.route() + "`",
                        Routes.WHO.stream()
                                .map(who -> row.statusFor(who).replace("-", "–"))
                                .toList());
            }
        }
        return all.toString();
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
        assertTrue(wrong.isEmpty(), String.join("\n", wrong));
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
        String prose = document.substring(0, mark);
        assertEquals(
                List.of(),
                Arrays.stream(Who.values())
                        .filter(who -> !prose.contains("| " + who.letters() + " |"))
                        .toList(),
                "roles that the document does not explain");
    }
}
