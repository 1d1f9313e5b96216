package org.ronda.contribution;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.Objects;

/** That a file belongs to the versions of a contribution from one on, and to which no longer. */
@Entity
@IdClass(ContributionFile.Key.class)
class ContributionFile extends PanacheEntityBase {
    /** The contribution, the file and the first version that it belongs to. */
    static class Key implements Serializable {
        long contributionId;
        long fileId;
        int sinceVersion;

        Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.contributionId == contributionId
                    && key.fileId == fileId
                    && key.sinceVersion == sinceVersion;
        }

        @Override
        public int hashCode() {
            return Objects.hash(contributionId, fileId, sinceVersion);
        }
    }

    @Id
    long contributionId;

    @Id
    long fileId;

    @Id
    int sinceVersion;

    Integer untilVersion;
    int position;
    String caption;

    protected ContributionFile() {}

    ContributionFile(Contribution contribution, long fileId, int position, String caption) {
        this.contributionId = contribution.id();
        this.fileId = fileId;
        this.sinceVersion = contribution.wordsVersion();
        this.position = position;
        this.caption = caption;
    }

    /** It does not belong to this version any more; those before keep it. */
    void end(int version) {
        untilVersion = version;
    }
}
