package org.ronda.web;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import java.util.Set;
import java.util.UUID;
import org.ronda.Signed;
import org.ronda.commitment.Adopting;
import org.ronda.commitment.Amending;
import org.ronda.commitment.ClauseText;
import org.ronda.commitment.Drafting;
import org.ronda.commitment.Releasing;
import org.ronda.contribution.GroupInput;
import org.ronda.contribution.Grouping;
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
import org.ronda.process.Attesting;
import org.ronda.process.CodeLists;
import org.ronda.process.Contract;
import org.ronda.process.Eligibility;
import org.ronda.process.Equipping;
import org.ronda.process.Influence;
import org.ronda.process.Moderation;
import org.ronda.process.NewsInput;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;
import org.ronda.proposal.Proposing;
import org.ronda.proposal.TopicLists;

/** A process of its own with somebody in every role, phases in every state, and contributions in every state. */
@ApplicationScoped
class PermissionWorld {
    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF".getBytes(StandardCharsets.US_ASCII);

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

    /**
     * What routes are about.
     *
     * @param about the addresses of those routes
     * @param states in which state what stands in their addresses; the last one is that of what is not there
     * @param reachedBy who may know of what is not public, by its state
     */
    record Subject(
            String title,
            String lead,
            String about,
            Map<String, Map<String, String>> states,
            Map<String, Set<Who>> reachedBy) {}

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

    @Inject
    TopicLists topicLists;

    @Inject
    Equipping equipping;

    @Inject
    CodeLists codeLists;

    @Inject
    Attesting attesting;

    @Inject
    Amending amending;

    @Inject
    Adopting adopting;

    @Inject
    Grouping grouping;

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    private final Map<Who, Newcomer> people = new EnumMap<>(Who.class);
    private final Map<String, Phase> phases = new HashMap<>();
    private final Map<String, Map<String, String>> contributions = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> processes = new LinkedHashMap<>();
    private final Map<String, String> decisions = new HashMap<>();
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private Signed platform;
    private Process process;
    private Organisation organisation;
    private Newcomer stranger;
    private String receipt;

    Instant ago(int days) {
        return today.minus(Duration.ofDays(days));
    }

    long id(Who who) {
        return people.get(who).id();
    }

    String code(Who who) {
        return people.get(who).code();
    }

    /** Somebody who does elsewhere what the others do here, and is never asked about. */
    Newcomer stranger() {
        return stranger;
    }

    Organisation organisation() {
        return organisation;
    }

    RequestSpecification as(Who who) {
        return switch (who) {
            case VISITOR -> Signed.browser();
            case PLATFORM_ADMINISTRATOR -> platform.request();
            default -> people.get(who).request();
        };
    }

    /** The value of their session's cookie; nothing for a visitor. */
    String session(Who who) {
        return switch (who) {
            case VISITOR -> null;
            case PLATFORM_ADMINISTRATOR -> platform.session();
            default -> people.get(who).session();
        };
    }

    private RequestSpecification as(long admin) {
        return admin == stranger.id() ? stranger.request() : as(Who.PROCESS_ADMINISTRATOR);
    }

    private Response make(long admin, String address, Map<String, String> body) {
        Response made = as(admin).contentType(ContentType.JSON).body(body).post(address);
        made.then().statusCode(201);
        return made;
    }

    void build() {
        platform = Signed.in("administracion");
        for (Who who : Who.values()) {
            if (who != Who.VISITOR && who != Who.PLATFORM_ADMINISTRATOR) {
                people.put(who, Newcomer.admitted());
            }
        }
        stranger = Newcomer.admitted();
        long admin = id(Who.PROCESS_ADMINISTRATOR);
        process = Now.during(ago(40), () -> process("prueba-permisos-", Eligibility.NONE, admin));
        phase("announced", today.plus(Duration.ofDays(5)), today.plus(Duration.ofDays(9)), Moderation.POST);
        phase("open", ago(2), today.plus(Duration.ofDays(3)), Moderation.POST);
        phase("moderated first", ago(2), today.plus(Duration.ofDays(3)), Moderation.PRE);
        phase("suspended", ago(20), today.plus(Duration.ofDays(3)), Moderation.POST);
        phase("ended", ago(20), ago(10), Moderation.POST);
        Phase entries = phase(process, Phase.Kind.TOPICS, ago(2), admin);
        phase(process, Phase.Kind.DRAFT_COMMENT, ago(2), admin);
        Now.during(ago(39), () -> {
            setup.publish(process.id(), "Es una prueba", admin);
            return true;
        });
        staff(process, admin);
        organise();
        suspend();
        respond();
        processes.put("public", place(process, phases.get("open"), entries, ago(2), admin));
        processes.get("public").put(":topic", topic(entries));
        processes.put("unpublished", place("prueba-borrador-", today.plus(Duration.ofDays(20)), admin));
        processes.put("archived", place("prueba-archivo-", ago(30), admin));
        processes.put("elsewhere", place("prueba-otra-", ago(2), stranger.id()));
        processes.put(
                "unknown",
                Map.of(
                        "tu-distrito",
                        "no-hay-tal",
                        "plan-gobierno-abierto",
                        "no-hay-tal",
                        "plan-climatico",
                        "no-hay-tal",
                        "nombre-de-la-plaza",
                        "no-hay-tal",
                        ":phase",
                        "F-00000000",
                        ":entries",
                        "F-00000000",
                        ":topic",
                        "T-00000000",
                        ":codes",
                        "L-00000000",
                        ":file/x",
                        "D-00000000/ordenanza.pdf"));
        contribute();
        QuarkusTransaction.requiringNew()
                .run(() -> Participant.<Participant>findById(id(Who.BLOCKED))
                        .block(today.plus(Duration.ofDays(1)), "Para probar."));
    }

