package org.ronda.proposal;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronda.contribution.Attachments;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.Contribution;
import org.ronda.contribution.ContributionVersion;
import org.ronda.contribution.FileChanges;
import org.ronda.contribution.Names;
import org.ronda.contribution.Publishing;
import org.ronda.contribution.Reliance;
import org.ronda.identity.Participant;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Ledger;
import org.ronda.process.Action;
import org.ronda.process.Contract;
import org.ronda.process.District;
import org.ronda.process.Gate;
import org.ronda.process.Owed;
import org.ronda.process.Phase;
import org.ronda.process.Topic;
import org.ronda.process.Voters;

/** Drafts, sends, revises and withdraws proposals and topic entries. */
@ApplicationScoped
public class Proposing {
    @Inject
    EntityManager entityManager;

    @Inject
    Gate gate;

    @Inject
    Voters voters;

    @Inject
    Names names;

    @Inject
    Publishing publishing;

    @Inject
    @All
    List<Reliance> reliances;

    @Inject
    Attachments attachments;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** A new draft, which only its author sees. Saved even when much is missing. */
    @Transactional
    public Proposal begin(
            Phase phase, ProposalInput input, FileChanges files, Participant author, Contribution.Channel channel) {
        Contribution.Kind kind =
                phase.kind() == Phase.Kind.TOPICS ? Contribution.Kind.TOPIC_ENTRY : Contribution.Kind.PROPOSAL;
        Instant at = now.atGate();
        Scope name = names.draft(input.name(), author.id(), at);
        String language = language(input);
        Proposal proposal = new Proposal(kind, phase.processId(), phase.id(), author.id(), name, channel, language, at);
        proposal.draft(input, language, district(input));
        proposal.persist();
        new CoAuthor(proposal, author.id(), name, at).persist();
        setTopics(proposal, input.topics());
        change(proposal, files);
        return proposal;
    }

    /** Drafts and sends in one go; for worlds that are built and for lists that are brought in. */
    @Transactional
    public Proposal publish(
            Phase phase,
            String title,
            String problem,
            String solution,
            List<String> topics,
            String district,
            String organisation,
            Participant author) {
        return publish(phase, title, problem, solution, topics, district, organisation, Language.ES, author);
    }

    /** The same, written in that language. */
    @Transactional
    public Proposal publish(
            Phase phase,
            String title,
            String problem,
            String solution,
            List<String> topics,
            String district,
            String organisation,
            Language language,
            Participant author) {
        ProposalInput input =
                ProposalInput.of(title, problem, solution, topics, district, organisation, language.tag(), null, null);
        Proposal proposal = begin(phase, input, FileChanges.NONE, author, Contribution.Channel.WEB);
        send(proposal.code(), author);
        return proposal;
    }

    /** Keeps what was typed in a draft. */
    @Transactional
    public Proposal save(String code, ProposalInput input, FileChanges files, Participant author) {
        Proposal proposal = own(code, author);
        if (!proposal.isDraft()) {
            throw Refused.conflict(language -> words(language).alreadySent());
        }
        refuseOlder(proposal, input);
        proposal.draft(input, language(input), district(input));
        Scope name = names.draft(input.name(), author.id(), now.atGate());
        proposal.speakFor(name);
        CoAuthor.speakAs(proposal.id(), author.id(), name);
        setTopics(proposal, input.topics());
        change(proposal, files);
        return proposal;
    }

    /** Sends a draft, judged by the gate at this instant; the limit is taken now. Returns the receipt's code. */
    @Transactional
    public String send(String code, Participant author) {
        Proposal proposal = own(code, author);
        if (!proposal.isDraft()) {
            throw Refused.conflict(language -> words(language).alreadySent());
        }
        Gate.Passage passage = gate.pass(proposal.phaseId(), Action.PROPOSE, author.id());
        refuseIncomplete(proposal, passage.contract());
        Names.Name name = names.still(proposal, author.id(), passage.at());
        long voter = voters.of(author.id(), proposal.processId());
        Integer limit = passage.contract().limits().proposalsPerVoter();
        if (!voters.spend(voter, proposal.phaseId(), Action.PROPOSE, limit)) {
            throw Refused.conflict(language -> words(language).noneLeft(limit));
        }
        Owed owed = proposal.isTopicEntry() ? Owed.TOPIC_ENTRY : Owed.PROPOSAL;
        Instant due =
                passage.contract().owes(owed) ? passage.contract().answers().dueAt() : null;
        return publishing.send(proposal, name, passage, due, author.id());
    }

