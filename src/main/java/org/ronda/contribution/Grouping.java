package org.ronda.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.kernel.Code;
import org.ronda.kernel.Language;
import org.ronda.kernel.Now;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Wording;
import org.ronda.ledger.Event;
import org.ronda.ledger.Ledger;
import org.ronda.process.Process;
import org.ronda.process.ProcessRole;

/**
 * Makes groups of similar contributions and changes them: their team, in public, as long as the process is no archive.
 * Whoever wrote a member takes it out at any time, and it is not put into that group again.
 */
@ApplicationScoped
public class Grouping {
    /** As many as are put into a group at once. */
    static final int MOST_AT_ONCE = 100;

    /** As many as a synthesis can still speak for. */
    private static final int MOST = 500;

    @Inject
    EntityManager entityManager;

    @Inject
    Names names;

    @Inject
    Ledger ledger;

    @Inject
    Now now;

    /** @param members the codes of its first members; it may begin without any */
    @Transactional
    public SimilarityGroup make(long processId, GroupInput input, List<String> members, long by) {
        Instant at = now.instant();
        Process process = Process.findById(processId);
        require(process, by, at);
        SimilarityGroup group = new SimilarityGroup(processId, input, language(process, input), by, at);
        group.persist();
        List<Contribution> found = members.isEmpty() ? List.of() : fit(group, members);
        join(group, found, at, by);
        Map<String, String> content = words(group);
        if (!found.isEmpty()) {
            content.put("members", codes(found));
        }
        ledger.record(event("group.made", group, at, by).saying(content));
        return group;
    }

    /** @param input with the version that was seen */
    @Transactional
    public void correct(String code, GroupInput input, long by) {
        Instant at = now.instant();
        SimilarityGroup group = held(code, by, at);
        if (group.version() != input.seen()) {
            throw conflict(GroupMessages::changedMeanwhile);
        }
        Map<String, String> before = words(group);
        group.write(input, language(Process.findById(group.processId()), input));
        if (!words(group).equals(before)) {
            ledger.record(event("group.changed", group, at, by).saying(words(group)));
        }
    }

    @Transactional
    public void add(String code, List<String> members, long by) {
        Instant at = now.instant();
        SimilarityGroup group = held(code, by, at);
        if (members.isEmpty()) {
            throw invalid("codes", GroupMessages::chooseMembers);
        }
        List<Contribution> found = fit(group, members);
        join(group, found, at, by);
        ledger.record(event("group.extended", group, at, by).saying(Map.of("members", codes(found))));
    }

    /** The team takes members out again. */
    @Transactional
    public void takeOut(String code, String member, long by) {
        Instant at = now.instant();
        SimilarityGroup group = held(code, by, at);
        Contribution contribution = member(group, member);
        part(group, contribution, at, by, Scope.process(group.processId()));
        ledger.record(event("group.reduced", group, at, by).saying(Map.of("members", contribution.code())));
    }

    /** Its author takes it out, for good: also in an archive, as what is withdrawn. */
    @Transactional
    public void leave(String code, String member, long author) {
        Instant at = now.instant();
        SimilarityGroup group = SimilarityGroup.held(code).orElseThrow(NotFoundException::new);
        Contribution contribution = member(group, member);
        if (!names.isOneOf(contribution, author)) {
            throw new NotFoundException();
        }
        part(group, contribution, at, author, contribution.inWhoseName());
        entityManager
                .createNativeQuery("insert into group_departure (group_id, contribution_id, left_at)"
                        + " values (:group, :contribution, :at)")
                .setParameter("group", group.id())
                .setParameter("contribution", contribution.id())
                .setParameter("at", at)
                .executeUpdate();
        ledger.record(Event.of("group.left", group.scope())
                .in(group.processId())
                .at(at)
                .by(author, contribution.inWhoseName())
                .saying(Map.of("members", contribution.code())));
    }

    /** Its members are in no group any more; its page stays, and says why. */
    @Transactional
    public void dissolve(String code, String reason, long by) {
        Instant at = now.instant();
        SimilarityGroup group = held(code, by, at);
        for (Contribution member : members(group)) {
            part(group, member, at, by, Scope.process(group.processId()));
        }
        group.dissolve(reason, at);
        ledger.record(event("group.dissolved", group, at, by).saying(Map.of("reason", reason)));
    }

    /** The group, held until the transaction ends, for somebody of the team of its process only. */
    private SimilarityGroup held(String code, long by, Instant at) {
        SimilarityGroup group = SimilarityGroup.held(code).orElseThrow(NotFoundException::new);
        require(Process.findById(group.processId()), by, at);
        if (group.isDissolved()) {
            throw conflict(GroupMessages::isDissolved);
        }
        return group;
    }

    private static void require(Process process, long by, Instant at) {
        if (!ProcessRole.isOfTeam(process.id(), by, at)) {
            throw new NotFoundException();
        }
        if (process.isArchived()) {
            throw conflict(GroupMessages::archived);
        }
    }