    /** Everybody who works in a process of theirs; where strangers work, the moderator from elsewhere does. */
    private void staff(Process here, long admin) {
        if (admin == stranger.id()) {
            setup.appoint(here.id(), id(Who.MODERATOR_ELSEWHERE), Role.MODERATOR, admin);
            return;
        }
        setup.appoint(here.id(), id(Who.FACILITATOR), Role.FACILITATOR, admin);
        setup.appoint(here.id(), id(Who.EVALUATOR), Role.EVALUATOR, admin);
        setup.appoint(here.id(), id(Who.MODERATOR), Role.MODERATOR, admin);
        setup.appoint(here.id(), id(Who.MONITORING_BODY), Role.MONITORING_BODY, admin);
    }

    /** A process whose phases open then; what would end in the past is archived, what would open later unpublished. */
    private Map<String, String> place(String slug, Instant opens, long admin) {
        Process here = Now.during(ago(40), () -> process(slug, Eligibility.NONE, admin));
        Phase phase = phase(here, Phase.Kind.PROPOSALS, opens, admin);
        Phase entries = phase(here, Phase.Kind.TOPICS, opens, admin);
        phase(here, Phase.Kind.DRAFT_COMMENT, opens, admin);
        finish(here, opens, admin);
        Map<String, String> gaps = place(here, phase, entries, opens, admin);
        archive(here, opens, admin);
        return gaps;
    }

    /** With two processes beside it: one asks for codes, and one to be seen in person. */
    private Map<String, String> place(Process here, Phase phase, Phase entries, Instant opens, long admin) {
        Map<String, String> gaps = new LinkedHashMap<>();
        gaps.put("tu-distrito", here.slug());
        gaps.put("plan-gobierno-abierto", here.slug());
        gaps.put(":phase", phase.code());
        gaps.put(":entries", entries.code());
        gaps.put(":topic", null);
        String at = "/api/v1/setup/" + here.slug() + "/with/";
        gaps.put(
                "with/topics/0",
                "with/topics/"
                        + make(admin, at + "topics", Map.of("titleEs", "Uno", "reason", "Falta"))
                                .path("code"));
        gaps.put("with/roles/0", "with/roles/" + as(admin).get(at + "roles").path("items[0].id"));
        Response reading = as(admin)
                .multiPart("titleEs", "Una ordenanza")
                .multiPart("reason", "Falta")
                .multiPart("file", "ordenanza.pdf", PDF)
                .post(at + "reading/files");
        reading.then().statusCode(201);
        gaps.put(
                "with/reading/0",
                "with/reading/" + as(admin).get(at + "reading").path("items[0].id"));
        gaps.put(
                ":file/x",
                as(admin).get(at + "reading").<String>path("items[0].address").replace("/files/", ""));
        Process codes = beside(Eligibility.CODES, opens, admin);
        gaps.put("nombre-de-la-plaza", codes.slug());
        String list = codeLists.upload(codes.id(), "7777-8888-9999\n".getBytes(StandardCharsets.UTF_8), admin);
        gaps.put(":codes", list);
        codeLists.confirm(codes.id(), list, "Para probar", admin);
        Process seen = beside(Eligibility.IN_PERSON, opens, admin);
        gaps.put("plan-climatico", seen.slug());
        if (opens.isBefore(today)) {
            gaps.put(":news", equipping.announce(here.id(), news(), admin));
            gaps.put(
                    "attestations/0",
                    "attestations/"
                            + attesting
                                    .attest(seen.id(), code(Who.RESIDENT), true, null, admin)
                                    .code());
        }
        archive(codes, opens, admin);
        archive(seen, opens, admin);
        return gaps;
    }

