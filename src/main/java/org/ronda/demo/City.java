package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.Freezing;
import org.ronda.contribution.Supporting;
import org.ronda.demo.Script.Idea;
import org.ronda.demo.Script.Remark;
import org.ronda.identity.Consents;
import org.ronda.identity.Joining;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeInput;
import org.ronda.identity.OfficeSetup;
import org.ronda.identity.Participant;
import org.ronda.identity.Persona;
import org.ronda.identity.RenamingInput;
import org.ronda.identity.ResponderInput;
import org.ronda.identity.Responding;
import org.ronda.kernel.Dates;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.moderation.DecisionInput;
import org.ronda.moderation.Moderating;
import org.ronda.organisation.ApplicationInput;
import org.ronda.organisation.Applying;
import org.ronda.organisation.Mandate;
import org.ronda.organisation.MandateInput;
import org.ronda.organisation.Mandating;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.CodeLists;
import org.ronda.process.Contract;
import org.ronda.process.District;
import org.ronda.process.Eligibility;
import org.ronda.process.Equipping;
import org.ronda.process.Influence;
import org.ronda.process.NewsInput;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.ReadingInput;
import org.ronda.process.Role;
import org.ronda.process.Topic;
import org.ronda.process.Verifying;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;
import org.ronda.proposal.TopicLists;

/**
 * A made-up city with its people, who set up processes, write, support and moderate as anybody would. Days count from
 * the day on which it is built.
 */
@ApplicationScoped
class City {
    private static final Logger LOG = Logger.getLogger(City.class);
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");
    private static final List<String> NEIGHBOURS = List.of(
            "Alma",
            "Nahuel",
            "Irene",
            "Tobías",
            "Rosa",
            "Ismael",
            "Lidia",
            "Ramiro",
            "Celia",
            "Amparo",
            "Joel",
            "Nélida",
            "Ciro",
            "Elvira",
            "Gastón",
            "Mirta",
            "Uriel",
            "Delia",
            "Fabio",
            "Zulma",
            "Omar",
            "Greta",
            "Hilario",
            "Noemí",
            "Lautaro",
            "Ema",
            "Baltasar",
            "Yolanda",
            "Elio",
            "Perla",
            "Simón",
            "Aurora",
            "Cosme",
            "Dora",
            "Facundo",
            "Inés",
            "Leandro",
            "Malena",
            "Octavio",
            "Rita");

    // has no divisor in common with the number of comments, so that steps of this size meet all of them
    private static final int STEP = 37;
    private static final List<Remark> REMARKS = Script.remarks("comentarios.txt");
    private static final Texts TEXTS = new Texts();
    private static final Map<String, Translated> TOPICS = new LinkedHashMap<>();

    static {
        TOPICS.put("espacio", text("topic.space"));
        TOPICS.put("movilidad", text("topic.mobility"));
        TOPICS.put("ambiente", text("topic.environment"));
        TOPICS.put("participacion", text("topic.participation"));
        TOPICS.put("genero", text("topic.care"));
        TOPICS.put("informacion", text("topic.information"));
    }

    @Inject
    Consents consents;

    @Inject
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Equipping equipping;

    @Inject
    TopicLists topicLists;

    @Inject
    Applying applying;

    @Inject
    Mandating mandating;

    @Inject
    OfficeSetup officeSetup;

    @Inject
    Responding responding;

    @Inject
    RoundTable roundTable;

    @Inject
    Supporting supporting;

    @Inject
    Positions positions;

    @Inject
    Commenting commenting;

    @Inject
    Moderating moderating;

    @Inject
    Freezing freezing;

    @Inject
    Ledger ledger;

    @Inject
    CodeLists codeLists;

    @Inject
    Verifying verifying;

    @Inject
    Joining joining;

    // the same world at every start, whoever looks at it
    private int lastSaid;
    private final Random random = new Random(2021);

    private Instant today;
    private long moderator;
    private long secondModerator;
    private Scope board;
    private Office districts;
    private Office data;
    private Participant responder;
    private Organisation organisation;
    private final List<Participant> people = new ArrayList<>();

