package org.ronda.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ronda.comment.Comment;
import org.ronda.comment.Commenting;
import org.ronda.contribution.Supporting;
import org.ronda.identity.Joining;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.identity.Persona;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.moderation.DecisionInput;
import org.ronda.moderation.Moderating;
import org.ronda.moderation.Plea;
import org.ronda.moderation.ReportInput;
import org.ronda.organisation.Organisation;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.District;
import org.ronda.process.Equipping;
import org.ronda.process.Influence;
import org.ronda.process.NewsInput;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.ReadingInput;
import org.ronda.process.Role;
import org.ronda.process.Topic;
import org.ronda.proposal.Proposal;
import org.ronda.proposal.Proposing;
import org.ronda.proposal.TopicLists;

/**
 * A made-up city with four processes, shaped by the facts of a real co-creation: an open-government plan after its
 * topics and proposals, a district process open for proposals, one announced and one ended. Days count from the day on
 * which it is built.
 */
@ApplicationScoped
class DemoCity {
    private static final ZoneId ZONE = ZoneId.of("America/Argentina/Cordoba");
    private static final int NEIGHBOURS = 40;

    // has no divisor in common with the number of comments, so that steps of this size meet all of them
    private static final int STEP = 37;
    private static final List<String[]> COMMENTS = read("comentarios.txt").stream()
            .map(line -> line.split("\\s*\\|\\s*", 2))
            .toList();
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
    ProcessSetup setup;

    @Inject
    Proposing proposing;

    @Inject
    Equipping equipping;

    @Inject
    TopicLists topicLists;

    @Inject
    Supporting supporting;

    @Inject
    Commenting commenting;

    @Inject
    Moderating moderating;

    @Inject
    Joining joining;

    // the same world at every start, whoever looks at it
    private int lastSaid;
    private final Random random = new Random(2021);

    private Instant today;
    private long moderator;
    private long secondModerator;
    private Scope board;
    private Organisation organisation;
    private final List<Participant> people = new ArrayList<>();

    void build(Instant today) {
        this.today = today.atZone(ZONE).with(LocalTime.NOON).toInstant();
        Now.during(day(-120), () -> {
            inhabit();
            return null;
        });
        plan();
        districts();
        announced();
        ended();
    }

    private Instant day(int days) {
        return today.plus(Duration.ofDays(days));
    }

    /** The evening of a day, when phases open and end. */
    private Instant evening(int days) {
        return day(days).atZone(ZONE).with(LocalTime.of(18, 0)).toInstant();
    }

    private void inhabit() {
        QuarkusTransaction.requiringNew().run(() -> {
            int position = 1;
            for (String name : List.of("Centro", "Norte", "Noroeste", "Oeste", "Sudoeste", "Sur")) {
                new District(name.toLowerCase(), name, position++).persist();
            }
            moderator = joining.as(Persona.MODERATOR).id();
            people.add(joining.as(Persona.RESIDENT));
            people.add(joining.as(Persona.SECOND_RESIDENT));
            Participant representative = joining.as(Persona.ORGANISATION);
            people.add(representative);
            joining.as(Persona.MONITORING_BODY);
            secondModerator = joining.as(Persona.ADMINISTRATOR).id();
            organisation = new Organisation("Red Ejemplo");
            organisation.admit(representative);
            organisation.persist();
            Office office = new Office(text("board"), LocalDate.ofInstant(day(-700), ZONE));
            office.persist();
            board = Scope.office(office.id());
            for (int i = 1; i <= NEIGHBOURS; i++) {
                Participant neighbour = new Participant("ejemplo-" + i, "Persona Ejemplo " + i, Language.ES, day(-120));
                neighbour.persist();
                people.add(neighbour);
            }
        });
    }

