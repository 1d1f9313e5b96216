package org.ronda.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Attachments;
import org.ronda.contribution.CoAuthor;
import org.ronda.contribution.ContributionVersion;
import org.ronda.contribution.Names;
import org.ronda.identity.Participant;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Differences;
import org.ronda.kernel.Errors;
import org.ronda.kernel.Now;
import org.ronda.kernel.Scope;
import org.ronda.ledger.Counters;
import org.ronda.organisation.Organisation;
import org.ronda.process.District;
import org.ronda.process.Process;
import org.ronda.process.Processes;
import org.ronda.process.Standing;
import org.ronda.process.Timeline;
import org.ronda.process.Topic;
import org.ronda.search.Search;

/** Reads proposals, only as far as the viewer may see them: what is not reached does not exist. */
@ApplicationScoped
class ProposalReading {
    @Inject
    EntityManager entityManager;

    @Inject
    Processes processes;

    @Inject
    TopicReading topicReading;

    @Inject
    Names names;

    @Inject
    Now now;

    @Inject
    Attachments attachments;

    @Inject
    Counters counters;

    @Inject
    Search search;

    @Inject
    Standing standing;

    @Inject
    Viewer viewer;

    /** The viewer's own, in whatever state; of anybody else it does not exist here. */
    Proposal own(String code, Participant author) {
        return Proposal.byCode(code)
                .filter(proposal -> names.isOneOf(proposal, author.id()))
                .orElseThrow(NotFoundException::new);
    }

    /** One that everybody reached once, though only its mark may be left: whoever supports it then is told so, and takes back what they gave. */
    Proposal everPublished(String code) {
        return Proposal.byCode(code)
                .filter(proposal -> proposal.publishedAt() != null)
                .orElseThrow(NotFoundException::new);
    }

    /** One of which everybody reads the words and who supports it. */
    ProposalView counted(String code) {
        ProposalView view = view(code);
        if (!view.proposal().isPublished() || !view.stage().isTallyPublic()) {
            throw new NotFoundException();
        }
        return view;
    }

    ProposalView view(String code) {
        Proposal proposal = Proposal.byCode(code).orElseThrow(NotFoundException::new);
        Process process = Process.findById(proposal.processId());
        boolean isMine = CoAuthor.wrote(proposal.id(), viewer.idOrNull());
        boolean mayChange = mayChange(proposal, isMine);
        boolean isOurs = isMine || mayChange;
        // what one organisation has not agreed on is nobody else's, who works in the process included
        boolean isStaff = standing.moderates(process.id()) && !proposal.isUnconfirmed();
        boolean isWaiting = proposal.isDraft() || proposal.isUnconfirmed() || proposal.isHeld();
        if (!processes.isReached(process) || proposal.isDraft() && !isMine || isWaiting && !isOurs && !isStaff) {
            throw new NotFoundException();
        }
        // what was never public leaves no public mark
        if (proposal.publishedAt() == null && !isOurs && !isStaff) {
            throw new NotFoundException();
        }
        boolean isReadable = proposal.isPublished() || isWaiting || proposal.isHidden() && (isMine || isStaff);
        Timeline timeline = processes.timeline(process);
        return new ProposalView(
                proposal,
                process,
                timeline,
                timeline.of(proposal.phaseId()).orElseThrow(),
                topics(proposal),
                proposal.isTopicEntry() && isReadable
                        ? topicReading.cameOf(List.of(proposal.id())).getOrDefault(proposal.id(), List.of())
                        : List.of(),
                proposal.districtId() == null ? null : District.findById(proposal.districtId()),
                authors(proposal),
                counters.of(proposal.scope(), proposal.meaning(), viewer.idOrNull()),
                proposal.meaning() == 1 ? 0 : earlierSupports(proposal),
                isMine,
                mayChange,
                isReadable,
                viewer.isSignedIn() ? supportedMeaning(proposal) : 0,
                isReadable ? files(proposal) : List.of(),
                Errors.NONE);
    }

    ProposalInput inputOf(Proposal proposal) {
        return ProposalInput.of(
                proposal.title(),
                proposal.problem(),
                proposal.solution(),
                topics(proposal).stream().map(Topic::code).toList(),
                proposal.districtId() == null
                        ? ""
                        : District.<District>findById(proposal.districtId()).code(),
                proposal.inWhoseName().kind() == Scope.Kind.ORGANISATION
                        ? Organisation.<Organisation>findById(
                                        proposal.inWhoseName().id())
                                .code()
                        : "",
                proposal.language(),
                proposal.version(),
                "");
    }

