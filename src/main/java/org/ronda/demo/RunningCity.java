package org.ronda.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.ronda.comment.Comment;
import org.ronda.commitment.Commitment;
import org.ronda.kernel.Now;
import org.ronda.moderation.Moderating;
import org.ronda.moderation.Plea;
import org.ronda.moderation.ReportInput;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Eligibility;
import org.ronda.process.Influence;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.proposal.Proposal;

/**
 * In the middle of things, shaped by the facts of a real co-creation: an open-government plan after its topics and
 * proposals, a district process open for proposals, a short question that ends within days, one for whoever has a code,
 * one announced and one decided.
 */
@ApplicationScoped
class RunningCity {
    @Inject
    City city;

    @Inject
    Square square;

    @Inject
    Groups groups;

    @Inject
    Drafts drafts;

    @Inject
    Amendments amendments;

    @Inject
    Moderating moderating;

    void build(Instant today) {
        city.found(today);
        square.tell();
        plan();
        districts();
        hours();
        announced();
        name();
        city.applies(city.person(4), -2);
    }

    private void plan() {
        Process process =
                Now.during(city.day(-95), () -> city.create("plan-gobierno-abierto", "plan", Influence.COLLABORATE));
        Phase topics = Now.during(
                city.day(-94),
                () -> city.phase(
                        process,
                        Phase.Kind.TOPICS,
                        City.text("plan.topics.title"),
                        City.text("plan.topics.ask"),
                        city.contract(-78, -58, 75)
                                .limited(new Contract.Limits(5, 3, 400))
                                .allowing(City.all())));
        Phase proposals = Now.during(
                city.day(-94),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("plan.proposals.title"),
                        City.text("plan.proposals.ask"),
                        city.contract(-50, -26, 34)
                                .limited(new Contract.Limits(10, null, 4_000))
                                .allowing(City.all())));
        round(process, "plan.round1", -24, -10);
        round(process, "plan.round2", -3, 18);
        city.reading(process, "plan", "https://www.opengovpartnership.org/ogp-local/");
        city.publish(process, -94);
        city.write(topics, "temas.txt", -70, 5, 4, 2);
        Now.during(city.day(-54), () -> {
            city.draw(topics, "temas.txt", City.text("plan.topics.note"));
            return null;
        });
        city.news(process, "plan.news.1", -54);
        city.news(process, "plan.news.2", -25);
        city.write(proposals, "plan.txt", -45, 10, 12, 6);
        List<Commitment> begun =
                drafts.begin(process, groups.gather(process, -25, city.moderator()), -25, city.moderator());
        drafts.talk(begun, 1, -23, Duration.ofHours(5));
        amendments.propose(begun, 1, -22);
        drafts.revise(begun, -4, 30, city.moderator());
        drafts.choose(process, 2, begun, -4, city.moderator());
        drafts.talk(begun, 2, -2, Duration.ofMinutes(90));
        amendments.propose(begun, 2, -2);
    }

    /** Every change, every comment on a clause and every question is owed an answer. */
    private void round(Process process, String name, int opens, int ends) {
        Contract contract = city.contract(opens, ends, 25);
        Now.during(
                city.day(-94),
                () -> city.phase(
                        process,
                        Phase.Kind.DRAFT_COMMENT,
                        City.text(name + ".title"),
                        City.text(name + ".ask"),
                        contract.allowing(EnumSet.of(Action.COMMENT, Action.AMEND, Action.SUPPORT))
                                .answering(new Contract.Answers(
                                        EnumSet.of(Owed.AMENDMENT, Owed.CLAUSE_COMMENT, Owed.QUESTION),
                                        contract.answers().dueAt(),
                                        100))));
    }

    private void districts() {
        Process process = Now.during(
                city.day(-40), () -> city.withTopics(city.create("tu-distrito", "district", Influence.INVOLVE)));
        Phase proposals = Now.during(
                city.day(-39),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("district.proposals.title"),
                        City.text("district.proposals.ask"),
                        city.contract(-14, 12, 40)
                                .limited(new Contract.Limits(10, 5, 4_000))
                                .withOrganisations(true)
                                .allowing(City.all())));
        Now.during(
                city.day(-39),
                () -> city.phase(
                        process,
                        Phase.Kind.TABLES,
                        City.text("district.tables.title"),
                        City.text("district.tables.ask"),
                        city.contract(16, 44, 60)));
        city.reading(process, "district", "https://www.opengovpartnership.org/ogp-local/");
        city.publish(process, -38);
        city.news(process, "district.news.1", -14);
        city.news(process, "district.news.2", -6);
        city.write(proposals, "distrito.txt", -13, 10, 9, 9);
        city.takePositions(proposals);
        city.moderatedByTwo(process);
        moderate(proposals);
        city.asksTheOffice(city.first(proposals));
    }

    /** One comment hidden, one without a passage, one that waits for a second look, one reported. */
    private void moderate(Phase phase) {
        Proposal about = city.first(phase);
        Comment hidden =
                city.say(about, city.person(1), "Los que escriben estas propuestas son todos unos inútiles.", -4);
        Comment redacted = city.say(
                about,
                city.person(7),
                "Yo puedo ayudar a plantar. Llamen a mi vecina al 555-0142, que tiene herramientas.",
                -4);
        Comment disputed =
                city.say(about, city.person(9), "Otra vez lo mismo. Es una vergüenza cómo nos toman el pelo.", -4);
        Comment reported =
                city.say(about, city.person(11), "Pintura para murales a precio amigo, pasen por mi local.", -4);
        city.decide(
                hidden,
                "hide",
                "respect",
                "unos inútiles",
                "Insulta a quienes escribieron, en vez de discutir la idea.",
                -3);
        city.decide(redacted, "redact", "privacy", "555-0142", "Es el teléfono de otra persona.", -3);
        String look = city.decide(
                disputed, "hide", "respect", "nos toman el pelo", "Descalifica sin decir qué habría que cambiar.", -3);
        Now.during(city.day(-2), () -> {
            moderating.askLook(look, new Plea("Me enojé, pero no insulté a nadie."), city.person(9));
            moderating.report(reported.code(), new ReportInput("advertising", "Vende cosas."), city.person(0));
            moderating.report(reported.code(), new ReportInput("off_topic", ""), city.person(12));
            return null;
        });
    }

    /** A short question that ends within the week. */
    private void hours() {
        Process process = Now.during(
                city.day(-21), () -> city.withTopics(city.create("horarios-de-atencion", "hours", Influence.CONSULT)));
        Phase proposals = Now.during(
                city.day(-21),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("hours.proposals.title"),
                        City.text("hours.proposals.ask"),
                        city.contract(-4, 3, 20)
                                .limited(new Contract.Limits(null, 2, 1_000))
                                .allowing(City.all())));
        city.reading(process, "hours", "https://www.opengovpartnership.org/policy-area/public-service-delivery/");
        city.publish(process, -20);
        city.news(process, "hours.news.1", -4);
        city.write(proposals, "horarios.txt", -3, 4, 12, 2);
    }

    /** A small one for whoever got a code in a letter. */
    private void name() {
        Process process = Now.during(
                city.day(-30),
                () -> city.withTopics(city.create("nombre-de-la-plaza", "name", Influence.INVOLVE, Eligibility.CODES)));
        Phase proposals = Now.during(
                city.day(-30),
                () -> city.phase(
                        process,
                        Phase.Kind.PROPOSALS,
                        City.text("name.proposals.title"),
                        City.text("name.proposals.ask"),
                        city.contract(-8, 15, 20)
                                .limited(new Contract.Limits(3, 1, 1_000))
                                .allowing(City.all())));
        city.reading(process, "name", "https://www.opengovpartnership.org/ogp-local/");
        city.codes(process, "codigos.csv", -29);
        city.publish(process, -29);
        city.writeWithCodes(proposals, "nombre.txt", "codigos.csv", -7);
    }

    private void announced() {
        Process process = Now.during(
                city.day(-5),
                () -> city.withTopics(
                        city.create("plan-climatico", "climate", Influence.CONSULT, Eligibility.IN_PERSON)));
        Now.during(
                city.day(-5),
                () -> city.phase(
                        process,
                        Phase.Kind.TOPICS,
                        City.text("climate.topics.title"),
                        City.text("climate.topics.ask"),
                        city.contract(18, 40, 60).allowing(City.all())));
        city.reading(process, "climate", "https://www.ipcc.ch/report/ar6/syr/");
        city.publish(process, -4);
        city.news(process, "climate.news.1", -4);
    }
}