    /** Nothing is there yet but people, their organisation and the board that decides. */
    void found(Instant today) {
        this.today = today.atZone(ZONE).with(LocalTime.NOON).toInstant();
        Now.during(day(-120), () -> {
            inhabit();
            return null;
        });
    }

    Instant day(int days) {
        return today.plus(Duration.ofDays(days));
    }

    /** The evening of a day, when phases open and end. */
    Instant evening(int days) {
        return day(days).atZone(ZONE).with(LocalTime.of(18, 0)).toInstant();
    }

    private void inhabit() {
        QuarkusTransaction.requiringNew().run(() -> {
            int position = 1;
            for (String name : List.of("Centro", "Norte", "Noroeste", "Oeste", "Sudoeste", "Sur")) {
                new District(name.toLowerCase(Locale.ROOT), name, position++).persist();
            }
            moderator = joining.as(Persona.MODERATOR).id();
            people.add(joining.as(Persona.RESIDENT));
            people.add(joining.as(Persona.SECOND_RESIDENT));
            Participant representative = joining.as(Persona.ORGANISATION);
            people.add(representative);
            joining.as(Persona.MONITORING_BODY);
            secondModerator = joining.as(Persona.ADMINISTRATOR).id();
            organise(representative, people.get(1));
            responder = joining.as(Persona.RESPONDER);
            administrate();
            int number = 1;
            for (String name : NEIGHBOURS) {
                Participant neighbour =
                        new Participant("ejemplo-" + number++, name + " Ejemplo", Language.ES, day(-120));
                neighbour.persist();
                people.add(neighbour);
            }
            positions.organise(librarian(), secondModerator);
            consents.giveAll(day(-120));
            board = roundTable.set(people, organisation.code(), secondModerator).scope();
        });
    }

    /** Offices under one another; one of them was renamed, and somebody responds for it. */
    private void administrate() {
        Office secretariat = office("office.secretariat", Office.Kind.SECRETARIAT, "", -900, "barrios@ejemplo.example");
        Office former =
                office("office.former", Office.Kind.DIRECTORATE, secretariat.code(), -800, "distritos@ejemplo.example");
        data = office("office.data", Office.Kind.DIRECTORATE, secretariat.code(), -800, "datos@ejemplo.example");
        districts = officeSetup.rename(
                former.code(),
                new RenamingInput(
                        text("office.districts").exactly(Language.ES),
                        text("office.districts").exactly(Language.EN),
                        text("office.districts").exactly(Language.FR),
                        date(-200).toString()),
                secondModerator);
        responding.give(districts.code(), new ResponderInput(responder.code(), "directora", "", ""), secondModerator);
    }

    /** @param parent the code of what it is part of, or empty */
    private Office office(String name, Office.Kind kind, String parent, int day, String contact) {
        Translated called = text(name);
        return officeSetup.create(
                new OfficeInput(
                        called.exactly(Language.ES),
                        called.exactly(Language.EN),
                        called.exactly(Language.FR),
                        kind.name(),
                        parent,
                        date(day).toString(),
                        contact,
                        null),
                secondModerator);
    }

    LocalDate date(int day) {
        return LocalDate.ofInstant(day(day), ZONE);
    }

    /** What is asked about a proposal, and what the office answers; one question still waits. */
    void asksTheOffice(Proposal about) {
        Comment answered = ask(about, person(6), "¿Quién se ocupa del mantenimiento una vez que esté hecho?", -5);
        Now.during(
                day(-3),
                () -> commenting.answer(
                        "proposal:" + about.code(),
                        answered,
                        districts.code(),
                        "De las plazas y veredas de cada distrito se ocupa su centro, con una cuadrilla por mes. Lo que"
                                + " salga de este proceso entra en ese recorrido desde el primer día.",
                        responder,
                        Language.ES));
        ask(about, person(13), "¿Hay un presupuesto por distrito, o es uno para toda la ciudad?", -2);
    }

    private Comment ask(Proposal about, Participant asking, String words, int day) {
        return Now.during(
                day(day), () -> commenting.say("proposal:" + about.code(), "", "question", words, asking, Language.ES));
    }

    /** What two organisations support, each in its own name. */
    void takePositions(Phase phase) {
        Now.during(day(-9), () -> {
            positions.take(phase, organisation, person(2), librarian());
            return null;
        });
    }

