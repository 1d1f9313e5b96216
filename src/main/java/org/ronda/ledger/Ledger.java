package org.ronda.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Objects;
import javax.sql.DataSource;
import org.ronda.kernel.Code;
import org.ronda.kernel.Scope;

/**
 * The book of everything that was done in public. A use-case records its event as its last statement, in its own
 * transaction; the {@link Sealer} chains and counts it a moment later.
 */
@ApplicationScoped
public class Ledger {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 32;

    private static final String EVENT =
            "insert into ledger_event (id, format, kind, process_id, subject_kind, subject_id,"
                    + " gate_at, deltas, who, what, leaf, receipt) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ACTOR =
            ";insert into ledger_actor (event_id, actor_id, name_kind, name_id, salt) values (?, ?, ?, ?, ?)";
    private static final String CONTENT = ";insert into ledger_content (event_id, content, salt) values (?, ?, ?)";
    private static final String PENDING = ";insert into ledger_pending (event_id) values (?)";

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource dataSource;

    @Inject
    Sealer sealer;

    /**
     * Writes the event and answers its receipt code. Everything else of the transaction is flushed first, so that the
     * rows that the event is about are locked before its id is drawn: two events on one subject have their ids in the
     * order in which they took effect.
     */
    @Transactional(TxType.MANDATORY)
    public String record(Event event) {
        Objects.requireNonNull(event.at(), "an event needs the instant of the gate's check");
        entityManager.flush();
        try (Connection connection = dataSource.getConnection()) {
            String receipt = Code.receipt();
            insert(connection, nextId(connection), event, receipt);
            return receipt;
        } catch (SQLException e) {
            throw new IllegalStateException("the event " + event.kind() + " was not recorded", e);
        }
    }

    private static long nextId(Connection connection) throws SQLException {
        try (PreparedStatement next = connection.prepareStatement("select nextval('ledger_event_seq')");
                ResultSet row = next.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    // All rows of an event travel as one statement, so that a write costs one round trip more, not four.
    private static void insert(Connection connection, long id, Event event, String receipt) throws SQLException {
        boolean hasActor = event.actorId() != null || event.name() != null;
        boolean hasContent = !event.content().isEmpty();
        byte[] whoSalt = salt();
        byte[] whatSalt = salt();
        Recorded recorded = new Recorded(
                id,
                event.kind(),
                event.processId(),
                event.subject().kind().name(),
                event.subject().id(),
                event.at(),
                Delta.write(event.deltas()),
                hasActor ? Canonical.who(whoSalt, event.actorId(), event.name()) : Canonical.NONE,
                hasContent ? Canonical.what(whatSalt, event.content()) : Canonical.NONE,
                receipt);
        String sql = EVENT + (hasActor ? ACTOR : "") + (hasContent ? CONTENT : "") + PENDING;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Parameters parameters = new Parameters(statement)
                    .number(id)
                    .number((long) Canonical.FORMAT)
                    .text(recorded.kind())
                    .number(recorded.processId())
                    .text(recorded.subjectKind())
                    .number(recorded.subjectId())
                    .any(recorded.at().atOffset(ZoneOffset.UTC))
                    .text(recorded.deltas())
                    .bytes(recorded.who())
                    .bytes(recorded.what())
                    .bytes(Canonical.leaf(recorded))
                    .text(receipt);
            if (hasActor) {
                Scope name = event.name();
                parameters
                        .number(id)
                        .number(event.actorId())
                        .text(name == null ? null : name.kind().name())
                        .number(name == null ? null : name.id())
                        .bytes(whoSalt);
            }
            if (hasContent) {
                parameters.number(id).text(Content.write(event.content())).bytes(whatSalt);
            }
            parameters.number(id);
            statement.execute();
        }
    }

    private static byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return salt;
    }

    /** Gives a new subject its counters, at 0. In the transaction that makes the subject. */
    @Transactional(TxType.MANDATORY)
    public void born(Scope subject, int meaning, Long processId, String kind) {
        born(subject, meaning, processId, kind, null);
    }

