package org.ronda.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ronda.MailServer;
import org.ronda.Routes;

/**
 * Every page of the application, as {@code routes.txt} lists them, and every form that is sent empty: in both themes
 * nothing that the accessibility checker finds, nothing wider than a phone or than letters of twice the size need, a
 * focus to be seen, targets to be hit, one heading, a title of its own. A new route is visited by its row; one that
 * nobody of the table reaches needs a line here.
 */
class EveryPageJourney {
    private static final String PROCESS = "/processes/tu-distrito";
    private static final String PLAN = "/processes/plan-gobierno-abierto";

    /** Two browsers, as the build has two cores. */
    private static final int BROWSERS = 2;

    private static final Map<String, String> NAMES = Map.of(
            "author", "Vera Ejemplo",
            "resident", "Bruno Ejemplo",
            "organisation", "Olga Ejemplo",
            "moderator", "Mora Ejemplo",
            "second", "Ada Ejemplo",
            "responder", "Renata Ejemplo",
            "blocked", "Olga Ejemplo");

    /** What a row of the table does not reach by the address in it. */
    private static final Map<String, Visit> OTHERWISE = otherwise();

    private static Map<String, Visit> otherwise() {
        Map<String, Visit> otherwise = new HashMap<>(Map.of(
                "GET /desk/{slug}/unblocks/{code}", Visit.get("moderator", "/desk/tu-distrito/unblocks/:block"),
                "GET /{api:(api/)?}too-large",
                        Visit.get("visitor", "/too-large").answering(413),
                // the address is signed, and nobody here has got a mail
                "GET /unsubscribe/{token}",
                        Visit.get("visitor", "/unsubscribe/0").answering(404),
                // asks for a draft that changed after somebody commented on it, which there is none of here
                "GET /anchors/{code}", Visit.get("author", "/anchors/:comment").answering(404),
                "GET /offices/{code}/questions", Visit.get("responder", "/offices/:office/questions"),
                "GET /invitations/{token}", Visit.get("visitor", "/invitations/:offer")));
        // who speaks for the organisation of the demonstration is blocked while the pages are visited
        for (String page : List.of("edit", "people", "interests", "end")) {
            String route = " /organisations/{code}/" + page;
            otherwise.put("GET" + route, Visit.get("author", "/organisations/:held/" + page));
            otherwise.put("POST" + route, Visit.send("author", "/organisations/:held/" + page, 422));
        }
        for (String act : List.of("revocation", "holder", "mail")) {
            otherwise.put(
                    "POST /organisations/{code}/people/{mandate}/" + act,
                    Visit.send("author", "/organisations/:held/people/:own/" + act, 422));
        }
        return otherwise;
    }

    /** Led elsewhere, or no page. */
    private static final Set<String> NO_PAGES = Set.of(
            "GET /comments/{code}",
            "GET /sign-in/done",
            "GET /sign-in/start",
            "GET /sign-in/refused",
            "GET /files/{code}/{name}",
            "GET /commitments/{code}/clauses/{key}",
            "GET /commitments/{code}/versions/{n:[0-9]{1,9}}.{format:[a-z]+}",
            "GET /processes/{slug}/follow",
            "GET /proposals/{code}/follow",
            "GET /comments/{code}/follow",
            "GET /amendments/{code}/follow");