    private Participant librarian() {
        return people.get(people.size() - 1);
    }

    /** An organisation that was checked and accepted, with two people who speak for it. */
    private void organise(Participant representative, Participant second) {
        organisation = applying.apply(
                new ApplicationInput(
                        "Red Ejemplo",
                        "Somos vecinas, clubes y bibliotecas de los seis distritos. Nos juntamos todos los meses para"
                                + " mirar qué falta en el barrio y llevarlo a donde se decide.",
                        "Espacio público, Cuidados, Participación",
                        "red@ejemplo.example",
                        "IN_PROCESS",
                        "presidenta"),
                representative.id());
        applying.accept(
                organisation.code(),
                "Trabaja hace años en los seis distritos y dice quién la representa.",
                secondModerator);
        Mandate mandate = mandating.give(
                organisation.code(),
                new MandateInput(second.code(), "secretario", "", "", "", ""),
                representative.id());
        mandating.accept(mandate.code(), second.id());
    }

    /** One that waits for the administrator. */
    void applies(Participant somebody, int day) {
        Now.during(
                day(day),
                () -> applying.apply(
                        new ApplicationInput(
                                "Taller de Bicis del Ejemplo",
                                "Arreglamos bicicletas los sábados en la plaza y enseñamos a hacerlo.",
                                "Movilidad, Ambiente",
                                "Plaza del barrio, sábados de 10 a 13",
                                "NONE",
                                "coordinadora"),
                        somebody.id()));
    }

    /** The code of the organisation that two people speak for. */
    String organisationCode() {
        return organisation.code();
    }

    Participant person(int which) {
        return people.get(which);
    }