    private Process beside(Eligibility asked, Instant opens, long admin) {
        Process beside = Now.during(ago(40), () -> process("prueba-al-lado-", asked, admin));
        phase(beside, Phase.Kind.PROPOSALS, opens, admin);
        finish(beside, opens, admin);
        return beside;
    }

    private void finish(Process here, Instant opens, long admin) {
        if (opens.isBefore(today)) {
            Now.during(ago(39), () -> {
                setup.publish(here.id(), "Es una prueba", admin);
                return true;
            });
            staff(here, admin);
        }
    }

    private void archive(Process here, Instant opens, long admin) {
        if (opens.isBefore(ago(20))) {
            setup.archive(here.id(), "Ya terminó", admin);
        }
    }

    private static NewsInput news() {
        return new NewsInput("Una novedad", "Para probar.", "", "", "", "", "", null);
    }

    /** Drawn from an entry of that phase, and not public yet. */
    private String topic(Phase entries) {
        Participant author = people.get(Who.AUTHOR).row();
        String entry = Now.during(
                ago(1),
                () -> proposing
                        .publish(entries, "Que haya sombra", "Porque hace falta.", "", List.of(), "", "", author)
                        .code());
        return topicLists.gather(entries.id(), "", words(), List.of(entry), id(Who.MODERATOR));
    }