    /** Pages again in other states. */
    private static final List<Visit> STATES = List.of(
            Visit.get("visitor", "/nothing-here").answering(404),
            Visit.get("visitor", "/search?q=ciclovia"),
            Visit.get("visitor", "/search?q=zzzzzz"),
            Visit.get("visitor", PROCESS + "/proposals?q=zzzzzz"),
            Visit.get("visitor", PROCESS + "/proposals?order=supported"),
            Visit.get("visitor", PLAN),
            Visit.get("visitor", PLAN + "/phases/:entries"),
            Visit.get("visitor", PLAN + "/proposals"),
            Visit.get("visitor", PLAN + "/rounds/2"),
            Visit.get("visitor", PLAN + "/rounds/2/board?order=newest"),
            Visit.get("moderator", PLAN + "/rounds/2/prepare"),
            Visit.get("moderator", PLAN + "/rounds/1?preview=true"),
            Visit.get("author", "/commitments/:commitment?clause=action&marks=all"),
            Visit.get("visitor", "/processes/plan-climatico"),
            Visit.get("visitor", "/proposals/:entry"),
            Visit.get("author", "/processes/nombre-de-la-plaza/eligibility"),
            Visit.get("author", "/processes/plan-climatico/eligibility"),
            Visit.get("visitor", "/processes/tu-distrito/eligibility"),
            Visit.get("visitor", "/processes/nombre-de-la-plaza"),
            Visit.get("visitor", "/comments?on=process:tu-distrito"),
            Visit.get("visitor", "/organisations?ended=true"),
            Visit.get("visitor", "/commitments/:commitment/sheets?easy=true"),
            Visit.get("visitor", "/offices/:former"),
            Visit.get("responder", "/offices/:office"),
            Visit.get("responder", "/me/for-you"),
            Visit.get("second", "/offices"),
            Visit.get("organisation", "/organisations/:organisation"),
            Visit.get("resident", "/me/mandates"),
            Visit.get("author", "/organisations/:held/people"),
            Visit.get("resident", "/invitations/:offer"),
            Visit.get("second", "/boards/:board"),
            Visit.get("author", "/me/seats"),
            Visit.get("author", "/"),
            Visit.get("author", PROCESS),
            Visit.get("author", PROCESS + "/proposals/new"),
            Visit.get("author", "/proposals/:proposal"),
            Visit.get("resident", "/proposals/:proposal"),
            Visit.get("blocked", "/desk/tu-distrito").answering(403),
            Visit.get("blocked", "/proposals/:proposal"),
            Visit.get("moderator", "/desk/tu-distrito?queue=held"),
            Visit.get("moderator", "/desk/tu-distrito?queue=looks"),
            Visit.get("moderator", "/desk/tu-distrito?queue=hidden"),
            Visit.get("moderator", "/desk/tu-distrito?queue=blocks"),
            Visit.get("moderator", "/desk/tu-distrito?queue=decided"),
            Visit.get("visitor", "/commitments/:commitment?clause=action"),
            Visit.get("visitor", "/commitments/:commitment/amendments/new?clause=action&does=delete"),
            Visit.get("visitor", "/commitments/:commitment/amendments/new?clause=action&does=insert_after"),
            Visit.get("moderator", "/processes/plan-gobierno-abierto/rounds/2/work?draft=:commitment&item=:amendment"),
            Visit.get("moderator", "/groups/:group"),
            Visit.get("moderator", "/groups/:group/members?q=zzzzzz"),
            Visit.get("visitor", "/processes/tu-distrito/groups"),
            Visit.get("moderator", "/setup/new?from=template"),
            Visit.get("moderator", "/setup/new?from=copy"),
            Visit.get("moderator", "/setup/tu-distrito/texts/fr"),
            Visit.get("moderator", "/setup/tu-distrito/phases/:phase/terms?act=suspend"));

    /** An address, who goes there, whether an empty form is sent to it, and what it answers. */
    private record Visit(String who, boolean isSending, String address, int status) {
        static Visit get(String who, String address) {
            return new Visit(who, false, address, 200);
        }

        static Visit send(String who, String address, int status) {
            return new Visit(who, true, address, status);
        }

        Visit answering(int otherStatus) {
            return new Visit(who, isSending, address, otherStatus);
        }

        @Override
        public String toString() {
            return (isSending ? "POST " : "GET ") + address + " for " + who;
        }
    }

    /** A page by where it is and what it says: an address that only takes a form shows the page that has it. */
    private record Titled(String path, String text) {
        boolean isSameAs(Titled other) {
            return path.equals(other.path) || text.equals(other.text);
        }
    }