    /** @param within in whose list it is read by its counts, or null */
    @Transactional(TxType.MANDATORY)
    public void born(Scope subject, int meaning, Long processId, String kind, Scope within) {
        change(
                "insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current,"
                        + " within_kind, within_id) values (?, ?, ?, ?, ?, true, ?, ?)",
                parameters -> parameters
                        .scope(subject)
                        .number((long) meaning)
                        .number(processId)
                        .text(kind)
                        .text(within == null ? null : within.kind().name())
                        .number(within == null ? null : within.id()));
    }

    /** Takes the counters of a subject away that nobody ever reached. */
    @Transactional(TxType.MANDATORY)
    public void unborn(Scope subject) {
        change(
                "delete from subject_count where subject_kind = ? and subject_id = ?",
                parameters -> parameters.scope(subject));
    }

    /**
     * Gives a subject whose text now means something else a count of supports for that meaning, at 0, and makes it the
     * one that is shown. Holds the sealer off until the transaction ends, so that no comment is counted on the old row
     * only.
     */
    @Transactional(TxType.MANDATORY)
    public void newMeaning(Scope subject, int meaning) {
        change("select position from ledger_head where id = 1 for update", parameters -> {});
        change(
                "update subject_count set is_current = false where subject_kind = ? and subject_id = ? and is_current",
                parameters -> parameters.scope(subject));
        change(
                "insert into subject_count (subject_kind, subject_id, meaning, process_id, kind, is_current,"
                        + " within_kind, within_id, contributions, comments, supports, agrees, disagrees)"
                        + " select subject_kind, subject_id, cast(? as integer), process_id, kind, true,"
                        + " within_kind, within_id, contributions, comments, 0, agrees, disagrees from subject_count c"
                        + " where subject_kind = ? and subject_id = ? and meaning = (select max(m.meaning)"
                        + " from subject_count m where m.subject_kind = c.subject_kind and m.subject_id = c.subject_id)",
                parameters -> parameters.number((long) meaning).scope(subject));
    }

    /** Seals everything that is committed and pending; for tests and the demo. Not inside a transaction that wrote. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void drain() {
        while (sealer.sealWaiting() > 0) {
            // until nothing is left
        }
    }

    /** The words of all events about a hidden subject, past and future, are not published until they are unsealed. */
    @Transactional(TxType.MANDATORY)
    public void sealWords(Scope subject) {
        change(
                "insert into ledger_sealed_subject (subject_kind, subject_id) values (?, ?) on conflict do nothing",
                parameters -> parameters.scope(subject));
    }

    @Transactional(TxType.MANDATORY)
    public void unsealWords(Scope subject) {
        change(
                "delete from ledger_sealed_subject where subject_kind = ? and subject_id = ?",
                parameters -> parameters.scope(subject));
    }

    /** Erases the words of events for good; their hash and the chain stay. */
    @Transactional(TxType.MANDATORY)
    public void dropWords(long... eventIds) {
        for (long eventId : eventIds) {
            change("delete from ledger_content where event_id = ?", parameters -> parameters.number(eventId));
        }
    }

    /** Erases the words that a participant put into the events of a subject; why others acted on it stays. */
    @Transactional(TxType.MANDATORY)
    public void dropWords(Scope subject, long participantId) {
        change(
                "delete from ledger_content where event_id in (select e.id from ledger_event e"
                        + " join ledger_actor a on a.event_id = e.id"
                        + " where e.subject_kind = ? and e.subject_id = ? and a.actor_id = ?)",
                parameters -> parameters.scope(subject).number(participantId));
    }

    /** Makes everything that a participant did the doing of nobody, for good; the hashes and the chain stay. */
    @Transactional(TxType.MANDATORY)
    public void dropActor(long participantId) {
        change("delete from ledger_actor where actor_id = ?", parameters -> parameters.number(participantId));
        change(
                "delete from ledger_actor where name_kind = ? and name_id = ?",
                parameters -> parameters.scope(Scope.person(participantId)));
    }

    private interface Filling {
        void fill(Parameters parameters) throws SQLException;
    }

    private void change(String sql, Filling filling) {
        entityManager.flush();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            filling.fill(new Parameters(statement));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