    /**
     * Puts other words in the place of the present ones. Soon after publication and while nobody has supported or
     * answered it, the version stays the same; later it is a new version, and its author says whether it corrects or
     * changes the meaning, which leaves the supports with the old one.
     */
    @Transactional
    public String revise(String code, ProposalInput input, FileChanges files, Participant author) {
        Proposal proposal = own(code, author);
        Gate.Passage passage = gate.pass(proposal.phaseId(), Action.PROPOSE, author.id());
        if (proposal.isUnconfirmed() && proposal.isBy(author.id())) {
            return reviseWaiting(proposal, input, files, passage, author.id());
        }
        if (!proposal.isPublished()) {
            throw Refused.conflict(language -> words(language).notEditable());
        }
        names.refuseUnlessSpeaking(proposal, author.id(), passage.at());
        names.refuseAlone(proposal);
        refuseOlder(proposal, input);
        boolean inPlace = isInEditWindow(proposal, passage.at());
        boolean isMeaning = !inPlace && input.change().equals("meaning");
        if (!inPlace && !isMeaning && !input.change().equals("correction")) {
            throw Refused.invalid("change", language -> words(language).sayWhichChange());
        }
        Content before = content(proposal);
        proposal.rewriteAs(input, language(input), isMeaning, inPlace);
        refuseIncomplete(proposal, passage.contract());
        proposal.moveTo(district(input));
        setTopics(proposal, input.topics());
        names.refuseUnlessSpeaking(proposal, author.id(), passage.at());
        change(proposal, files);
        if (content(proposal).equals(before)) {
            throw Refused.invalid(null, language -> words(language).unchanged());
        }
        ContributionVersion.Change change =
                isMeaning ? ContributionVersion.Change.MEANING : ContributionVersion.Change.CORRECTION;
        if (inPlace) {
            ContributionVersion version = ContributionVersion.of(proposal.id(), proposal.wordsVersion())
                    .orElseThrow();
            version.write(proposal.words(), passage.at());
            version.mean(proposal.meaning());
        } else {
            new ContributionVersion(proposal, change, passage.at(), author.id()).persist();
        }
        if (isMeaning || inPlace) {
            ledger.newMeaning(proposal.scope(), proposal.meaning());
        }
        return publishing.revised(proposal, change, passage.at(), author.id());
    }

    /** Of what waits for a second person: other words that go on waiting. */
    private String reviseWaiting(
            Proposal proposal, ProposalInput input, FileChanges files, Gate.Passage passage, long author) {
        names.refuseUnlessSpeaking(proposal, author, passage.at());
        refuseOlder(proposal, input);
        Content before = content(proposal);
        proposal.draft(input, language(input), district(input));
        refuseIncomplete(proposal, passage.contract());
        setTopics(proposal, input.topics());
        names.refuseUnlessSpeaking(proposal, author, passage.at());
        change(proposal, files);
        if (content(proposal).equals(before)) {
            throw Refused.invalid(null, language -> words(language).unchanged());
        }
        return publishing.sendAnew(proposal, passage, author);
    }

    /** All that its author may change once it is sent. */
    private record Content(Map<String, String> words, String language, Long district, Set<Long> topics) {}

    private Content content(Proposal proposal) {
        return new Content(
                proposal.words(),
                proposal.language(),
                proposal.districtId(),
                Set.copyOf(names.topicsOf(proposal.scope())));
    }

    /** Whether a change still replaces the words in place: for a while, and only as long as nobody relied on them. */
    public boolean isInEditWindow(Proposal proposal, Instant at) {
        return at.isBefore(proposal.publishedAt().plus(Publishing.EDIT_WINDOW))
                && ((Number) entityManager
                                        .createNativeQuery("select count(*) from support where contribution_id = :id")
                                        .setParameter("id", proposal.id())
                                        .getSingleResult())
                                .longValue()
                        == 0
                && reliances.stream().noneMatch(room -> room.isAnswered(proposal.id()));
    }

