package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.ronda.kernel.Scope;

/** Somebody who wrote a contribution, and in whose name. The first is its author. */
@Entity
@IdClass(CoAuthor.Key.class)
public class CoAuthor extends PanacheEntityBase {
    /** Whether they are part of it. */
    public enum State {
        INVITED,
        ACCEPTED,
        DECLINED,
        LEFT
    }

    /** The contribution and the person. */
    public static class Key implements Serializable {
        long contributionId;
        long participantId;

        public Key() {}

        Key(long contributionId, long participantId) {
            this.contributionId = contributionId;
            this.participantId = participantId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.contributionId == contributionId
                    && key.participantId == participantId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(contributionId) * 31 + Long.hashCode(participantId);
        }
    }

    @Id
    long contributionId;

    @Id
    long participantId;

    @Enumerated(EnumType.STRING)
    Scope.Kind nameKind;

    long nameId;

    @Enumerated(EnumType.STRING)
    State state;

    Instant since;

    protected CoAuthor() {}

    public CoAuthor(Contribution contribution, long participantId, Scope inWhoseName, Instant since) {
        this.contributionId = contribution.id();
        this.participantId = participantId;
        this.nameKind = inWhoseName.kind();
        this.nameId = inWhoseName.id();
        this.state = State.ACCEPTED;
        this.since = since;
    }

    /** In another name, while it is a draft. */
    public static void speakAs(long contributionId, long participantId, Scope name) {
        update(
                "nameKind = ?1, nameId = ?2 where contributionId = ?3 and participantId = ?4",
                name.kind(),
                name.id(),
                contributionId,
                participantId);
    }

    /** Whoever is part of it. */
    public static List<CoAuthor> of(long contributionId) {
        return list("contributionId = ?1 and state = ?2 order by participantId", contributionId, State.ACCEPTED);
    }

    public long participantId() {
        return participantId;
    }

    public static boolean wrote(long contributionId, Long participantId) {
        return participantId != null
                && count(
                                "contributionId = ?1 and participantId = ?2 and state = ?3",
                                contributionId,
                                participantId,
                                State.ACCEPTED)
                        > 0;
    }
}
