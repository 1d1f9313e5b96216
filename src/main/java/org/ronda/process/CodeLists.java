package org.ronda.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;

/**
 * Lists of codes of a process: uploaded as a preview, which no code is found in, then confirmed. A code itself is never
 * stored, only the key of the voter that it makes.
 */
@ApplicationScoped
public class CodeLists {
    private static final int AT_ONCE = 1_000;
    /** As many reasons as anybody reads. */
    private static final int MOST_REASONS = 200;

    /** A list with how many of its codes are used. */
    public record Counted(CodeList list, int used) {}

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource database;

    @Inject
    ProcessSetup setup;

    @Inject
    Voters voters;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** What a file holds, as keys; needs no transaction. */
    CodeFile.Content read(long processId, byte[] bytes) {
        return CodeFile.read(bytes, code -> key(processId, code));
    }

    byte[] key(long processId, String normalised) {
        return voters.keyFrom("code", processId, normalised);
    }

    /**
     * Puts the rows where nobody's code is found yet; takes the place of an earlier preview. The gate's instant, from
     * which a transaction has five seconds, is asked for at the end: a hundred thousand rows take longer.
     */
    @Transactional
    CodeList upload(long processId, CodeFile.Content content, long by) {
        lock(processId);
        CodeList.previews(processId).forEach(this::discard);
        CodeList list = new CodeList(processId, by, now.instant());
        list.persist();
        entityManager.flush();
        List<CodeFile.Refusal> refused = new ArrayList<>(content.refused());
        int given;
        try (Connection connection = database.getConnection()) {
            given = insert(connection, list, content.taken(), refused);
            explain(connection, list, refused);
        } catch (SQLException broken) {
            throw new IllegalStateException("the codes were not kept", broken);
        }
        list.hold(given, refused.size(), content.empty());
        administered(processId, by);
        return list;
    }

    /** The same with the file at hand; the code of the list. */
    @Transactional
    public String upload(long processId, byte[] file, long by) {
        return upload(processId, read(processId, file), by).code();
    }

    /** From now on whoever brings one of these codes counts. */
    @Transactional
    public void confirm(long processId, String code, String reason, long by) {
        Process process = administered(processId, by);
        CodeList list = of(processId, code);
        if (!list.isPreview()) {
            throw Refused.conflict(language -> words(language).codesConfirmed());
        } else if (list.given() == 0) {
            throw Refused.conflict(language -> words(language).codesNone());
        }
        ProcessSetup.refuseSilence(process, reason);
        list.confirm(now.atGate());
        record("codes.given", process, list, reason, by);
    }

    /** Takes a list back as long as none of its codes is used; a preview leaves no trace. */
    @Transactional
    public void withdraw(long processId, String code, String reason, long by) {
        Process process = lock(processId);
        CodeList list = of(processId, code);
        if (list.isPreview()) {
            discard(list);
            administered(processId, by);
            return;
        } else if (list.isWithdrawn()) {
            throw Refused.conflict(language -> words(language).codesWithdrawn());
        }
        ProcessSetup.refuseSilence(process, reason);
        // a code that is being used at this moment is locked by whoever uses it
        if (change("delete from eligibility_code where list_id = :list and used_at is null", list) != list.given()) {
            throw Refused.conflict(language -> words(language).codesUsed());
        }
        administered(processId, by);
        list.withdraw(now.atGate());
        record("codes.withdrawn", process, list, reason, by);
    }

    /** The lists of a process with the numbers of codes used, the latest first. */
    public List<Counted> of(long processId) {
        List<CodeList> lists = CodeList.of(processId);
        Map<Long, Integer> used = new HashMap<>();
        if (!lists.isEmpty()) {
            List<Object[]> rows = entityManager
                    .createNativeQuery(
                            "select list_id, count(*) from eligibility_code where list_id in (:lists)"
                                    + " and used_at is not null group by list_id",
                            Object[].class)
                    .setParameter("lists", lists.stream().map(CodeList::id).toList())
                    .getResultList();
            rows.forEach(row -> used.put(((Number) row[0]).longValue(), ((Number) row[1]).intValue()));
        }
        return lists.stream()
                .map(list -> new Counted(list, used.getOrDefault(list.id(), 0)))
                .toList();
    }

    /** The first rows of a list that were not taken. */
    List<CodeFile.Refusal> refusals(CodeList list) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select file_row, fault from code_refusal where list_id = :list order by file_row",
                        Object[].class)
                .setParameter("list", list.id())
                .getResultList();
        return rows.stream()
                .map(row -> new CodeFile.Refusal(((Number) row[0]).intValue(), CodeFile.Fault.valueOf((String) row[1])))
                .toList();
    }

    /** How many were taken; those that another list holds are added to what was refused. */
    private static int insert(
            Connection connection, CodeList list, List<CodeFile.Taken> taken, List<CodeFile.Refusal> refused)
            throws SQLException {
        int given = 0;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into eligibility_code (process_id, code_key, list_id) values (?, ?, ?)"
                        + " on conflict do nothing")) {
            for (int from = 0; from < taken.size(); from += AT_ONCE) {
                List<CodeFile.Taken> some = taken.subList(from, Math.min(taken.size(), from + AT_ONCE));
                for (CodeFile.Taken one : some) {
                    insert.setLong(1, list.processId);
                    insert.setBytes(2, one.key());
                    insert.setLong(3, list.id());
                    insert.addBatch();
                }
                int[] inserted = insert.executeBatch();
                for (int i = 0; i < inserted.length; i++) {
                    if (inserted[i] == 1) {
                        given++;
                    } else {
                        refused.add(new CodeFile.Refusal(some.get(i).row(), CodeFile.Fault.PRESENT));
                    }
                }
            }
        }
        return given;
    }

    private static void explain(Connection connection, CodeList list, List<CodeFile.Refusal> refused)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into code_refusal (list_id, file_row, fault) values (?, ?, ?)")) {
            for (CodeFile.Refusal one : refused.stream().limit(MOST_REASONS).toList()) {
                insert.setLong(1, list.id());
                insert.setInt(2, one.row());
                insert.setString(3, one.fault().name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void discard(CodeList preview) {
        change("delete from eligibility_code where list_id = :list", preview);
        change("delete from code_refusal where list_id = :list", preview);
        preview.delete();
        entityManager.flush();
    }

    private int change(String sql, CodeList list) {
        return entityManager
                .createNativeQuery(sql)
                .setParameter("list", list.id())
                .executeUpdate();
    }

    /** One change of a process's lists at a time. */
    private Process lock(long processId) {
        return Optional.ofNullable(entityManager.find(Process.class, processId, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(NotFoundException::new);
    }

    private Process administered(long processId, long by) {
        Process process = setup.changeable(processId, by);
        if (!process.asks(Eligibility.CODES)) {
            throw Refused.conflict(language -> words(language).codesNotAsked());
        }
        return process;
    }

    static CodeList of(long processId, String code) {
        return CodeList.byCode(processId, code).orElseThrow(NotFoundException::new);
    }

    private void record(String kind, Process process, CodeList list, String reason, long by) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("number", String.valueOf(list.given()));
        if (reason != null && !reason.isBlank()) {
            content.put("reason", reason.strip());
        }
        ledger.record(Event.of(kind, process.scope())
                .in(process.id())
                .at(now.atGate())
                .by(by, Scope.person(by))
                .saying(content));
    }

    private static SetupMessages words(Language language) {
        return Wording.of(SetupMessages.class, language);
    }
}