    /**
     * Takes it back, at any time before it is answered; its mark stays. While input has not ended, its place comes back
     * to the voter who spent it, so that a mistake costs nothing; what a moderator hid has cost its place.
     */
    @Transactional
    public String withdraw(String code, Participant author) {
        Proposal proposal = own(code, author);
        refuseUnlessWithdrawable(proposal);
        Gate.Passage passage = gate.look(proposal.phaseId());
        names.refuseUnlessSpeaking(proposal, author.id(), passage.at());
        if (givesPlaceBack(proposal, passage.contract().hasEnded(passage.at()))) {
            voters.find(proposal.authorId(), proposal.processId())
                    .ifPresent(voter -> voters.giveBack(voter, proposal.phaseId(), Action.PROPOSE));
        }
        return publishing.withdraw(proposal, passage.at(), author.id());
    }

    /** Whether withdrawing it now gives back what sending it took from the limit of the phase. */
    static boolean givesPlaceBack(Proposal proposal, boolean hasInputEnded) {
        return !hasInputEnded
                && (proposal.isPublished() || proposal.isHeld() || proposal.isUnconfirmed())
                && proposal.authorId() != null;
    }

    /** Throws a draft away: nothing of it was ever public. */
    @Transactional
    public void discard(String code, Participant author) {
        Proposal proposal = own(code, author);
        if (!proposal.isDraft()) {
            throw Refused.conflict(language -> words(language).alreadySent());
        }
        publishing.discard(proposal);
    }

    /** A topic entry is a title and one sentence; it has no files. */
    private void change(Proposal proposal, FileChanges files) {
        if (!proposal.isTopicEntry()) {
            proposal.carry(attachments.change(proposal, files));
        }
    }

    private Proposal own(String code, Participant author) {
        return Proposal.byCode(code)
                .filter(proposal -> names.isOneOf(proposal, author.id()))
                .map(proposal -> {
                    proposal.hold();
                    return proposal;
                })
                .orElseThrow(NotFoundException::new);
    }

    private static String language(ProposalInput input) {
        return Language.of(input.language())
                .map(Language::tag)
                .orElseThrow(() ->
                        Refused.invalid("language", language -> words(language).unknownLanguage()));
    }

    private static Long district(ProposalInput input) {
        if (input.district().isEmpty()) {
            return null;
        }
        return District.byCode(input.district())
                .map(District::id)
                .orElseThrow(() ->
                        Refused.invalid("district", language -> words(language).unknownDistrict()));
    }

    private void setTopics(Proposal proposal, List<String> codes) {
        List<Topic> topics = Topic.byCodes(proposal.processId(), codes);
        if (topics.size() != codes.stream().distinct().count()) {
            throw Refused.invalid("topics", language -> words(language).unknownTopic());
        }
        entityManager.flush();
        entityManager
                .createNativeQuery("delete from contribution_topic where contribution_id = :id")
                .setParameter("id", proposal.id())
                .executeUpdate();
        for (Topic topic : topics) {
            entityManager
                    .createNativeQuery(
                            "insert into contribution_topic (contribution_id, topic_id) values (:id, :topic)")
                    .setParameter("id", proposal.id())
                    .setParameter("topic", topic.id())
                    .executeUpdate();
        }
    }

    private static void refuseIncomplete(Proposal proposal, Contract contract) {
        List<Refused> lacks = proposal.lacks(contract.limits().maxLength());
        if (!lacks.isEmpty()) {
            throw lacks.get(0);
        }
    }

    static void refuseUnlessWithdrawable(Proposal proposal) {
        if (proposal.isDraft() || proposal.isWithdrawn()) {
            throw Refused.conflict(language -> words(language).notWithdrawable());
        }
    }

    private static void refuseOlder(Proposal proposal, ProposalInput input) {
        if (input.version() != null && input.version() != proposal.version()) {
            Map<String, String> present = new LinkedHashMap<>(proposal.words());
            throw new ChangedMeanwhile(present, proposal.version());
        }
    }

    static ProposalMessages words(Language language) {
        return Wording.of(ProposalMessages.class, language);
    }
}