    private Process process(String slug, Eligibility asked, long admin) {
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
                                ZoneId.of("America/Argentina/Cordoba"))
                        .asking(asked),
                admin);
    }

    private static Translated words() {
        return Translated.of(Language.ES, "Una prueba de permisos");
    }

    private static Contract contract(Instant opens, Instant ends, Moderation when) {
        return Contract.between(opens, ends)
                .moderated(when)
                .answering(Contract.Answers.by(ends.plus(Duration.ofDays(30))))
                .allowing(EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT, Action.AMEND));
    }

    private void phase(String name, Instant opens, Instant ends, Moderation when) {
        phases.put(
                name, phase(process, Phase.Kind.PROPOSALS, contract(opens, ends, when), id(Who.PROCESS_ADMINISTRATOR)));
    }

    /** Open for five days, or twenty where it is over. */
    private Phase phase(Process of, Phase.Kind kind, Instant opens, long admin) {
        Duration lasts = Duration.ofDays(opens.isBefore(ago(20)) ? 20 : 5);
        return phase(of, kind, contract(opens, opens.plus(lasts), Moderation.POST), admin);
    }

    private Phase phase(Process of, Phase.Kind kind, Contract contract, long admin) {
        return Now.during(ago(40), () -> setup.add(of.id(), kind, words(), words(), contract, null, admin));
    }

    /** For the office that decides in the process. */
    private void respond() {
        String office = QuarkusTransaction.requiringNew()
                .call(() -> Office.<Office>findById(
                                process.decisionBody().orElseThrow().id())
                        .code());
        responding.give(
                office,
                new ResponderInput(code(Who.OFFICE_RESPONDER), "directora", "", ""),
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
                        new MandateInput(code(Who.REPRESENTATIVE), "vocal", "", "", "", ""),
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
        contributions.put("public", both(propose("open", ""), comment("open", "")));
        String draft = draft();
        contributions.put("draft", both(draft, null));
        contributions.get("draft").put(":draft", draft);
        contributions.put("held", both(propose("moderated first", ""), comment("moderated first", "")));
        contributions.put("hidden", both(propose("open", ""), comment("open", "")));
        contributions.put("withdrawn", both(propose("open", ""), comment("open", "")));
        contributions.put(
                "unconfirmed", both(propose("open", organisation.code()), comment("open", organisation.code())));
        List.of("public", "hidden", "withdrawn", "unconfirmed").forEach(state -> attach(contributions.get(state)));
        attached(contributions.get("draft"));
        contributions.get("held").put(":file/x", null);
        contributions.put("elsewhere", elsewhere());
        contributions.put("unknown", both("P-00000000", "K-00000000"));
        contributions.get("unknown").put(":draft", "P-00000000");
        contributions.get("unknown").put(":file/x", "D-00000000/ordenanza.pdf");
        decisions.put(
                "here",
                hidden(
                        Who.MODERATOR,
                        process.slug(),
                        contributions.get("hidden").get(":proposal")));
        hidden(Who.MODERATOR, process.slug(), contributions.get("hidden").get(":comment"));
        Map<String, String> theirs = elsewhere();
        decisions.put("elsewhere", hidden(Who.MODERATOR_ELSEWHERE, theirs.get("tu-distrito"), theirs.get(":proposal")));
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

    /** Where strangers work. */
    private Map<String, String> elsewhere() {
        String slug = processes.get("elsewhere").get("tu-distrito");
        String phase = processes.get("elsewhere").get(":phase");
        Response sent = proposal(Who.AUTHOR, slug, phase, "");
        sent.then().statusCode(201);
        Response said = remark(Who.AUTHOR, phase, "");
        said.then().statusCode(201);
        Map<String, String> elsewhere = both(sent.path("code"), said.path("code"));
        elsewhere.put("tu-distrito", slug);
        elsewhere.put(":phase", phase);
        attach(elsewhere);
        return elsewhere;
    }

    private void attach(Map<String, String> to) {
        as(Who.AUTHOR)
                .multiPart("file", "plano.pdf", PDF)
                .multiPart("caption", "El plano")
                .post("/api/v1/proposals/" + to.get(":proposal") + "/files")
                .then()
                .statusCode(201);
        attached(to);
    }

    private void attached(Map<String, String> to) {
        JsonPath attached = as(Who.AUTHOR)
                .get("/api/v1/proposals/" + to.get(":proposal") + "/files")
                .jsonPath();
        to.put(":file/x", attached.getString("[0].address").replace("/files/", ""));
        to.put("files/0", "files/" + attached.getString("[0].code"));
    }

    private String propose(String phase, String organisationCode) {
        Response sent = proposal(Who.AUTHOR, phase, organisationCode);
        sent.then().statusCode(201);
        receipt = receipt == null ? sent.path("receipt") : receipt;
        return sent.path("code");
    }

    private Response proposal(Who who, String phase, String organisationCode) {
        return proposal(who, process.slug(), phases.get(phase).code(), organisationCode);
    }

    private Response proposal(Who who, String slug, String phase, String organisationCode) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of(
                        "process",
                        slug,
                        "phase",
                        phase,
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
        Response said = remark(Who.AUTHOR, phases.get(phase).code(), organisationCode);
        said.then().statusCode(201);
        return said.path("code");
    }

    private Response remark(Who who, String phase, String organisationCode) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of("body", "Para mirar quién llega.", "organisation", organisationCode))
                .post("/api/v1/phases/" + phase + "/comments");
    }

    private String draft() {
        return as(Who.AUTHOR)
                .multiPart("nonce", Forms.nonce())
                .multiPart("title", "Un borrador")
                .multiPart("phase", phases.get("open").code())
                .multiPart("file", "plano.pdf", PDF)
                .multiPart("caption", "El plano")
                .post(process.address() + "/proposals")
                .header("Location")
                .replaceAll(".*/proposals/([^/]+)/edit", "$1");
    }

    /** The code of the decision. */
    private String hidden(Who moderator, String slug, String code) {
        Response hidden = hide(moderator, moderator, slug, code);
        hidden.then().statusCode(201);
        return hidden.path("code");
    }

    /** @param sees who looks up what the decision has to name */
    private Response hide(Who who, Who sees, String slug, String code) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of(
                        "contribution", code,
                        "act", "hide",
                        "rule", "respect",
                        "reason", "Para mirar quién llega",
                        "version",
                                as(sees).get("/api/v1/desk/" + slug + "/" + code)
                                        .path("version")
                                        .toString()))
                .post("/api/v1/decisions");
    }

    String decision(String where) {
        return decisions.get(where);
    }

    /** That of a proposal. */
    String receipt() {
        return receipt;
    }

    Subject contributions() {
        return new Subject(
                "Contributions",
                "“Public” to “unconfirmed” are in the process where everybody works; “elsewhere” is public in one where"
                        + " others do, among them the moderator from elsewhere.",
                ".*:(proposal|comment|draft|file)\\b.*",
                contributions,
                Map.of(
                        "draft",
                        Set.of(Who.AUTHOR),
                        "held",
                        Set.of(Who.AUTHOR, Who.MODERATOR),
                        "unconfirmed",
                        Set.of(Who.AUTHOR, Who.REPRESENTATIVE)));
    }

    Subject processes() {
        return new Subject(
                "Processes",
                "The same about a process and what belongs to it: its phases and rounds, news, topics, files, lists of codes, and who"
                        + " was seen in person.",
                "(?!.*:(proposal|comment|draft)\\b).*(tu-distrito|plan-climatico|plan-gobierno-abierto|nombre-de-la-plaza|:phase\\b|:file\\b).*",
                processes,
                Map.of("unpublished", Set.of(Who.PROCESS_ADMINISTRATOR)));
    }

    /** Drafts whose next version is being written; where strangers work, by the moderator from elsewhere. */
    Subject drafts() {
        Map<String, Map<String, String>> drafts = new LinkedHashMap<>();
        drafts.put("public", Map.of(":commitment", drafted(process, id(Who.MODERATOR), true)));
        drafts.put("never public", Map.of(":commitment", drafted(process, id(Who.MODERATOR), false)));
        Process other = QuarkusTransaction.requiringNew()
                .call(() -> Process.<Process>find(
                                "slug", processes.get("elsewhere").get("tu-distrito"))
                        .firstResult());
        drafts.put("elsewhere", Map.of(":commitment", drafted(other, id(Who.MODERATOR_ELSEWHERE), true)));
        drafts.put("unknown", Map.of(":commitment", "C-00000000"));
        return new Subject(
                "Draft commitments",
                "“Public” has a version that everybody reads, and the next one is being written; of “never public” the first"
                        + " one is.",
                ".*:commitment\\b.*",
                drafts,
                Map.of("never public", Set.of(Who.MODERATOR, Who.PROCESS_ADMINISTRATOR)));
    }

    /** Changes of a draft that the author proposes, in a round that is open. */
    Subject amendments() {
        long moderator = id(Who.MODERATOR);
        String draft = drafted(process, moderator, true);
        Map<String, Map<String, String>> amendments = new LinkedHashMap<>();
        amendments.put("open", Map.of(":amendment", amended(draft, "Una.")));
        String withdrawn = amended(draft, "Dos.");
        amending.withdraw(withdrawn, participant(Who.AUTHOR));
        amendments.put("withdrawn", Map.of(":amendment", withdrawn));
        String decided = amended(draft, "Tres.");
        adopting.decide(decided, "not_taken", "", "", "Para probar.", null, moderator);
        amendments.put("recommended", Map.of(":amendment", decided));
        amendments.put("unknown", Map.of(":amendment", "E-00000000"));
        return new Subject(
                "Changes of drafts",
                "All are the author’s, in a round that is open; about “recommended” the team has recommended something.",
                ".*:amendment\\b.*",
                amendments,
                Map.of());
    }

    private Participant participant(Who who) {
        return QuarkusTransaction.requiringNew().call(() -> Participant.findById(id(who)));
    }

    private String amended(String draft, String words) {
        return amending.propose(draft, "problem", "replace", "", words, "Para probar.", participant(Who.AUTHOR))
                .code();
    }

    /** Groups with a proposal of the author's; where strangers work, by the moderator from elsewhere. */
    Subject groups() {
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        groups.put("public", grouped(process, id(Who.MODERATOR), propose("open", "")));
        groups.put("dissolved", grouped(process, id(Who.MODERATOR), propose("open", "")));
        grouping.dissolve(groups.get("dissolved").get(":group"), "Para probar", id(Who.MODERATOR));
        Process other = QuarkusTransaction.requiringNew()
                .call(() -> Process.<Process>find(
                                "slug", processes.get("elsewhere").get("tu-distrito"))
                        .firstResult());
        groups.put(
                "elsewhere",
                grouped(other, id(Who.MODERATOR_ELSEWHERE), elsewhere().get(":proposal")));
        groups.put("unknown", Map.of(":group", "G-00000000", "members/0", "members/P-00000000"));
        return new Subject(
                "Groups of similar contributions",
                "Each holds a proposal of the author’s; nothing is left in the one that is dissolved.",
                ".*:group\\b.*",
                groups,
                Map.of());
    }

    private Map<String, String> grouped(Process here, long by, String proposal) {
        String code = grouping.make(
                        here.id(),
                        new GroupInput("Un grupo de permisos", "Dicen lo mismo.", "es", "", null),
                        List.of(proposal),
                        by)
                .code();
        return Map.of(":group", code, "members/0", "members/" + proposal);
    }

    private String drafted(Process here, long by, boolean isPublic) {
        String code = drafting.begin(here.id(), "Un borrador", Language.ES, by).code();
        drafting.save(code, "problem", new ClauseText.Wording("", "Algo falta.", ""), 1, by);
        if (isPublic) {
            releasing.publish(code, drafting.seen(code), "", by);
            drafting.beginVersion(code, by);
        }
        return code;
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
            case COMMENT -> remark(who, phases.get(phase).code(), "");
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
            case HIDE -> hide(who, Who.MODERATOR, process.slug(), proposal);
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