    private void plan() {
        Process process = Now.during(day(-95), () -> create("plan-gobierno-abierto", "plan", Influence.COLLABORATE));
        Phase topics = Now.during(
                day(-94),
                () -> phase(
                        process,
                        Phase.Kind.TOPICS,
                        text("plan.topics.title"),
                        text("plan.topics.ask"),
                        contract(-78, -58, 75)
                                .limited(new Contract.Limits(5, 3, 400))
                                .allowing(all())));
        Phase proposals = Now.during(
                day(-94),
                () -> phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        text("plan.proposals.title"),
                        text("plan.proposals.ask"),
                        contract(-50, -12, 20)
                                .limited(new Contract.Limits(10, null, 4_000))
                                .allowing(all())));
        Now.during(
                day(-94),
                () -> phase(
                        process,
                        Phase.Kind.DRAFT_COMMENT,
                        text("plan.drafts.title"),
                        text("plan.drafts.ask"),
                        contract(9, 30, 45)));
        reading(process, "plan", "https://www.opengovpartnership.org/ogp-local/");
        publish(process, -94);
        write(topics, "temas.txt", -70, 5, 4, 2);
        Now.during(day(-54), () -> {
            draw(topics, "temas.txt", text("plan.topics.note"));
            return null;
        });
        news(process, "plan.news.1", -54);
        news(process, "plan.news.2", -11);
        write(proposals, "plan.txt", -45, 10, 12, 6);
    }

    private void districts() {
        Process process = Now.during(day(-40), () -> withTopics(create("tu-distrito", "district", Influence.INVOLVE)));
        Phase proposals = Now.during(
                day(-39),
                () -> phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        text("district.proposals.title"),
                        text("district.proposals.ask"),
                        contract(-14, 12, 40)
                                .limited(new Contract.Limits(10, 5, 4_000))
                                .allowing(all())));
        Now.during(
                day(-39),
                () -> phase(
                        process,
                        Phase.Kind.TABLES,
                        text("district.tables.title"),
                        text("district.tables.ask"),
                        contract(16, 44, 60)));
        reading(process, "district", "https://www.opengovpartnership.org/ogp-local/");
        publish(process, -38);
        news(process, "district.news.1", -14);
        news(process, "district.news.2", -6);
        write(proposals, "distrito.txt", -13, 10, 10, 13);
        setup.appoint(process.id(), secondModerator, Role.MODERATOR, moderator);
        moderate(proposals);
    }

    /** One comment hidden, one without a passage, one that waits for a second look, one reported. */
    private void moderate(Phase phase) {
        Proposal about = QuarkusTransaction.requiringNew()
                .call(() -> Proposal.<Proposal>find("phaseId = ?1 order by id", phase.id())
                        .firstResult());
        Participant second = people.get(1);
        Comment hidden = say(about, second, "Los que escriben estas propuestas son todos unos inútiles.");
        Comment redacted = say(
                about,
                people.get(7),
                "Yo puedo ayudar a plantar. Llamen a mi vecina al 555-0142, que tiene herramientas.");
        Comment disputed = say(about, people.get(9), "Otra vez lo mismo. Es una vergüenza cómo nos toman el pelo.");
        Comment reported = say(about, people.get(11), "Pintura para murales a precio amigo, pasen por mi local.");
        decide(
                hidden,
                "hide",
                "respect",
                "unos inútiles",
                "Insulta a quienes escribieron, en vez de discutir la idea.");
        decide(redacted, "redact", "privacy", "555-0142", "Es el teléfono de otra persona.");
        String look = decide(
                disputed, "hide", "respect", "nos toman el pelo", "Descalifica sin decir qué habría que cambiar.");
        Now.during(day(-2), () -> {
            moderating.askLook(look, new Plea("Me enojé, pero no insulté a nadie."), people.get(9));
            moderating.report(reported.code(), new ReportInput("advertising", "Vende cosas."), people.get(0));
            moderating.report(reported.code(), new ReportInput("off_topic", ""), people.get(12));
            return null;
        });
    }

    private Comment say(Proposal about, Participant speaker, String words) {
        return Now.during(
                day(-4), () -> commenting.say("proposal:" + about.code(), "", "", words, speaker, Language.ES));
    }

    private String decide(Comment comment, String act, String rule, String words, String reason) {
        return Now.during(day(-3), () -> {
            Participant by = QuarkusTransaction.requiringNew().call(() -> Participant.findById(moderator));
            DecisionInput input =
                    new DecisionInput(comment.code(), act, rule, words, reason, String.valueOf(comment.version()));
            return moderating.decide(input, by).code();
        });
    }

    private void announced() {
        Process process = Now.during(day(-5), () -> withTopics(create("plan-climatico", "climate", Influence.CONSULT)));
        Now.during(
                day(-5),
                () -> phase(
                        process,
                        Phase.Kind.TOPICS,
                        text("climate.topics.title"),
                        text("climate.topics.ask"),
                        contract(18, 40, 60).allowing(all())));
        publish(process, -4);
        news(process, "climate.news.1", -4);
    }

    private void ended() {
        Process process =
                Now.during(day(-115), () -> withTopics(create("plaza-del-encuentro", "square", Influence.COLLABORATE)));
        Phase proposals = Now.during(
                day(-115),
                () -> phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        text("square.proposals.title"),
                        text("square.proposals.ask"),
                        Contract.between(evening(-98), evening(-80))
                                .limited(new Contract.Limits(3, null, 2_000))
                                .allowing(all())));
        publish(process, -114);
        news(process, "square.news.1", -79);
        write(proposals, "plaza.txt", -95, 3, 6, 3);
    }

    private static Set<Action> all() {
        return EnumSet.of(Action.PROPOSE, Action.COMMENT, Action.SUPPORT);
    }

    private Contract contract(int opens, int ends, int answersAfter) {
        return Contract.between(evening(opens), evening(ends))
                .answering(Contract.Answers.by(evening(ends + answersAfter)));
    }

    /** @param name what its texts begin with */
    private Process create(String slug, String name, Influence influence) {
        Process process = setup.create(
                slug,
                new Process.Description(
                        text(name + ".title"),
                        text(name + ".summary"),
                        text(name + ".decided"),
                        text(name + ".notDecided"),
                        text(name + ".easyRead"),
                        board,
                        influence,
                        List.of(Language.ES, Language.EN, Language.FR),
                        ZONE),
                moderator);
        setup.appoint(process.id(), moderator, Role.MODERATOR, moderator);
        return process;
    }

    /** Something to read before one takes part. */
    private void reading(Process process, String name, String address) {
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

    private void news(Process process, String name, int day) {
        Translated title = text(name + ".title");
        Translated body = text(name + ".body");
        Now.during(
                day(day),
                () -> equipping.announce(
                        process.id(),
                        new NewsInput(
                                title.exactly(Language.ES),
                                body.exactly(Language.ES),
                                title.exactly(Language.EN),
                                body.exactly(Language.EN),
                                title.exactly(Language.FR),
                                body.exactly(Language.FR)),
                        moderator));
    }

    /** Topics that were given with the process. */
    private Process withTopics(Process process) {
        QuarkusTransaction.requiringNew().run(() -> {
            int position = 1;
            for (Translated topic : TOPICS.values()) {
                new Topic(process.id(), null, position++, topic, process.createdAt()).persist();
            }
        });
        return process;
    }

    /** The topics that came from the entries of a file: those that name the same one belong together. */
    private void draw(Phase phase, String file, Translated note) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        QuarkusTransaction.requiringNew().run(() -> {
            Map<String, String> codes = Proposal.<Proposal>list("phaseId", phase.id()).stream()
                    .collect(Collectors.toMap(Proposal::title, Proposal::code));
            for (String row : read(file)) {
                String[] parts = row.split("\\s*\\|\\s*", -1);
                entries.computeIfAbsent(parts[4], topic -> new ArrayList<>()).add(codes.get(parts[0]));
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

    private Phase phase(Process process, Phase.Kind kind, Translated title, Translated ask, Contract contract) {
        return setup.add(process.id(), kind, title, ask, contract, null, moderator);
    }

    private void publish(Process process, int day) {
        Now.during(day(day), () -> {
            setup.publish(process.id(), null, moderator);
            return null;
        });
    }

    /** One proposal a line: title | problem | solution | district | topic | o for the organisation. */
    private void write(Phase phase, String file, int firstDay, int supportsEach, int mostSupports, int mostComments) {
        Map<String, String> topicCodes = QuarkusTransaction.requiringNew().call(() -> {
            Map<String, String> codes = new TreeMap<>();
            Topic.of(phase.processId()).forEach(topic -> codes.put(topic.title().exactly(Language.ES), topic.code()));
            return codes;
        });
        Map<Long, Integer> left = new HashMap<>();
        people.forEach(neighbour -> left.put(neighbour.id(), supportsEach));
        int line = 0;
        for (String row : read(file)) {
            String[] parts = row.split("\\s*\\|\\s*", -1);
            boolean isOrganisation = parts.length > 5 && parts[5].equals("o");
            Participant author =
                    isOrganisation ? people.get(2) : people.get(line == 0 ? 0 : 3 + random.nextInt(NEIGHBOURS));
            int minutes = line * 97;
            // one transaction for each proposal with all that belongs to it: else a commit for each comment and support
            QuarkusTransaction.requiringNew().run(() -> {
                Proposal proposal = Now.during(
                        day(firstDay).plus(Duration.ofMinutes(minutes)),
                        () -> send(phase, parts, author, isOrganisation, topicCodes));
                Now.during(day(firstDay).plus(Duration.ofMinutes(minutes + 60)), () -> {
                    support(proposal, author, random.nextInt(mostSupports + 1), left);
                    return null;
                });
                Now.during(day(firstDay).plus(Duration.ofMinutes(minutes + 90)), () -> {
                    talk(proposal, random.nextInt(mostComments + 1));
                    return null;
                });
            });
            line++;
        }
    }

    private Proposal send(
            Phase phase, String[] parts, Participant author, boolean isOrganisation, Map<String, String> topicCodes) {
        String topic = topicCodes.get(parts[4]);
        return proposing.publish(
                phase,
                parts[0],
                parts[1],
                parts[2],
                topic == null ? List.of() : List.of(topic),
                parts[3].toLowerCase(),
                isOrganisation ? organisation.code() : "",
                author);
    }

    private void talk(Proposal proposal, int comments) {
        Comment root = null;
        for (int i = 0; i < comments; i++) {
            Participant speaker = people.get(3 + random.nextInt(NEIGHBOURS));
            boolean isReply = root != null && random.nextInt(3) == 0;
            String[] parts = words(isReply);
            Comment said = commenting.say(
                    "proposal:" + proposal.code(),
                    isReply ? root.code() : "",
                    isReply ? "" : parts[0],
                    parts[1],
                    speaker,
                    Language.ES);
            root = isReply ? root : said;
            if (random.nextInt(3) == 0) {
                Participant agreeing = people.get(3 + random.nextInt(NEIGHBOURS));
                if (agreeing.id() != speaker.id()) {
                    commenting.react(said.code(), 1, agreeing);
                }
            }
        }
    }

    /** In a fixed order, so that nothing is said again before everything was said once. */
    private String[] words(boolean isReply) {
        do {
            lastSaid = (lastSaid + STEP) % COMMENTS.size();
        } while (COMMENTS.get(lastSaid)[0].equals("reply") != isReply);
        return COMMENTS.get(lastSaid);
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

    private static List<String> read(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(DemoCity.class.getResourceAsStream("/demo/" + file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Translated text(String key) {
        return TEXTS.get(key);
    }
}
