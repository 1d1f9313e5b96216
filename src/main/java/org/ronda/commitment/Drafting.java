package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ronda.identity.Office;
import org.ronda.identity.OfficeReading;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Process;

/** Begins drafts and their versions, and writes the clauses of a working one: by its team, without locks on words. */
@ApplicationScoped
public class Drafting {
    @Inject
    Team team;

    @Inject
    Beginnings beginnings;

    @Inject
    OfficeReading offices;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** Begins a draft with the clauses of the form, all empty but the title. Only its team sees it. */
    @Transactional
    public Commitment begin(long processId, String title, Language language, long by) {
        return begin(processId, title, language, List.of(), by);
    }

    /**
     * Begins it from what was said: where that is one thing only, with its words.
     *
     * @param title empty for that of the one thing that it begins with
     * @param from the codes of public proposals, topic entries and groups of the process
     */
    @Transactional
    public Commitment begin(long processId, String title, Language language, List<String> from, long by) {
        Process process = Process.findById(processId);
        team.require(process, by, now.instant());
        List<Beginnings.Source> sources = beginnings.named(process, from);
        Beginnings.Source only = sources.size() == 1 ? sources.get(0) : null;
        String called = title.isBlank() && only != null ? only.title() : title;
        if (called.isBlank()) {
            throw invalid("title", CommitmentMessages::titleMissing);
        }
        List<Piece> form = Clause.Kind.FORM.stream()
                .filter(kind -> kind != Clause.Kind.TITLE)
                .map(kind -> only == null ? Piece.of(kind) : only.piece(kind))
                .toList();
        Commitment begun = begin(processId, new WholeInput(called, language.tag(), form), by);
        sources.forEach(source -> new CommitmentOrigin(begun, source.scope()).persist());
        return begun;
    }

    /** Begins a draft with all its words. Only its team sees it. */
    @Transactional
    Commitment begin(long processId, WholeInput whole, long by) {
        Instant at = now.instant();
        Process process = Process.findById(processId);
        team.require(process, by, at);
        Language language = whole.chosenLanguage();
        if (!process.languages().contains(language)) {
            throw invalid("language", CommitmentMessages::languageNotOfProcess);
        }
        if (whole.pieces().size() > Arranging.MOST - 1) {
            throw Refused.invalid("clauses", reader -> words(reader).tooManyClauses(Arranging.MOST));
        }
        Commitment commitment = new Commitment(processId, language, by, at);
        commitment.persist();
        CommitmentVersion version = new CommitmentVersion(commitment.id(), 1, CommitmentVersion.Facts.NONE, by, at);
        version.persist();
        Map<Clause.Kind, Integer> counts = new EnumMap<>(Clause.Kind.class);
        Clause named = born(commitment, Clause.Kind.TITLE, counts);
        text(version, named, 0, new ClauseText.Wording("", whole.title(), ""), List.of(), by, at);
        int position = 1;
        for (int i = 0; i < (whole.clauses() == null ? 0 : whole.clauses().size()); i++) {
            Piece piece = whole.clauses().get(i);
            if (piece != null) {
                Clause clause = born(commitment, kind("clauses[" + i + "].kind", piece.kind()), counts);
                text(version, clause, position++, piece.wording(), List.of(), by, at);
            }
        }
        return commitment;
    }

    /** Any kind but the title, which every draft has once. */
    private static Clause.Kind kind(String field, String named) {
        return Arrays.stream(Clause.Kind.values())
                .filter(kind -> kind != Clause.Kind.TITLE && kind.name().equals(named))
                .findFirst()
                .orElseThrow(() -> invalid(field, CommitmentMessages::chooseKind));
    }

    private Clause born(Commitment commitment, Clause.Kind kind, Map<Clause.Kind, Integer> counts) {
        return born(commitment, kind, counts.merge(kind, 1, Integer::sum));
    }

    /** A clause that no version had before; its thread can be counted from now on. */
    Clause clause(Commitment commitment, Clause.Kind kind) {
        return born(commitment, kind, Clause.countOf(commitment.id(), kind) + 1);
    }

    private Clause born(Commitment commitment, Clause.Kind kind, int number) {
        Clause clause = new Clause(commitment.id(), kind, number);
        clause.persist();
        ledger.born(clause.scope(), 0, commitment.processId(), "CLAUSE");
        return clause;
    }

    ClauseText text(
            CommitmentVersion version,
            Clause clause,
            int position,
            ClauseText.Wording wording,
            List<String> cameFrom,
            long by,
            Instant at) {
        ClauseText text = new ClauseText(version.id(), clause.id(), position, wording, cameFrom);
        text.persist();
        new ClauseRevision(text, by, at).persist();
        return text;
    }

    /** Begins the next version with the words of the present one; where one is being written already, that is it. */
    @Transactional
    public CommitmentVersion beginVersion(String code, long by) {
        Instant at = now.instant();
        Commitment commitment = held(code, by, at);
        List<CommitmentVersion> versions = CommitmentVersion.of(commitment.id());
        CommitmentVersion last = versions.get(versions.size() - 1);
        if (last.isWorking()) {
            return last;
        }
        CommitmentVersion next = new CommitmentVersion(commitment.id(), last.n() + 1, last.facts(), by, at);
        next.persist();
        for (Edition.Line line : Edition.of(commitment, last).lines()) {
            text(next, line.clause(), line.text().position(), line.text().wording(), List.of(), by, at);
        }
        return next;
    }

    /** Names what the working version says now; for worlds that are built. */
    @Transactional
    public String seen(String code) {
        Commitment commitment = Commitment.byCode(code).orElseThrow();
        return Edition.of(commitment, working(commitment)).seen();
    }

