package org.ronda.process;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;

/** What a participant is in a process, from when until when. Rows are ended, never deleted. */
@Entity
public class ProcessRole extends PanacheEntity {
    long participantId;
    long processId;

    @Enumerated(EnumType.STRING)
    Role role;

    Instant validFrom;
    Instant validTo;

    protected ProcessRole() {}

    public ProcessRole(long participantId, long processId, Role role, Instant from) {
        this.participantId = participantId;
        this.processId = processId;
        this.role = role;
        this.validFrom = from;
    }

    void end(Instant now) {
        this.validTo = now;
    }

    public long id() {
        return id;
    }

    public long participantId() {
        return participantId;
    }

    public long processId() {
        return processId;
    }

    public Instant validFrom() {
        return validFrom;
    }

    public Role role() {
        return role;
    }

    static List<ProcessRole> of(long participantId, Instant now) {
        return list("participantId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)", participantId, now);
    }

    /** Who holds a role in a process now. */
    public static List<ProcessRole> holders(long processId, Role role, Instant now) {
        return list(
                "processId = ?1 and role = ?2 and validFrom <= ?3 and (validTo is null or validTo > ?3)",
                processId,
                role,
                now);
    }

    /** Whether somebody is of the team of a process now: who moderates it, or sets it up. */
    public static boolean isOfTeam(long processId, long participantId, Instant now) {
        return of(participantId, now).stream()
                .anyMatch(role -> role.processId == processId
                        && (role.role == Role.MODERATOR || role.role == Role.PROCESS_ADMINISTRATOR));
    }

    /** Who holds any role in any process. */
    static List<Long> holders(Instant now) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.participantId from ProcessRole r"
                                + " where r.validFrom <= :now and (r.validTo is null or r.validTo > :now)",
                        Long.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Whether somebody holds any role in any process. */
    public static boolean isStaff(long participantId, Instant now) {
        return count("participantId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2)", participantId, now)
                > 0;
    }

    static List<ProcessRole> ofProcess(long processId, Instant now) {
        return list(
                "processId = ?1 and validFrom <= ?2 and (validTo is null or validTo > ?2) order by role, id",
                processId,
                now);
    }
}