    /** The name under which it will be public. */
    String nameOf(Proposal proposal, Participant author) {
        return proposal.inWhoseName().kind() == Scope.Kind.ORGANISATION
                ? Organisation.<Organisation>findById(proposal.inWhoseName().id())
                        .name()
                : author.name();
    }

    /** The files of the present version, with the captions that its words have. */
    List<Attachment> files(Proposal proposal) {
        return proposal.files().isEmpty() ? List.of() : Attachment.saidIn(proposal.files(), attachments.of(proposal));
    }

    /** What each version of that page of the history changed, the latest first. */
    List<Revision> revisions(Proposal proposal, ContributionVersion.Page page) {
        List<Revision> revisions = new ArrayList<>();
        List<Attachment> files = attachments.all(proposal);
        for (int place = 0; place < page.shown(); place++) {
            ContributionVersion version = page.versions().get(place);
            Map<String, String> earlier = page.wordsBefore(place);
            List<Revision.Field> fields = version.words().entrySet().stream()
                    .filter(field -> !field.getKey().equals("files"))
                    .map(field -> new Revision.Field(
                            field.getKey(),
                            earlier.isEmpty()
                                    ? List.of(new Differences.Piece(Differences.Kind.SAME, field.getValue()))
                                    : Differences.between(earlier.getOrDefault(field.getKey(), ""), field.getValue())))
                    .toList();
            revisions.add(new Revision(version, fields, Attachments.in(version, files)));
        }
        return revisions;
    }

    /** Published ones whose titles resemble this one, in the phase or the one that takes proposals; the likest first. */
    List<Proposal> similar(Process process, String phase, String title, Proposal except) {
        String kind = processes
                        .timeline(process)
                        .of(phase == null ? "" : phase)
                        .map(stage -> stage.phase().isTopics())
                        .orElse(false)
                ? "entry"
                : "proposal";
        List<Long> ids = search.similar(title, process.id(), kind, 4).stream()
                .map(similar -> similar.subject().id())
                .filter(id -> except == null || id != except.id())
                .toList();
        return Proposal.<Proposal>list("id in ?1", ids).stream()
                .sorted(Comparator.comparing(proposal -> ids.indexOf(proposal.id())))
                .toList();
    }

    private List<Topic> topics(Proposal proposal) {
        return entityManager
                .createNativeQuery(
                        "select t.* from topic t join contribution_topic ct on ct.topic_id = t.id"
                                + " where ct.contribution_id = :id order by t.position",
                        Topic.class)
                .setParameter("id", proposal.id())
                .getResultList();
    }

    private List<Author> authors(Proposal proposal) {
        List<Object[]> rows = entityManager
                .createNativeQuery(
                        "select coalesce(o.name, u.name), coalesce(o.code, u.code) from co_author a"
                                + " join participant u on u.id = a.participant_id"
                                + " left join organisation o on a.name_kind = 'ORGANISATION' and o.id = a.name_id"
                                + " where a.contribution_id = :id and a.state = 'ACCEPTED' order by a.since, u.id",
                        Object[].class)
                .setParameter("id", proposal.id())
                .getResultList();
        return rows.stream()
                .map(row -> new Author((String) row[0], (String) row[1]))
                .toList();
    }

    /** In whose name a list is asked for; what is in no list has no name here. */
    Author named(String code) {
        return Participant.byCode(code)
                .map(participant -> new Author(participant.name(), code))
                .or(() -> Organisation.byCode(code)
                        .filter(Organisation::isPublic)
                        .map(organisation -> new Author(organisation.name(), code)))
                .orElse(new Author(code, code));
    }

    /** Of what is said for an organisation, whoever may speak for it now; of anything else, who wrote it. */
    private boolean mayChange(Proposal proposal, boolean isMine) {
        return proposal.isOfOrganisation() ? names.mayChange(proposal, viewer.idOrNull(), now.instant()) : isMine;
    }

    private int earlierSupports(Proposal proposal) {
        return ((Number) entityManager
                        .createNativeQuery("select coalesce(sum(supports), 0) from subject_count"
                                + " where subject_kind = 'CONTRIBUTION' and subject_id = :id and not is_current")
                        .setParameter("id", proposal.id())
                        .getSingleResult())
                .intValue();
    }

    private int supportedMeaning(Proposal proposal) {
        return ((Number) entityManager
                        .createNativeQuery("select coalesce(max(s.meaning), 0) from support s"
                                + " join voter_of v on v.voter_id = s.voter_id"
                                + " where v.participant_id = :participant and s.contribution_id = :id")
                        .setParameter("participant", viewer.id())
                        .setParameter("id", proposal.id())
                        .getSingleResult())
                .intValue();
    }
}