    /** A clause of the working version, if it is there; for worlds that are built. */
    @Transactional
    public Optional<ClauseText> text(String code, String key) {
        Commitment commitment = Commitment.byCode(code).orElseThrow();
        return Edition.of(commitment, working(commitment)).line(key).map(Edition.Line::text);
    }

    /** A clause of the version that everybody reads, if it is there; for worlds that are built. */
    @Transactional
    public Optional<ClauseText> present(String code, String key) {
        Commitment commitment = Commitment.byCode(code).orElseThrow();
        return CommitmentVersion.present(commitment.id())
                .flatMap(version ->
                        ClauseText.of(version.id(), clause(commitment, key).id()));
    }

    /** What was saved: the clause as it is now, and whether somebody's change meanwhile is in it too. */
    public record Saved(ClauseText text, boolean isMerged) {}

    /**
     * Writes a clause of the working version. Where somebody saved it meanwhile and changed other words, both changes are
     * kept; where they are the same words, nothing is saved and {@link Conflict} says what there is.
     *
     * @param seen the revision that the writer began with
     */
    @Transactional
    public Saved save(String code, String key, ClauseText.Wording mine, int seen, long by) {
        Instant at = now.instant();
        Commitment commitment = held(code, by, at);
        ClauseText text = textOf(working(commitment), clause(commitment, key));
        ClauseText.Wording wording = mine;
        boolean isMerged = text.revision() != seen;
        if (isMerged) {
            ClauseText.Wording base = ClauseRevision.of(text, seen)
                    .map(ClauseRevision::wording)
                    .orElseThrow(() -> conflict(CommitmentMessages::revisionUnknown));
            wording = Conflict.refuseOrMerge(base, text, mine);
        }
        if (key.equals("title") && wording.words().isBlank()) {
            throw invalid("words", CommitmentMessages::titleMissing);
        }
        if (key.equals("title") && wording.words().length() > BeginInput.LONGEST_TITLE) {
            throw Refused.invalid("words", language -> words(language).titleTooLong(BeginInput.LONGEST_TITLE));
        }
        if (!wording.equals(text.wording())) {
            text.write(wording);
            new ClauseRevision(text, by, at).persist();
        }
        return new Saved(text, isMerged);
    }

    /**
     * States what the working version says beside its clauses, and when it is to be public: that is said at once wherever
     * an earlier version is read, so a change of it is an event.
     *
     * @param expectedOn a day from today on, or null
     */
    @Transactional
    public void state(String code, CommitmentVersion.Facts facts, LocalDate expectedOn, long seen, long by) {
        Instant at = now.instant();
        Commitment commitment = held(code, by, at);
        CommitmentVersion version = working(commitment);
        if (version.version() != seen) {
            throw conflict(CommitmentMessages::factsChangedMeanwhile);
        }
        if (facts.startsOn() != null && facts.endsOn() != null && facts.endsOn().isBefore(facts.startsOn())) {
            throw invalid("to", CommitmentMessages::endsBeforeItStarts);
        }
        Office office = facts.leadOfficeId() == null ? null : Office.findById(facts.leadOfficeId());
        boolean isOther =
                office != null && !facts.leadOfficeId().equals(version.facts().leadOfficeId());
        if (isOther && office.hasEnded(offices.today())) {
            throw invalid("office", CommitmentMessages::officeEnded);
        }
        version.state(facts);
        if (!Objects.equals(expectedOn, version.expectedOn())) {
            expect(commitment, version, expectedOn, at, by);
        }
    }

    private void expect(Commitment commitment, CommitmentVersion version, LocalDate day, Instant at, long by) {
        Process process = Process.findById(commitment.processId());
        if (day != null && day.isBefore(LocalDate.ofInstant(at, process.zone()))) {
            throw invalid("expected", CommitmentMessages::expectedInThePast);
        }
        version.expect(day);
        if (version.n() > 1) {
            ledger.record(Event.of("commitment.expected", commitment.scope())
                    .in(process.id())
                    .at(at)
                    .by(by, Scope.process(process.id()))
                    .saying(Map.of(
                            "version", String.valueOf(version.n()), "expected_on", day == null ? "" : day.toString())));
        }
    }

    /** The draft, held until the transaction ends, for somebody of its team only. */
    Commitment held(String code, long by, Instant at) {
        Commitment commitment = Commitment.byCode(code).orElseThrow(NotFoundException::new);
        team.require(Process.findById(commitment.processId()), by, at);
        commitment.hold();
        return commitment;
    }

    CommitmentVersion working(Commitment commitment) {
        return CommitmentVersion.working(commitment.id()).orElseThrow(() -> conflict(CommitmentMessages::notWorking));
    }

    Clause clause(Commitment commitment, String key) {
        return Clause.byKey(commitment.id(), key).orElseThrow(NotFoundException::new);
    }

    ClauseText textOf(CommitmentVersion version, Clause clause) {
        return ClauseText.of(version.id(), clause.id()).orElseThrow(NotFoundException::new);
    }

    /** Takes it out of the working version, with how it was written. */
    void drop(ClauseText text) {
        ClauseRevision.delete("clauseTextId", text.id());
        text.delete();
    }

    static Refused invalid(String field, Function<CommitmentMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(words(language)));
    }

    static Refused conflict(Function<CommitmentMessages, String> reason) {
        return Refused.conflict(language -> reason.apply(words(language)));
    }

    static CommitmentMessages words(Language language) {
        return Wording.of(CommitmentMessages.class, language);
    }
}
