package org.ronda.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ronda.Signed;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.identity.ResponderInput;
import org.ronda.identity.Responding;
import org.ronda.kernel.Forms;
import org.ronda.kernel.FreshLimits;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Moderation;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposing;

/** A process of its own with somebody in every role, phases in every state, and contributions in every state. */
@ApplicationScoped
class PermissionWorld {
    static final List<String> PHASES = List.of("announced", "open", "moderated first", "suspended", "ended");

    /** Everybody there is, and how the table calls them. */
    enum Who {
        VISITOR("V"),
        RESIDENT("R"),
        BLOCKED("B"),
        AUTHOR("A"),
        REPRESENTATIVE("O"),
        FACILITATOR("F"),
        EVALUATOR("E"),
        MONITORING_BODY("MB"),
        OFFICE_RESPONDER("OR"),
        MODERATOR("M"),
        PROCESS_ADMINISTRATOR("PA"),
        MODERATOR_ELSEWHERE("ME"),
        PLATFORM_ADMINISTRATOR("P");

        private final String letters;

        Who(String letters) {
            this.letters = letters;
        }

        String letters() {
            return letters;
        }
    }

    /** What people do, as they do it. */
    enum Act {
        PROPOSE("send a proposal"),
        COMMENT("comment on the phase"),
        SUPPORT("support a proposal"),
        UNSUPPORT("take that support back"),
        REPORT("report a proposal"),
        CHANGE("change a proposal"),
        WITHDRAW("withdraw a proposal"),
        HIDE("hide a proposal");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Inject
    ProcessSetup setup;

    @Inject
    Responding responding;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    Proposing proposing;

    private final Map<Who, Newcomer> people = new EnumMap<>(Who.class);
    private final Map<String, Phase> phases = new HashMap<>();
    private final Map<String, Map<String, String>> contributions = new HashMap<>();
    private final Map<String, Map<String, String>> processes = new HashMap<>();
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Signed platform;
    private Process process;
    private Organisation organisation;
    private long elsewhere;

    private Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    private long id(Who who) {
        return people.get(who).id();
    }

    RequestSpecification as(Who who) {
        return switch (who) {
            case VISITOR -> Signed.browser();
            case PLATFORM_ADMINISTRATOR -> platform.request();
            default -> people.get(who).request();
        };
    }

    void build() {
        platform = Signed.in("administracion");
        for (Who who : Who.values()) {
            if (who != Who.VISITOR && who != Who.PLATFORM_ADMINISTRATOR) {
                people.put(who, Newcomer.admitted());
            }
        }
        long admin = id(Who.PROCESS_ADMINISTRATOR);
        process = Now.during(ago(40), () -> process("prueba-permisos-", admin));
        phase("announced", today.plus(Duration.ofDays(5)), today.plus(Duration.ofDays(9)), Moderation.POST);
        phase("open", ago(2), today.plus(Duration.ofDays(3)), Moderation.POST);
        phase("moderated first", ago(2), today.plus(Duration.ofDays(3)), Moderation.PRE);
        phase("suspended", ago(20), today.plus(Duration.ofDays(3)), Moderation.POST);
        phase("ended", ago(20), ago(10), Moderation.POST);
        Now.during(ago(39), () -> {
            setup.publish(process.id(), "Es una prueba", admin);
            return true;
        });
        setup.appoint(process.id(), id(Who.FACILITATOR), Role.FACILITATOR, admin);
        setup.appoint(process.id(), id(Who.EVALUATOR), Role.EVALUATOR, admin);
        setup.appoint(process.id(), id(Who.MODERATOR), Role.MODERATOR, admin);
        setup.appoint(process.id(), id(Who.MONITORING_BODY), Role.MONITORING_BODY, admin);
        Process other = process("prueba-otra-", admin);
        QuarkusTransaction.requiringNew().run(() -> {
            ProcessRole role =
                    new ProcessRole(id(Who.MODERATOR_ELSEWHERE), other.id(), Role.MODERATOR, today.minusSeconds(60));
            role.persist();
            elsewhere = role.id();
        });
        Process draft = process("prueba-borrador-", admin);
        Phase unseen = setup.add(
                draft.id(),
                Phase.Kind.PROPOSALS,
                words(),
                words(),
                contract(today.plus(Duration.ofDays(20)), today.plus(Duration.ofDays(30)), Moderation.POST),
                null,
                admin);
        organise();
        suspend();
        respond();
        processes.put(
                "public",
                Map.of(
                        "tu-distrito",
                        process.slug(),
                        ":phase",
                        phases.get("open").code()));
        processes.put("unpublished", Map.of("tu-distrito", draft.slug(), ":phase", unseen.code()));
        processes.put("unknown", Map.of("tu-distrito", "no-hay-tal", ":phase", "F-00000000"));
        contribute();
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(id(Who.BLOCKED))
                        .block(today.plus(Duration.ofDays(1)), "Para probar."));
    }