    private static final String SEND_EMPTY = "address => { const form = document.createElement('form');"
            + " form.method = 'post'; form.action = address;"
            + " if (address.match('/with/(reading|codes)$')) { form.enctype = 'multipart/form-data'; }"
            + " form.innerHTML = '<input type=hidden name=nothing>'; document.body.append(form); form.submit(); }";

    private final List<String> findings = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> gaps = new HashMap<>();
    private final Map<String, Titled> titles = new ConcurrentSkipListMap<>();

    /** One browser with a tab for each person, which only its own thread uses. */
    private final class Browsing implements AutoCloseable {
        private final Chromium chromium = new Chromium();
        private final Map<String, Page> tabs = new HashMap<>();

        Page tab(String who) {
            return tabs.computeIfAbsent(NAMES.getOrDefault(who, ""), name -> {
                Page page = chromium.page(1280, false, true);
                if (!name.isEmpty()) {
                    page.navigate(Ronda.address() + "/sign-in");
                    press(page, name);
                }
                return page;
            });
        }

        @Override
        public void close() {
            chromium.close();
        }
    }

    @Test
    void everyPageIsForEverybody() throws Exception {
        try (Browsing browsing = new Browsing()) {
            prepare(browsing);
            Queue<Visit> visits = new ConcurrentLinkedQueue<>(visits());
            ExecutorService threads = Executors.newFixedThreadPool(BROWSERS - 1);
            Future<?> other = threads.submit(() -> {
                try (Browsing another = new Browsing()) {
                    visitAll(another, visits);
                }
            });
            visitAll(browsing, visits);
            other.get();
            threads.shutdown();
            conflict(browsing.tab("author"));
            unblock(browsing.tab("moderator"));
            tooMany(browsing.tab("organisation"));
        }
        assertEquals("", String.join("\n", findings));
    }

