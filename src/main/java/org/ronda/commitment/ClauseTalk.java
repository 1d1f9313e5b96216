package org.ronda.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.comment.Comment;
import org.ronda.comment.Matter;
import org.ronda.comment.Quote;
import org.ronda.comment.Subject;
import org.ronda.kernel.Page;
import org.ronda.kernel.Scope;
import org.ronda.process.Processes;
import org.ronda.process.Stage;

/** What is said about the clauses of drafts: under the round that its draft is in, at the words that are meant. */
@ApplicationScoped
class ClauseTalk implements Matter {
    @Inject
    CommitmentReading reading;

    @Inject
    Carrying carrying;

    @Inject
    Processes processes;

    @Inject
    Rounds rounds;

    @Inject
    EntityManager entityManager;

    @Inject
    Page page;

    @ConfigProperty(name = "quarkus.datasource.db-kind")
    String database;

    @Override
    public String prefix() {
        return "clause";
    }

    @Override
    public Scope.Kind kind() {
        return Scope.Kind.CLAUSE;
    }

    /** @param name the code of the draft and the key of the clause, such as {@code C-4M8T1X6D.problem} */
    @Override
    public Subject reach(String name) {
        String[] parts = name.split("\\.", 2);
        if (parts.length != 2) {
            throw new NotFoundException();
        }
        Draft draft = reading.reach(parts[0]);
        Rounds.Turn turn = rounds.turn(processes.timeline(draft.process()), draft.commitment(), draft.versions());
        return subject(draft, reading.everSaid(draft, parts[1]), turn.stage());
    }

    /** @param stage the round whose contract it is under, or null */
    Subject subject(Draft draft, Edition.Line line, Stage stage) {
        Clause clause = line.clause();
        boolean isGone = draft.present().line(clause.key()).isEmpty();
        return new Subject(
                "clause:" + draft.commitment().code() + "." + clause.key(),
                clause.scope(),
                draft.process(),
                // nothing is added to what is no longer part of the text
                isGone && stage != null && stage.isOpen() ? null : stage,
                null,
                draft.commitment().address() + "?clause=" + clause.key(),
                draft.present().title() + " · " + line.title(page.language()));
    }

    @Override
    public String nameOf(long id) {
        Clause clause = Clause.findById(id);
        return Commitment.<Commitment>findById(clause.commitmentId()).code() + "." + clause.key();
    }

    /**
     * Where the words are in the version that its author read, and in each one since. The draft's row is shared with
     * others who comment, and held against a version that becomes public meanwhile.
     */
    @Override
    public String point(Comment comment, Quote quote) {
        Clause clause = Clause.findById(comment.subject().id());
        Commitment commitment = Commitment.findById(clause.commitmentId());
        share(commitment);
        List<CommitmentVersion> versions = CommitmentVersion.everPublic(commitment.id());
        Seen seen = Seen.parse(quote.at(), versions.get(versions.size() - 1).n());
        List<CommitmentVersion> since = versions.stream()
                .filter(version -> version.n() >= seen.version())
                .toList();
        if (since.isEmpty()) {
            throw new NotFoundException();
        }
        Edition edition = Edition.of(commitment, since.get(0));
        Edition.Line line =
                edition.line(clause.id()).orElseThrow(() -> Drafting.conflict(CommitmentMessages::clauseGone));
        Selector selector = seen.select("quote", line.text().words(), quote.words());
        Anchor anchor = new Anchor(comment.id(), since.get(0).id(), clause.id(), Anchor.Kind.SAID, selector);
        anchor.persist();
        for (CommitmentVersion next : since.subList(1, since.size())) {
            Edition later = Edition.of(commitment, next);
            anchor = carrying.carried(anchor, edition, later, Carrying.anchoring(edition, later));
            anchor.persist();
            edition = later;
        }
        return selector.exact().isEmpty() ? null : selector.exact();
    }

    /** Shared with others until the transaction ends, and held against a version that becomes public meanwhile. */
    void share(Commitment commitment) {
        // H2 has no lock that is shared
        String lock = database.equals("postgresql") ? "for share" : "for update";
        entityManager
                .createNativeQuery("select id from commitment where id = :id " + lock)
                .setParameter("id", commitment.id())
                .getSingleResult();
    }
}