    private static String language(Process process, GroupInput input) {
        return Language.of(input.language())
                .filter(process.languages()::contains)
                .orElseThrow(() -> invalid("language", GroupMessages::chooseLanguage))
                .tag();
    }

    /** The public contributions with these codes, each of which may join the group. */
    private List<Contribution> fit(SimilarityGroup group, List<String> codes) {
        Set<String> wanted = codes.stream().map(Code::normalise).collect(Collectors.toSet());
        if (wanted.size() > MOST_AT_ONCE) {
            throw Refused.invalid("codes", language -> words(language).tooManyAtOnce(MOST_AT_ONCE));
        }
        List<Contribution> found = entityManager
                .createQuery(
                        "select c from Contribution c where c.code in :codes and c.processId = :process"
                                + " and c.state = :public and c.kind <> :amendment order by c.id",
                        Contribution.class)
                .setParameter("codes", wanted)
                .setParameter("process", group.processId())
                .setParameter("amendment", Contribution.Kind.AMENDMENT)
                .setParameter("public", Contribution.State.PUBLISHED)
                .getResultList();
        refuse(
                wanted.stream()
                        .filter(code ->
                                found.stream().noneMatch(one -> one.code().equals(code)))
                        .toList(),
                GroupMessages::notPublicHere);
        List<Long> ids = found.stream().map(Contribution::id).toList();
        refuse(
                codesOf("group_member m on m.contribution_id = c.id and m.group_id = :group", ids, group),
                GroupMessages::alreadyHere);
        refuse(
                codesOf("group_member m on m.contribution_id = c.id and m.group_id <> :group", ids, group),
                GroupMessages::inAnother);
        refuse(
                codesOf("group_departure d on d.contribution_id = c.id and d.group_id = :group", ids, group),
                GroupMessages::leftByAuthor);
        if (GroupMember.count("groupId", group.id()) + found.size() > MOST) {
            throw Refused.invalid("codes", language -> words(language).tooManyMembers(MOST));
        }
        return found;
    }

    private List<String> codesOf(String join, List<Long> ids, SimilarityGroup group) {
        return entityManager
                .createNativeQuery(
                        "select c.code from contribution c join " + join + " where c.id in (:ids) order by c.id",
                        String.class)
                .setParameter("ids", ids)
                .setParameter("group", group.id())
                .getResultList();
    }

    private static void refuse(List<String> codes, Words reason) {
        if (!codes.isEmpty()) {
            String all = codes.stream().sorted().collect(Collectors.joining(", "));
            throw Refused.invalid("codes", language -> reason.about(words(language), all));
        }
    }

    /** Why some contributions cannot be put into a group. */
    private interface Words {
        String about(GroupMessages words, String codes);
    }

    private void join(SimilarityGroup group, List<Contribution> members, Instant at, long by) {
        for (Contribution member : members) {
            new GroupMember(group, member, at).persist();
            ledger.record(told("grouped", group, member, at).by(by, Scope.process(group.processId())));
        }
    }

    private void part(SimilarityGroup group, Contribution member, Instant at, long by, Scope name) {
        GroupMember.deleteById(member.id());
        ledger.record(told("ungrouped", group, member, at).by(by, name));
    }

    private static Contribution member(SimilarityGroup group, String code) {
        return GroupMember.in(group, code).orElseThrow(NotFoundException::new);
    }

    private List<Contribution> members(SimilarityGroup group) {
        return entityManager
                .createQuery(
                        "select c from Contribution c join GroupMember m on m.contributionId = c.id"
                                + " where m.groupId = :group order by c.id",
                        Contribution.class)
                .setParameter("group", group.id())
                .getResultList();
    }

    private static Map<String, String> words(SimilarityGroup group) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", group.title());
        words.put("synthesis", group.synthesis());
        words.put("language", group.language());
        return words;
    }

    private static String codes(List<Contribution> contributions) {
        return contributions.stream()
                .sorted(Comparator.comparing(Contribution::id))
                .map(Contribution::code)
                .collect(Collectors.joining(" "));
    }

    private static Event event(String kind, SimilarityGroup group, Instant at, long by) {
        return Event.of(kind, group.scope()).in(group.processId()).at(at).by(by, Scope.process(group.processId()));
    }

    /** What happens to a member, so that whoever follows it, its authors among them, is told. */
    private static Event told(String verb, SimilarityGroup group, Contribution member, Instant at) {
        return Event.of("contribution." + verb, member.scope())
                .in(group.processId())
                .at(at)
                .saying(Map.of("group", group.code()));
    }

    private static Refused invalid(String field, Function<GroupMessages, String> reason) {
        return Refused.invalid(field, language -> reason.apply(words(language)));
    }

    private static Refused conflict(Function<GroupMessages, String> reason) {
        return Refused.conflict(language -> reason.apply(words(language)));
    }

    static GroupMessages words(Language language) {
        return Wording.of(GroupMessages.class, language);
    }
}