    /** The first proposal that came in. */
    Proposal first(Phase phase) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Proposal.<Proposal>find("phaseId = ?1 order by id", phase.id())
                        .firstResult());
    }

    Comment say(Proposal about, Participant speaker, String words, int day) {
        return Now.during(
                day(day), () -> commenting.say("proposal:" + about.code(), "", "", words, speaker, Language.ES));
    }

    Office dataOffice() {
        return data;
    }

    long moderator() {
        return moderator;
    }

    /** What a moderator decides, with its rule and reason; returns the decision's code. */
    String decide(Contribution about, String act, String rule, String words, String reason, int day) {
        return Now.during(day(day), () -> {
            Participant by = QuarkusTransaction.requiringNew().call(() -> Participant.findById(moderator));
            DecisionInput input =
                    new DecisionInput(about.code(), act, rule, words, reason, String.valueOf(about.version()));
            return moderating.decide(input, by).code();
        });
    }

    /** A second person moderates too, so that somebody else can look at a decision again. */
    void moderatedByTwo(Process process) {
        setup.appoint(process.id(), secondModerator, Role.MODERATOR, moderator);
    }

    /** States the results of what has ended at that instant, as a running installation does by itself. */
    void freeze(Instant at) {
        ledger.drain();
        Now.during(at, freezing::freeze);
    }

    void archive(Process process, String reason, int day) {
        Now.during(day(day), () -> {
            setup.archive(process.id(), reason, moderator);
            return null;
        });
    }

    static Set<Action> all() {
        return EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT);
    }

    Contract contract(int opens, int ends, int answersAfter) {
        return Contract.between(evening(opens), evening(ends))
                .answering(Contract.Answers.by(evening(ends + answersAfter)));
    }

    /** @param name what its texts begin with */
    Process create(String slug, String name, Influence influence) {
        return create(slug, name, influence, Eligibility.NONE);
    }

    /** The same for whoever shows something first. */
    Process create(String slug, String name, Influence influence, Eligibility eligibility) {
        LOG.info("  " + slug);
        Process process = setup.create(
                slug,
                new Process.Description(
                                text(name + ".title"),
                                text(name + ".summary"),
                                text(name + ".decided"),
                                text(name + ".notDecided"),
                                text(name + ".easyRead"),
                                name.equals("district") ? districts.scope() : board,
                                influence,
                                List.of(Language.ES, Language.EN, Language.FR),
                                ZONE)
                        .asking(eligibility),
                moderator);
        setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
        return process;
    }

    /** Something to read before one takes part. */
    void reading(Process process, String name, String address) {
        Translated title = text(name + ".reading.title");
        equipping.addReading(
                process.id(),
                new ReadingInput(
                        title.exactly(Language.ES),
                        title.exactly(Language.EN),
                        title.exactly(Language.FR),
                        address,
                        null,
                        ""),
                moderator);
    }

    void news(Process process, String name, int day) {
        Translated title = text(name + ".title");
        Now.during(
                day(day),
                () -> equipping.announce(
                        process.id(),
                        new NewsInput(
                                title.exactly(Language.ES),
                                dated(name, day, Language.ES),
                                title.exactly(Language.EN),
                                dated(name, day, Language.EN),
                                title.exactly(Language.FR),
                                dated(name, day, Language.FR),
                                "",
                                null),
                        moderator));
    }

    /** A decision is told with its day: the one before it was written. */
    private String dated(String name, int day, Language language) {
        return text(name + ".body").exactly(language).replace("{day}", Dates.day(day(day - 1), ZONE, language));
    }

    /** Topics that were given with the process. */
    Process withTopics(Process process) {
        QuarkusTransaction.requiringNew().run(() -> {
            int position = 1;
            for (Translated topic : TOPICS.values()) {
                new Topic(process.id(), null, position++, topic, process.createdAt()).persist();
            }
        });
        return process;
    }

    /** The topics that came from the entries of a file: those that name the same one belong together. */
    void draw(Phase phase, String file, Translated note) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        QuarkusTransaction.requiringNew().run(() -> {
            Map<String, String> codes = Proposal.<Proposal>list("phaseId", phase.id()).stream()
                    .collect(Collectors.toMap(Proposal::title, Proposal::code));
            for (Idea idea : Script.ideas(file)) {
                entries.computeIfAbsent(idea.topic(), topic -> new ArrayList<>())
                        .add(codes.get(idea.title()));
            }
        });
        entries.forEach((topic, codes) -> topicLists.gather(
                phase.id(),
                "",
                TOPICS.values().stream()
                        .filter(known -> known.exactly(Language.ES).equals(topic))
                        .findFirst()
                        .orElseThrow(),
                codes,
                moderator));
        topicLists.publish(phase.id(), note, moderator);
    }

    Phase phase(Process process, Phase.Kind kind, Translated title, Translated ask, Contract contract) {
        return setup.add(process.id(), kind, title, ask, contract, null, moderator);
    }

    void publish(Process process, int day) {
        Now.during(day(day), () -> {
            setup.publish(process.id(), null, moderator);
            return null;
        });
    }

    /** Publishes what a file tells, a proposal every hour and a half, each with its comments and supports. */
    void write(Phase phase, String file, int firstDay, int supportsEach, int mostSupports, int mostRemarks) {
        Map<String, String> topicCodes = QuarkusTransaction.requiringNew().call(() -> {
            Map<String, String> codes = new TreeMap<>();
            Topic.of(phase.processId()).forEach(topic -> codes.put(topic.title().exactly(Language.ES), topic.code()));
            return codes;
        });
        Map<Long, Integer> left = new HashMap<>();
        people.forEach(neighbour -> left.put(neighbour.id(), supportsEach));
        Instant at = day(firstDay);
        for (Idea idea : Script.ideas(file)) {
            Participant author =
                    idea.isOrganisation() ? people.get(2) : at.equals(day(firstDay)) ? people.get(0) : somebody();
            Instant sent = at;
            // one transaction for each proposal with all that belongs to it: else a commit for each comment and support
            QuarkusTransaction.requiringNew().run(() -> {
                Proposal proposal = Now.during(sent, () -> send(phase, idea, author, topicCodes));
                Now.during(sent.plus(Duration.ofMinutes(60)), () -> {
                    support(proposal, author, random.nextInt(mostSupports + 1), left);
                    return null;
                });
                talk(proposal, author, said(idea, random.nextInt(mostRemarks + 1)), sent);
            });
            at = at.plus(Duration.ofMinutes(97));
        }
    }

    /** The codes that were sent in letters. */
    void codes(Process process, String file, int day) {
        byte[] csv = String.join("\n", Script.lines(file)).getBytes(StandardCharsets.UTF_8);
        Now.during(day(day), () -> {
            codeLists.confirm(process.id(), codeLists.upload(process.id(), csv, moderator), "", moderator);
            return null;
        });
    }

    /** The first who use their codes propose, and support what the others propose; all other codes are left. */
    void writeWithCodes(Phase phase, String file, String codes, int day) {
        List<Idea> ideas = Script.ideas(file);
        List<Participant> neighbours = people.subList(3, 3 + ideas.size() + 2);
        List<String> letters = Script.lines(codes);
        Process process = QuarkusTransaction.requiringNew().call(() -> Process.findById(phase.processId()));
        Now.during(day(day), () -> {
            for (int i = 0; i < neighbours.size(); i++) {
                // the first line says what is below it
                byte[] key = verifying.key(process, letters.get(i + 1));
                verifying.enter(process.id(), key, neighbours.get(i).id());
            }
            for (int i = 0; i < ideas.size(); i++) {
                Participant author = neighbours.get(i);
                Proposal proposal = send(phase, ideas.get(i), author, Map.of());
                neighbours.stream()
                        .filter(neighbour -> neighbour.id() != author.id())
                        .skip(i)
                        .forEach(neighbour -> supporting.give(proposal, 1, neighbour.id()));
            }
            return null;
        });
    }

    private Participant somebody() {
        return people.get(3 + random.nextInt(NEIGHBOURS.size()));
    }

    private Proposal send(Phase phase, Idea idea, Participant author, Map<String, String> topicCodes) {
        String topic = topicCodes.get(idea.topic());
        return proposing.publish(
                phase,
                idea.title(),
                idea.problem(),
                idea.solution(),
                topic == null ? List.of() : List.of(topic),
                idea.district().toLowerCase(Locale.ROOT),
                idea.isOrganisation() ? organisation.code() : "",
                idea.language(),
                author);
    }

    /** What belongs to a proposal, then some of what fits anywhere, in a fixed order so that it seldom comes again. */
    private List<Remark> said(Idea idea, int more) {
        List<Remark> said = new ArrayList<>(idea.remarks());
        for (int i = 0; i < more; i++) {
            boolean isReply = !said.isEmpty() && random.nextInt(4) == 0;
            do {
                lastSaid = (lastSaid + STEP) % REMARKS.size();
            } while (REMARKS.get(lastSaid).isReply() != isReply);
            said.add(REMARKS.get(lastSaid));
        }
        return said;
    }

    private void talk(Proposal proposal, Participant author, List<Remark> remarks, Instant from) {
        Comment root = null;
        Instant at = from;
        for (int i = 0; i < remarks.size(); i++) {
            Remark remark = remarks.get(i);
            // what is written for this proposal is answered by who proposed it, anything else by anybody
            boolean isAuthors = remark.isReply() && !REMARKS.contains(remark);
            Participant speaker = isAuthors ? author : somebody();
            String parent = remark.isReply() ? root.code() : "";
            at = at.plus(Duration.ofMinutes(20L + random.nextInt(70)));
            Comment said = Now.during(
                    at,
                    () -> commenting.say(
                            "proposal:" + proposal.code(),
                            parent,
                            remark.stance(),
                            remark.words(),
                            speaker,
                            remark.language()));
            root = remark.isReply() ? root : said;
            if (random.nextInt(3) == 0) {
                Participant agreeing = somebody();
                if (agreeing.id() != speaker.id()) {
                    Now.during(at.plus(Duration.ofMinutes(9)), () -> commenting.react(said.code(), 1, agreeing));
                }
            }
        }
    }

    /** @param left how many supports each still has in the phase */
    private void support(Proposal proposal, Participant author, int most, Map<Long, Integer> left) {
        List<Participant> others = new ArrayList<>(people.subList(3, people.size()));
        Collections.shuffle(others, random);
        others.stream()
                .filter(neighbour -> neighbour.id() != author.id() && left.get(neighbour.id()) > 0)
                .limit(most)
                .forEach(neighbour -> {
                    supporting.give(proposal, 1, neighbour.id());
                    left.merge(neighbour.id(), -1, Integer::sum);
                });
    }

    static Translated text(String key) {
        return TEXTS.get(key);
    }
}
