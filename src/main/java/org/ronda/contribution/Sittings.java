package org.ronda.contribution;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ronda.board.Board;
import org.ronda.identity.Office;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Translated;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;

/** Records what the decision body of a process decided: once, by who moderates it, for all that was settled then. */
@ApplicationScoped
@Unremovable
public class Sittings {
    private static final int MOST_VOTES = 100_000;

    @Inject
    EntityManager entityManager;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Records a sitting of the body that the process names; it is public at once. */
    @Transactional
    public Sitting record(long processId, SittingInput input, Language language, long by) {
        Instant at = now.instant();
        if (!ProcessRole.isOfTeam(processId, by, at)) {
            throw new NotFoundException();
        }
        Process process = Process.findById(processId);
        if (process.isArchived() || !process.isPublic()) {
            throw conflict(ContributionMessages::sittingNotHere);
        }
        Scope body = process.decisionBody().orElseThrow(() -> conflict(ContributionMessages::sittingNoBody));
        LocalDate day = day(input.heldOn());
        if (day.isAfter(at.atZone(process.zone()).toLocalDate())) {
            throw invalid("heldOn", ContributionMessages::sittingInFuture);
        }
        Sitting sitting = new Sitting(
                processId, body, day, votes(input), input.dissent(), link(input.link()), language.tag(), by, at);
        sitting.persist();
        ledger.record(Event.of("sitting.recorded", process.scope())
                .in(processId)
                .at(at)
                .by(by, process.scope())
                .saying(content(sitting)));
        return sitting;
    }

    private static Map<String, String> content(Sitting sitting) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("sitting", sitting.code());
        content.put("held_on", sitting.heldOn().toString());
        content.put("method", sitting.method().name());
        if (sitting.isByVotes()) {
            content.put("for", String.valueOf(sitting.votes().inFavour()));
            content.put("against", String.valueOf(sitting.votes().against()));
            content.put("abstaining", String.valueOf(sitting.votes().abstaining()));
        }
        content.put("dissent", sitting.dissent());
        content.put("link", sitting.link());
        return content;
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException wrong) {
            throw invalid("heldOn", ContributionMessages::sittingDay);
        }
    }

    private static Sitting.Votes votes(SittingInput input) {
        if (input.method().equals(Sitting.Method.CONSENSUS.name())) {
            return null;
        }
        if (!input.method().equals(Sitting.Method.VOTES.name())) {
            throw invalid("method", ContributionMessages::sittingMethodMissing);
        }
        return new Sitting.Votes(
                number("votesFor", input.votesFor()),
                number("votesAgainst", input.votesAgainst()),
                number("votesAbstaining", input.votesAbstaining()));
    }

    private static int number(String field, String typed) {
        if (!typed.matches("\\d{1,6}") || Integer.parseInt(typed) > MOST_VOTES) {
            throw invalid(field, ContributionMessages::sittingNumber);
        }
        return Integer.parseInt(typed);
    }

    private static String link(String typed) {
        if (typed.isEmpty()) {
            return "";
        }
        try {
            URI uri = new URI(typed);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return typed;
            }
        } catch (URISyntaxException wrong) {
            // said below
        }
        throw invalid("link", ContributionMessages::sittingLink);
    }

    /** The name of the body whose sitting it was. */
    public Translated body(Sitting sitting) {
        return sitting.body().kind() == Scope.Kind.BOARD
                ? Board.<Board>findById(sitting.body().id()).name()
                : Office.<Office>findById(sitting.body().id()).name();
    }

    /** What was decided then about something that everybody reads, once that is public. */
    record Decided(Contribution contribution, Outcome outcome) {}

    List<Decided> decided(Sitting sitting) {
        return entityManager
                .createQuery(
                        "select c, o from Outcome o join Contribution c on c.id = o.contributionId"
                                + " where o.sittingId = :sitting and o.publishedAt is not null and c.state = :published"
                                + " order by c.id",
                        Object[].class)
                .setParameter("sitting", sitting.id())
                .setParameter("published", Contribution.State.PUBLISHED)
                .getResultList()
                .stream()
                .map(row -> new Decided((Contribution) row[0], (Outcome) row[1]))
                .toList();
    }

    private static Refused invalid(String field, Function<ContributionMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(words(language)));
    }

    private static Refused conflict(Function<ContributionMessages, String> reason) {
        return Refused.conflict(language -> reason.apply(words(language)));
    }

    static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
