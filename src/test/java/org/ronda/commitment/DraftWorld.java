package org.ronda.commitment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.ronda.comment.Commenting;
import org.ronda.identity.Newcomer;
import org.ronda.identity.Office;
import org.ronda.identity.Participant;
import org.ronda.kernel.Forms;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.Influence;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Process;
import org.ronda.process.ProcessSetup;
import org.ronda.process.Role;

/** Public drafts of two clauses, each in a process of its own whose round is open. */
@ApplicationScoped
class DraftWorld {
    static final String ACTION =
            "El municipio abrirá una mesa única para pedidos de información, que responderá en quince días hábiles.";

    /** A draft with the process that it is of, and who moderates that. */
    record Draft(String code, long processId, String slug, long moderator) {
        String address() {
            return "/commitments/" + code;
        }

        String processAddress() {
            return "/processes/" + slug;
        }
    }

    @Inject
    ProcessSetup setup;

    @Inject
    Drafting drafting;

    @Inject
    Releasing releasing;

    @Inject
    Commenting commenting;

    @Inject
    Ledger ledger;

    /** Open to comments, changes and supports for nine days; all that is said is owed an answer. */
    Draft open() {
        long moderator = QuarkusTransaction.requiringNew()
                .call(() -> Participant.bySubject("moderacion").orElseThrow().id());
        Instant today = Instant.now();
        Process process = Now.during(today.minus(Duration.ofDays(30)), () -> {
            Process made = setup.create(
                    "rondas-" + Forms.nonce().replaceAll("[\\W_]", "").toLowerCase(), description(), moderator);
            setup.appoint(made.id(), moderator, Role.MODERATOR, moderator);
            addRound(made.id(), "Ronda 1", today.minus(Duration.ofDays(1)), today.plus(Duration.ofDays(9)), moderator);
            setup.publish(made.id(), null, moderator);
            return made;
        });
        String code = drafting.begin(process.id(), "Una mesa única", Language.ES, moderator)
                .code();
        Draft draft = new Draft(code, process.id(), process.slug(), moderator);
        write(draft, "problem", "Quien pide información no sabe a quién dirigirse.");
        write(draft, "action", ACTION);
        releasing.publish(code, drafting.seen(code), "", moderator);
        ledger.drain();
        return draft;
    }

    /** Another round, after the one that is open. */
    void addRound(Draft draft) {
        Instant later = Instant.now().plus(Duration.ofDays(40));
        addRound(draft.processId(), "Ronda 2", later, later.plus(Duration.ofDays(9)), draft.moderator());
    }

    private void addRound(long process, String title, Instant opens, Instant ends, long moderator) {
        setup.add(
                process,
                Phase.Kind.DRAFT_COMMENT,
                Translated.of(title, title, title),
                Translated.of("Comentá.", "Comment.", "Commentez."),
                Contract.between(opens, ends)
                        .allowing(EnumSet.of(Action.COMMENT, Action.AMEND, Action.SUPPORT))
                        .answering(new Contract.Answers(
                                EnumSet.of(Owed.CLAUSE_COMMENT, Owed.AMENDMENT), ends.plus(Duration.ofDays(11)), 100)),
                "Para probar.",
                moderator);
    }

    private static Process.Description description() {
        return new Process.Description(
                Translated.of("Rondas de prueba", "Rounds to try", "Tours d’essai"),
                Translated.of("Para probar.", "To try.", "Pour essayer."),
                Translated.of("Algo.", "Something.", "Quelque chose."),
                Translated.of("Nada más.", "Nothing else.", "Rien d’autre."),
                Translated.EMPTY,
                Scope.office(QuarkusTransaction.requiringNew()
                        .call(() -> Office.<Office>findAll().firstResult().id())),
                Influence.COLLABORATE,
                List.of(Language.ES, Language.EN),
                ZoneId.of("America/Argentina/Cordoba"));
    }

    Participant moderatorOf(Draft draft) {
        return QuarkusTransaction.requiringNew().call(() -> Participant.findById(draft.moderator()));
    }

    void write(Draft draft, String key, String words) {
        ClauseText text = drafting.text(draft.code(), key).orElseThrow();
        drafting.save(draft.code(), key, new ClauseText.Wording("", words, ""), text.revision(), draft.moderator());
    }

    String comment(Draft draft, Newcomer by, String key, String body) {
        String code = commenting
                .say("clause:" + draft.code() + "." + key, "", "", body, by.row(), Language.ES)
                .code();
        ledger.drain();
        return code;
    }

    static Response send(RequestSpecification request, String nonce, String path, String... fields) {
        request.formParam("nonce", nonce);
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return request.post(path);
    }

    static String[] and(String[] fields, String... more) {
        return Stream.concat(Stream.of(fields), Stream.of(more)).toArray(String[]::new);
    }
}
