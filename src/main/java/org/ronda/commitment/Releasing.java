package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronda.identity.Office;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Process;
import org.ronda.search.Index;

/** Makes a working version public: from then on it is never changed, and what was said about the one before is carried over. */
@ApplicationScoped
public class Releasing {
    @Inject
    Drafting drafting;

    @Inject
    Carrying carrying;

    @Inject
    Answering answering;

    @Inject
    Ledger ledger;

    @Inject
    Index index;

    @Inject
    Now now;

    /**
     * Publishes the working version. Clauses without words are not part of it.
     *
     * @param seen the text that whoever publishes read, as {@link Edition#seen} names it
     * @param summary what changed, in the language of record; asked for from the second version on
     */
    @Transactional
    public CommitmentVersion publish(String code, String seen, String summary, long by) {
        Instant at = now.instant();
        Commitment commitment = drafting.held(code, by, at);
        CommitmentVersion version = drafting.working(commitment);
        Process process = Process.findById(commitment.processId());
        if (!process.isPublic()) {
            throw Drafting.conflict(CommitmentMessages::processNotPublic);
        }
        Edition written = Edition.of(commitment, version);
        if (!written.seen().equals(seen)) {
            throw Drafting.conflict(CommitmentMessages::savedMeanwhile);
        }
        answering.refuseUndecided(commitment);
        Edition fresh = written.withoutEmpty();
        if (fresh.lines().size() < 2) {
            throw Drafting.conflict(CommitmentMessages::nothingToPublish);
        }
        written.lines().stream().filter(Edition.Line::isEmpty).forEach(line -> drafting.drop(line.text()));
        CommitmentVersion before = CommitmentVersion.present(commitment.id()).orElse(null);
        if (before != null && summary.isBlank()) {
            throw Drafting.invalid("summary", CommitmentMessages::summaryMissing);
        }
        Edition old = before == null ? null : Edition.of(commitment, before);
        if (old != null) {
            if (old.saysTheSameAs(fresh)) {
                throw Drafting.conflict(CommitmentMessages::nothingChanged);
            }
            before.supersede();
            carrying.carry(old, fresh);
        } else {
            ledger.born(commitment.scope(), 0, process.id(), "COMMITMENT");
        }
        version.publish(summary, by, at);
        index(commitment, fresh, at);
        // how it was written is nobody's to look up once it is public
        ClauseRevision.delete("clauseTextId in (select t.id from ClauseText t where t.versionId = ?1)", version.id());
        ledger.record(Event.of("commitment.published", commitment.scope())
                .in(process.id())
                .at(at)
                .by(by, Scope.process(process.id()))
                .saying(content(version, fresh)));
        answering.publish(commitment, old, fresh, by, at);
        return version;
    }

    /**
     * Publishes several drafts in one act: the version that is being written of each, or where none is, what was decided
     * about it. Where one cannot be published, none is.
     *
     * @param seen the texts that were read, in the order of the drafts; empty where no version is written
     * @param summaries what changed, in the same order
     */
    @Transactional
    public void publishRound(List<String> drafts, List<String> seen, List<String> summaries, long by) {
        if (seen.size() != drafts.size() || summaries.size() != drafts.size()) {
            throw new BadRequestException();
        }
        boolean isAnything = false;
        for (int i = 0; i < drafts.size(); i++) {
            Commitment commitment = drafting.held(drafts.get(i), by, now.instant());
            try {
                isAnything |= publishOf(commitment, seen.get(i), summaries.get(i), by);
            } catch (Refused refused) {
                throw of(commitment, refused);
            }
        }
        if (!isAnything) {
            throw Drafting.conflict(CommitmentMessages::nothingToAnswer);
        }
    }

    /** Whether there was anything to publish. */
    private boolean publishOf(Commitment commitment, String seen, String summary, long by) {
        if (!seen.isEmpty()) {
            publish(commitment.code(), seen, summary, by);
            return true;
        }
        if (answering.hasUnpublished(commitment)) {
            answering.answer(commitment.code(), by);
            return true;
        }
        answering.refuseUndecided(commitment);
        return false;
    }

    /** Says of which draft it is. */
    private static Refused of(Commitment commitment, Refused refused) {
        String title = CommitmentVersion.present(commitment.id())
                .map(version -> Edition.of(commitment, version).title())
                .orElse(commitment.code());
        return new Refused(
                refused.status(),
                refused.field() == null ? null : refused.field() + "-" + commitment.code(),
                language -> title + ": " + refused.in(language));
    }

    private void index(Commitment commitment, Edition fresh, Instant at) {
        index.put(new Index.Entry(
                commitment.scope(),
                commitment.processId(),
                "commitment",
                commitment.language(),
                true,
                fresh.title(),
                true,
                fresh.lines().stream().map(line -> line.text().words()).collect(Collectors.joining("\n")),
                at));
    }

    /** The facts, the order and each clause by its key, as the hash of its words, so that the event stays small and anybody can compare. */
    private static Map<String, String> content(CommitmentVersion version, Edition fresh) {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("version", String.valueOf(version.n()));
        content.put("summary", version.summary());
        CommitmentVersion.Facts facts = version.facts();
        Office office = facts.leadOfficeId() == null ? null : Office.findById(facts.leadOfficeId());
        content.put("office", office == null ? "" : office.code());
        content.put(
                "starts_on", facts.startsOn() == null ? "" : facts.startsOn().toString());
        content.put("ends_on", facts.endsOn() == null ? "" : facts.endsOn().toString());
        content.put("values", facts.values().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        content.put(
                "order", fresh.lines().stream().map(line -> line.clause().key()).collect(Collectors.joining(" ")));
        for (Edition.Line line : fresh.lines()) {
            content.put(line.clause().key(), line.hash());
            if (!line.text().easyRead().isEmpty()) {
                content.put(
                        line.clause().key() + "_easy_read",
                        Edition.Line.hash(line.text().easyRead()));
            }
        }
        return content;
    }
}