    void takeDown() {
        QuarkusTransaction.requiringNew().run(() -> ProcessRole.deleteById(elsewhere));
    }

    private Process process(String slug, long admin) {
        long office = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>find("validTo is null order by id")
                        .firstResult()
                        .id());
        return setup.create(
                slug + UUID.randomUUID().toString().substring(0, 8),
                new Process.Description(
                        words(),
                        words(),
                        words(),
                        words(),
                        Translated.EMPTY,
                        Scope.office(office),
                        Influence.CONSULT,
                        List.of(Language.ES),
                        ZoneId.of("America/Argentina/Cordoba")),
                admin);
    }

    private static Translated words() {
        return Translated.of(Language.ES, "Una prueba de permisos");
    }

    private static Contract contract(Instant opens, Instant ends, Moderation when) {
        return Contract.between(opens, ends)
                .moderated(when)
                .answering(Contract.Answers.by(ends.plus(Duration.ofDays(30))))
                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT));
    }

    private void phase(String name, Instant opens, Instant ends, Moderation when) {
        phases.put(
                name,
                Now.during(
                        ago(40),
                        () -> setup.add(
                                process.id(),
                                Phase.Kind.PROPOSALS,
                                words(),
                                words(),
                                contract(opens, ends, when),
                                null,
                                id(Who.PROCESS_ADMINISTRATOR))));
    }

    /** For the office that decides in the process. */
    private void respond() {
        String office = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findById(
                                process.decisionBody().orElseThrow().id())
                        .code());
        responding.give(
                office,
                new ResponderInput(people.get(Who.OFFICE_RESPONDER).code(), "directora", "", ""),
                id(Who.PROCESS_ADMINISTRATOR));
    }

    /** Two speak for it, and both have to say so. */
    private void organise() {
        organisation = applying.apply(
                new ApplicationInput("Permisos " + UUID.randomUUID(), "Somos dos.", "", "acá", "", "vocal"),
                id(Who.AUTHOR));
        applying.accept(organisation.code(), "Son dos.", id(Who.AUTHOR));
        String mandate = mandating
                .give(
                        organisation.code(),
                        new MandateInput(people.get(Who.REPRESENTATIVE).code(), "vocal", "", "", "", ""),
                        id(Who.AUTHOR))
                .code();
        mandating.accept(mandate, id(Who.REPRESENTATIVE));
        as(Who.AUTHOR)
                .formParam("statement", "Somos dos.")
                .formParam("contact", "acá")
                .formParam("twoPerson", "true")
                .formParam("nonce", Forms.nonce())
                .post(organisation.address() + "/edit")
                .then()
                .statusCode(303);
    }

    private void contribute() {
        contributions.put("public", both(propose("open", ""), null));
        contributions.put("held", both(propose("moderated first", ""), comment("moderated first", "")));
        contributions.put("hidden", both(propose("open", ""), comment("open", "")));
        contributions.put("withdrawn", both(propose("open", ""), comment("open", "")));
        contributions.put(
                "unconfirmed", both(propose("open", organisation.code()), comment("open", organisation.code())));
        contributions.put("unknown", both("P-00000000", "K-00000000"));
        contributions.get("public").put(":comment", comment("open", ""));
        Map<String, String> draft = both(draft(), null);
        draft.put(":draft", draft.get(":proposal"));
        contributions.put("draft", draft);
        contributions.get("unknown").put(":draft", "P-00000000");
        contributions.get("hidden").values().forEach(this::hide);
        as(Who.AUTHOR)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/proposals/" + contributions.get("withdrawn").get(":proposal") + "/withdrawal")
                .then()
                .statusCode(200);
        as(Who.AUTHOR)
                .delete("/api/v1/comments/" + contributions.get("withdrawn").get(":comment"))
                .then()
                .statusCode(200);
    }

    private Map<String, String> both(String proposal, String comment) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("tu-distrito", process.slug());
        both.put(":phase", phases.get("open").code());
        both.put(":draft", null);
        both.put(":proposal", proposal);
        both.put(":comment", comment);
        return both;
    }

    private String propose(String phase, String organisationCode) {
        Response sent = proposal(Who.AUTHOR, phase, organisationCode);
        sent.then().statusCode(201);
        return sent.path("code");
    }

    private Response proposal(Who who, String phase, String organisationCode) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of(
                        "process",
                        process.slug(),
                        "phase",
                        phases.get(phase).code(),
                        "title",
                        "Para mirar quién llega",
                        "problem",
                        "Un problema.",
                        "solution",
                        "Una solución.",
                        "organisation",
                        organisationCode))
                .post("/api/v1/proposals");
    }

    private String comment(String phase, String organisationCode) {
        Response said = remark(Who.AUTHOR, phase, organisationCode);
        said.then().statusCode(201);
        return said.path("code");
    }

    private Response remark(Who who, String phase, String organisationCode) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of("body", "Para mirar quién llega.", "organisation", organisationCode))
                .post("/api/v1/phases/" + phases.get(phase).code() + "/comments");
    }

    private String draft() {
        return as(Who.AUTHOR)
                .formParam("nonce", Forms.nonce())
                .formParam("title", "Un borrador")
                .formParam("phase", phases.get("open").code())
                .post(process.address() + "/proposals")
                .header("Location")
                .replaceAll(".*/proposals/([^/]+)/edit", "$1");
    }

    private void hide(String code) {
        if (code != null && code.matches("[PK]-.*")) {
            hide(Who.MODERATOR, code).then().statusCode(201);
        }
    }

    private Response hide(Who who, String code) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of(
                        "contribution", code,
                        "act", "hide",
                        "rule", "respect",
                        "reason", "Para mirar quién llega",
                        "version", version(code)))
                .post("/api/v1/decisions");
    }

    private String version(String code) {
        return as(Who.MODERATOR)
                .get("/api/v1/desk/" + process.slug() + "/" + code)
                .path("version")
                .toString();
    }

    Map<String, Map<String, String>> contributions() {
        return contributions;
    }

    Map<String, Map<String, String>> processes() {
        return processes;
    }

    /** What everybody gets who does it in that phase; nothing where there is nothing to do it to. */
    Map<Who, Integer> acts(Act act, String phase) {
        boolean isAboutProposal = act != Act.PROPOSE && act != Act.COMMENT;
        if (isAboutProposal && (phase.equals("announced") || phase.equals("moderated first"))) {
            return null;
        }
        Map<Who, Integer> answers = new LinkedHashMap<>();
        String proposal = isAboutProposal ? published(phase) : null;
        for (Who who : Who.values()) {
            FreshLimits.forEverybody();
            answers.put(who, act(who, act, phase, proposal));
            boolean isDone = answers.get(who) == 200 || answers.get(who) == 201;
            if (isDone && (act == Act.WITHDRAW || act == Act.HIDE)) {
                proposal = published(phase);
            }
        }
        return answers;
    }

    private int act(Who who, Act act, String phase, String proposal) {
        String address = "/api/v1/proposals/" + proposal;
        RequestSpecification request = as(who).contentType(ContentType.JSON);
        Response answer = switch (act) {
            case PROPOSE -> proposal(who, phase, "");
            case COMMENT -> remark(who, phase, "");
            case SUPPORT -> request.body(Map.of("meaning", meaning(proposal))).put(address + "/support");
            case UNSUPPORT -> {
                supportBefore(who, phase, proposal);
                yield request.delete(address + "/support");
            }
            case REPORT ->
                request.body(Map.of("rule", "other", "reason", "Para probar"))
                        .post("/api/v1/contributions/" + proposal + "/reports");
            case CHANGE ->
                request.header("If-Match", etag(proposal))
                        .body(Map.of(
                                "title",
                                "Para mirar quién llega",
                                "problem",
                                "Otro problema " + UUID.randomUUID(),
                                "solution",
                                "Una solución.",
                                "change",
                                "correction"))
                        .put(address);
            case WITHDRAW -> request.body("{}").post(address + "/withdrawal");
            case HIDE -> hide(who, proposal);
        };
        return answer.statusCode();
    }

    private void supportBefore(Who who, String phase, String proposal) {
        if (phase.equals("open") && who != Who.VISITOR) {
            as(who).contentType(ContentType.JSON)
                    .body(Map.of("meaning", meaning(proposal)))
                    .put("/api/v1/proposals/" + proposal + "/support");
        }
    }

    private static int meaning(String proposal) {
        return Signed.browser().get("/api/v1/proposals/" + proposal).path("meaning");
    }

    private static String etag(String proposal) {
        return Signed.browser().get("/api/v1/proposals/" + proposal).header("ETag");
    }

    /** One that was published while that phase was open. */
    private String published(String phase) {
        if (phase.equals("open")) {
            return propose("open", "");
        }
        Participant author = people.get(Who.AUTHOR).row();
        return Now.during(
                ago(15),
                () -> proposing
                        .publish(
                                phases.get(phase),
                                "Lo de entonces " + UUID.randomUUID(),
                                "Un problema.",
                                "Una solución.",
                                List.of(),
                                "",
                                "",
                                author)
                        .code());
    }

    private void suspend() {
        Now.during(
                ago(12),
                () -> setup.change(
                        phases.get("suspended").id(),
                        1,
                        contract(ago(20), today.plus(Duration.ofDays(3)), Moderation.POST)
                                .suspended(true),
                        "Para probar",
                        id(Who.PROCESS_ADMINISTRATOR)));
    }
}