    @Test
    void theChecksFindWhatIsWrong() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(1280, false, true);
            page.setContent("<!doctype html><title>x</title><style>button { outline: none !important; }</style>"
                    + "<main><h1>One</h1><h1>Two</h1><p style='width: 21rem'>Wide</p><img src='x'>"
                    + "<button style='all: unset; width: 9px'>x</button></main>");
            String found = String.join("\n", PageChecks.of(page));
            for (String wrong : List.of(
                    "dark at 360: image-alt",
                    "light at 1280: html-has-lang",
                    "target of 9 x",
                    "shows no focus: <button",
                    "2 first headings",
                    "no skip link",
                    "enlarged four times: needs")) {
                assertTrue(found.contains(wrong), wrong + " is not among " + found);
            }
            page.setContent("<!doctype html><p style='width: 45rem'>As wide as letters of twice the size</p>");
            assertTrue(PageChecks.of(page).toString().contains("letters of twice the size: needs"));
        }
    }

    private List<Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        for (Routes.Row row : Routes.rows()) {
            if (row.isApi() || NO_PAGES.contains(row.route())) {
                continue;
            }
            String who = Routes.WHO.stream()
                    .filter(one -> row.statusFor(one).equals(row.isSafe() ? "200" : "422"))
                    .findFirst()
                    .orElse(null);
            if (OTHERWISE.containsKey(row.route())) {
                visits.put(row.route(), OTHERWISE.get(row.route()));
            } else if (who != null) {
                visits.put(
                        row.route(),
                        row.isSafe() ? Visit.get(who, row.address()) : Visit.send(who, row.address(), 422));
            } else if (row.isSafe()) {
                findings.add(row.route() + ": nobody of the table reaches it, so say here who does");
            }
        }
        List<Visit> all = new ArrayList<>(visits.values());
        all.addAll(STATES);
        return all;
    }

    private void visitAll(Browsing browsing, Queue<Visit> visits) {
        for (Visit next = visits.poll(); next != null; next = visits.poll()) {
            try {
                visit(browsing.tab(next.who), next);
            } catch (RuntimeException broken) {
                findings.add(next + ": " + broken.getMessage());
            }
        }
    }

    private void visit(Page page, Visit visit) {
        String address = filled(visit.address);
        Response answer;
        if (visit.isSending) {
            page.navigate(Ronda.address() + "/sign-in");
            answer = page.waitForNavigation(() -> page.evaluate(SEND_EMPTY, address));
        } else if (isPage(page, address)) {
            answer = page.navigate(Ronda.address() + address);
        } else {
            return;
        }
        if (answer.status() != visit.status) {
            findings.add(visit + " answers " + answer.status() + ", not " + visit.status);
            return;
        }
        look(page, visit.toString());
        if (!visit.isSending && visit.status == 200) {
            Titled titled = new Titled(
                    page.url().replaceAll("\\?.*", ""), page.locator("main").innerText());
            Titled known = titles.putIfAbsent(page.title(), titled);
            if (known != null && !known.isSameAs(titled)) {
                findings.add(visit + " has the title of " + known.path + ": " + page.title());
            }
        }
    }

    private static boolean isPage(Page page, String address) {
        APIResponse answer = page.request().get(Ronda.address() + address);
        return answer.headers().getOrDefault("content-type", "").startsWith("text/html")
                && answer.text().startsWith("<!doctype html>");
    }

    private void look(Page page, String what) {
        PageChecks.of(page).forEach(found -> findings.add(what + ", " + found));
    }

    private String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            filled = filled.replaceAll(gap.getKey() + "\\b", gap.getValue());
        }
        return filled;
    }

    private void prepare(Browsing browsing) {
        gaps.put(":phase", phase("tu-distrito", "PROPOSALS"));
        gaps.put(":entries", phase("plan-gobierno-abierto", "TOPICS"));
        gaps.put(
                ":topic",
                api("visitor")
                        .get("/api/v1" + filled(PLAN + "/phases/:entries/topics"))
                        .path("items[0].code"));
        gaps.put(
                ":entry",
                api("visitor")
                        .get(filled("/api/v1/proposals?process=plan-gobierno-abierto&phase=:entries"))
                        .path("items[0].code"));
        var published = api("vecina")
                .body(Map.of(
                        "process", "tu-distrito",
                        "phase", gaps.get(":phase"),
                        "title", "Bebederos en la plaza",
                        "problem", "No hay dónde tomar agua.",
                        "solution", "Tres bebederos, antes del verano."))
                .post("/api/v1/proposals");
        gaps.put(":proposal", published.path("code"));
        gaps.put(":receipt", published.path("receipt"));
        gaps.put(":comment", comment("vecina"));
        gaps.put(
                ":organisation",
                api("visitor").get("/api/v1/organisations").path("items.find { it.name == 'Red Ejemplo' }.code"));
        JsonPath offices = api("visitor").get("/api/v1/offices").jsonPath();
        gaps.put(":former", offices.getString("items.find { it.successor != null }.code"));
        gaps.put(":office", offices.getString("items.find { it.successor != null }.successor"));
        gaps.put(":mandate", api("vecino").get("/api/v1/me/mandates").path("items[0].code"));
        String board = api("visitor").get("/api/v1/boards").path("items[0].code");
        gaps.put(":board", board);
        gaps.put(
                ":commitment",
                api("visitor")
                        .get("/api/v1/processes/plan-gobierno-abierto/commitments")
                        .path("items[0].code"));
        JsonPath draft = api("visitor")
                .get("/api/v1/commitments/" + gaps.get(":commitment"))
                .jsonPath();
        gaps.put(
                ":amendment",
                api("vecina")
                        .body(Map.of(
                                "clause", "problem",
                                "op", "replace",
                                "version", draft.getInt("version.n"),
                                "words", "Nadie sabe a qué oficina ir.",
                                "reason", "Más corto."))
                        .post("/api/v1/commitments/" + gaps.get(":commitment") + "/amendments")
                        .path("code"));
        Page sittings = browsing.tab("moderator");
        sittings.navigate(Ronda.address() + "/processes/plan-gobierno-abierto/sittings");
        gaps.put(":sitting", code(sittings, "main a[href^='/sittings/']"));
        gaps.put(
                ":group",
                api("visitor")
                        .get("/api/v1/processes/plan-gobierno-abierto/groups")
                        .path("items[0].code"));
        gaps.put(
                ":seat",
                api("visitor")
                        .get("/api/v1/boards/" + board)
                        .path("seats.find { it.holder != null && it.holder.name == 'Bruno Ejemplo' }.code"));
        String blocked = comment("organizacion");
        Page administrator = browsing.tab("second");
        administrator.navigate(Ronda.address() + "/administration/people?q=Vera");
        gaps.put(
                ":person",
                administrator
                        .locator("main a[href^='/administration/people/']")
                        .first()
                        .getAttribute("href")
                        .replaceAll(".*/", ""));
        Page author = browsing.tab("author");
        hold(author, administrator);
        administrator.navigate(Ronda.address() + "/applications");
        gaps.put(":application", code(administrator, "main a[href^='/applications/']"));
        author.navigate(Ronda.address() + PROCESS + "/proposals/new");
        author.getByLabel("Título").fill("Bancos en la vereda");
        author.getByLabel("¿Cuál es el problema?").fill("No hay dónde sentarse.");
        author.getByLabel("¿Cómo lo resolverías?").fill("Diez bancos.");
        press(author, "Revisar antes de enviar");
        gaps.put(":draft", author.url().replaceAll(".*/proposals/([^/]+)/.*", "$1"));
        gaps.put(
                ":codes",
                api("moderacion")
                        .get("/api/v1/setup/nombre-de-la-plaza/with/codes")
                        .path("items[0].code"));
        Page moderator = browsing.tab("moderator");
        gaps.put(":news", api("visitor").get("/api/v1" + PROCESS + "/news").path("items[0].code"));
        Page resident = browsing.tab("resident");
        resident.navigate(Ronda.address() + "/me/seats");
        gaps.put(
                ":term",
                resident.locator("form[action^='/me/seats/']")
                        .first()
                        .getAttribute("action")
                        .replaceAll("/me/seats/([^/]+)/.*", "$1"));
        ask(author, administrator);
        offer(author);
        resident.navigate(Ronda.address() + "/me/moderation");
        gaps.put(":decision", code(resident, "main a[href^='/moderation/']"));
        moderator.navigate(Ronda.address() + "/desk/tu-distrito/blocks/" + blocked);
        moderator.locator("input[name=rule]").first().check();
        moderator.locator("input[name=days]").fill("2");
        moderator.locator("textarea[name=reason]").fill("Para probar.");
        press(moderator, "Bloquear");
        moderator.navigate(Ronda.address() + "/desk/tu-distrito?queue=blocks");
        gaps.put(":block", code(moderator, "a[href*='/unblocks/']"));
    }

    private static String phase(String process, String kind) {
        return api("visitor")
                .get("/api/v1/processes/" + process + "/phases")
                .path("items.find { it.kind == '" + kind + "' }.code");
    }

    private String comment(String persona) {
        return api(persona)
                .body(Map.of("body", "Falta agua en todas las plazas."))
                .post(filled("/api/v1/proposals/:proposal/comments"))
                .path("code");
    }

    /** An organisation of the author's own, applied for and accepted. */
    private void hold(Page author, Page administrator) {
        author.navigate(Ronda.address() + "/organisations/new");
        author.getByLabel("Nombre de la organización").fill("Club de la Plaza");
        author.getByLabel("Quiénes son y qué buscan").fill("Cuidamos la plaza.");
        author.getByLabel("Contacto").fill("la plaza");
        author.getByLabel("Tu papel en ella").fill("presidenta");
        press(author, "Enviar");
        gaps.put(":held", author.url().replaceAll(".*/", ""));
        administrator.navigate(Ronda.address() + filled("/applications/:held"));
        administrator
                .getByText("Aceptarla", new Page.GetByTextOptions().setExact(true))
                .check();
        administrator.locator("textarea[name=reason]").fill("Se sabe quiénes son.");
        press(administrator, "Decidir");
        gaps.put(
                ":own",
                api("vecina")
                        .get("/api/v1/me/mandates")
                        .path("items.find { it.organisation == '" + gaps.get(":held") + "' }.code"));
    }

    /** A seat that waits for the author's answer, on a board of its own. */
    private void ask(Page author, Page administrator) {
        administrator.navigate(Ronda.address() + "/boards/new");
        for (String language : List.of("Es", "En", "Fr")) {
            administrator.locator("[name=name" + language + "]").fill("Mesa del agua " + language);
            administrator.locator("[name=purpose" + language + "]").fill("Decide sobre el agua.");
            administrator.locator("[name=rules" + language + "]").fill("Se reúne cada mes.");
        }
        press(administrator, "Crear");
        administrator.getByText("Agregar un asiento").click();
        for (String language : List.of("Es", "En", "Fr")) {
            administrator.locator("[name=name" + language + "]").fill("Cuencas " + language);
        }
        administrator.locator("[name=kind][value=THEMATIC]").check();
        administrator.locator("[name=sector][value=RESIDENTS]").check();
        press(administrator, "Guardar");
        administrator.getByText("Proponer a alguien").click();
        administrator.locator("[name=who]").fill("Vera Ejemplo");
        press(administrator, "Proponer");
    }

    /** A mandate that waits for whoever has an address; its link is the one that the mail would bring. */
    private void offer(Page author) {
        author.navigate(Ronda.address() + filled("/organisations/:held/people"));
        author.getByLabel("A quién").fill("alguien@ejemplo.example");
        author.getByLabel("Papel en la organización").fill("vocal");
        press(author, "Invitar");
        String about = author.locator("form[action$='/mail']")
                        .getAttribute("action")
                        .replaceAll(".*/people/([^/]+)/mail", "$1")
                + ".1";
        gaps.put(":offer", about + "." + MailServer.signed("mandate:" + about));
    }

    private static RequestSpecification api(String persona) {
        RequestSpecification request = RestAssured.given()
                .baseUri(Ronda.address())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(ContentType.JSON);
        return persona.equals("visitor") ? request : request.auth().preemptive().basic(persona, "demo");
    }

    private static String code(Page page, String selector) {
        return page.locator(selector).first().getAttribute("href").replaceAll(".*/", "");
    }

    /** Two tabs with the same text: both versions are shown. */
    private void conflict(Page page) {
        Page second = page.context().newPage();
        String address = Ronda.address() + filled("/proposals/:proposal/edit");
        page.navigate(address);
        second.navigate(address);
        rewrite(page, "Dos bebederos.");
        rewrite(second, "Cinco bebederos.");
        assertThat(second.locator("main")).containsText("Dos bebederos.");
        assertThat(second.getByLabel("¿Cómo lo resolverías?")).hasValue("Cinco bebederos.");
        look(second, "two tabs");
        second.close();
    }

    private static void rewrite(Page page, String solution) {
        page.getByLabel("¿Cómo lo resolverías?").fill(solution);
        page.getByLabel("Es una corrección").check();
        press(page, "Guardar");
    }

    private void unblock(Page page) {
        page.navigate(Ronda.address() + filled("/desk/tu-distrito/unblocks/:block"));
        page.locator("textarea[name=reason]").fill("Ya se probó.");
        press(page, "Terminar el bloqueo");
        assertThat(page.locator("main")).containsText("No hay bloqueos en curso.");
    }

    private void tooMany(Page page) {
        for (int i = 0; i < 62; i++) {
            page.request().get(Ronda.address() + "/search");
        }
        assertEquals(429, page.navigate(Ronda.address() + "/search").status());
        look(page, "too many searches");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
