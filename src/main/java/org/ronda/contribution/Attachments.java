package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.ronda.identity.Viewer;
import org.ronda.kernel.FileOwner;
import org.ronda.kernel.Language;
import org.ronda.kernel.Refused;
import org.ronda.kernel.StoredFiles;
import org.ronda.kernel.Upload;
import org.ronda.kernel.Wording;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;

/**
 * Which files belong to which contribution, and to which of its versions. Who reaches the words reaches the files, of
 * earlier versions too; nobody else does.
 */
@ApplicationScoped
public class Attachments implements FileOwner {
    public static final int MOST = 5;

    @Inject
    EntityManager entityManager;

    @Inject
    StoredFiles files;

    @Inject
    Processes processes;

    @Inject
    Standing standing;

    @Inject
    Names names;

    @Inject
    Viewer viewer;

    /** Those of all versions, in their order. */
    public List<Attachment> all(Contribution contribution) {
        return entityManager
                .createQuery(
                        "select f, a from ContributionFile a join StoredFile f on f.id = a.fileId"
                                + " where a.contributionId = :id order by a.position, a.sinceVersion",
                        Attachment.class)
                .setParameter("id", contribution.id())
                .getResultList();
    }

    /** Those of one version, with the captions that its words have. */
    public static List<Attachment> in(ContributionVersion version, List<Attachment> all) {
        return Attachment.saidIn(
                version.words().getOrDefault("files", ""),
                all.stream().filter(file -> file.isIn(version.n())).toList());
    }

    /**
     * Gives each file the caption that its last version has now, after passages were taken out of the words or put back:
     * else the next version would bring back what is out.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void followWords(Contribution contribution) {
        List<Attachment> all = all(contribution);
        // in their order, so the last one says how it stays
        for (ContributionVersion version :
                all.isEmpty() ? List.<ContributionVersion>of() : ContributionVersion.of(contribution.id())) {
            in(version, all).forEach(file -> file.place().caption = file.caption());
        }
    }

    /** Those of the present version. */
    public List<Attachment> of(Contribution contribution) {
        return all(contribution).stream()
                .filter(file -> file.isIn(contribution.wordsVersion()))
                .toList();
    }

    /**
     * Does it to the present version; where that is a new one, earlier ones keep what they had. Whoever calls has locked
     * the contribution's row.
     *
     * @return the files that belong to it now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Attachment> change(Contribution contribution, FileChanges changes) {
        for (Attachment file : of(contribution)) {
            String caption = changes.captions().getOrDefault(file.code(), file.caption());
            if (changes.removed().contains(file.code())) {
                remove(contribution, file);
            } else if (!caption.equals(file.caption())) {
                rename(contribution, file, caption);
            }
        }
        entityManager.flush();
        if (changes.added() != null) {
            add(contribution, changes.added(), changes.caption());
        }
        return of(contribution);
    }

    /** Forgets those of a draft that is thrown away. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Contribution draft) {
        of(draft).forEach(file -> remove(draft, file));
        entityManager.flush();
    }

    /** Forgets the files of all versions, when the words go for good. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetAll(Contribution contribution) {
        for (Attachment file : all(contribution)) {
            file.place().delete();
            entityManager.flush();
            if (ContributionFile.count("fileId", file.file().id()) == 0) {
                files.remove(file.file().id());
            }
        }
    }

    private void add(Contribution contribution, Upload upload, String caption) {
        refuseWithoutCaption("caption", caption);
        List<Attachment> present = of(contribution);
        if (present.size() >= MOST) {
            throw Refused.invalid("file", language -> words(language).filesTooMany(MOST));
        }
        int position = present.isEmpty() ? 1 : present.get(present.size() - 1).place().position + 1;
        new ContributionFile(contribution, files.store(upload).id(), position, caption).persistAndFlush();
    }

    private void rename(Contribution contribution, Attachment file, String caption) {
        refuseWithoutCaption("captions", caption);
        if (isNew(contribution, file)) {
            file.place().caption = caption;
        } else {
            file.place().end(contribution.wordsVersion());
            new ContributionFile(contribution, file.file().id(), file.place().position, caption).persist();
        }
    }

    /** Takes it out of the present version, and away altogether if it never belonged to an earlier one. */
    private void remove(Contribution contribution, Attachment file) {
        if (!isNew(contribution, file)) {
            file.place().end(contribution.wordsVersion());
            return;
        }
        file.place().delete();
        entityManager.flush();
        if (ContributionFile.count("fileId", file.file().id()) == 0) {
            files.remove(file.file().id());
        }
    }

    /** Whether no earlier version has it in this place. */
    private static boolean isNew(Contribution contribution, Attachment file) {
        return file.place().sinceVersion == contribution.wordsVersion();
    }

    private static void refuseWithoutCaption(String field, String caption) {
        if (caption.isBlank()) {
            throw Refused.invalid(field, language -> words(language).captionMissing());
        }
    }

    @Override
    @Transactional
    public boolean reaches(long fileId) {
        return entityManager
                .createQuery(
                        "select c from Contribution c where c.id in (select a.contributionId from ContributionFile a"
                                + " where a.fileId = :file)",
                        Contribution.class)
                .setParameter("file", fileId)
                .getResultStream()
                .anyMatch(this::isRead);
    }

    private boolean isRead(Contribution contribution) {
        Process process = Process.findById(contribution.processId());
        if (contribution.isWithdrawn() || !processes.isReached(process)) {
            return false;
        }
        return contribution.isPublished()
                || names.isOneOf(contribution, viewer.idOrNull())
                || !contribution.isDraft() && !contribution.isUnconfirmed() && standing.moderates(process.id());
    }

    private static ContributionMessages words(Language language) {
        return Wording.of(ContributionMessages.class, language);
    }
}
