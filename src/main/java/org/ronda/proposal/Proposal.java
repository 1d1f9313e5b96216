package org.ronda.proposal;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ronda.contribution.Attachment;
import org.ronda.contribution.Contribution;
import org.ronda.kernel.Code;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Scope;

/** An idea for the city: a problem and how it could be solved. A topic entry is the same with one sentence why. */
@Entity
public class Proposal extends Contribution {
    String title;
    String problem;
    String solution;
    String files;

    protected Proposal() {}

    Proposal(
            Kind kind,
            long processId,
            long phaseId,
            long author,
            Scope inWhoseName,
            Channel channel,
            String language,
            Instant now) {
        super(kind, processId, phaseId, author, inWhoseName, channel, language, now);
        this.title = "";
        this.problem = "";
        this.solution = "";
        this.files = "";
    }

    @Override
    public Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("title", title);
        words.put("problem", problem);
        if (!isTopicEntry()) {
            words.put("solution", solution);
        }
        if (!files.isEmpty()) {
            words.put("files", files);
        }
        return words;
    }

    @Override
    protected void rewrite(Map<String, String> words) {
        title = words.get("title");
        problem = words.get("problem");
        solution = words.getOrDefault("solution", "");
        files = words.getOrDefault("files", files);
    }

    /** The files that belong to the present version, whose hashes are part of its words. */
    void carry(List<Attachment> attachments) {
        files = attachments.stream().map(Attachment::asWords).collect(Collectors.joining("\n"));
    }

    @Override
    protected String searchText() {
        return String.join("\n", title, problem, solution);
    }

    void draft(ProposalInput input, String language, Long districtId) {
        rewrite(input.words());
        at(districtId);
        in(language);
    }

    /** Only while it is a draft: what was said stays in the name it was said in. */
    void speakFor(Scope name) {
        inTheNameOf(name);
    }

    void rewriteAs(ProposalInput input, String language, boolean isChangeOfMeaning, boolean inPlace) {
        if (inPlace) {
            mend(input.words());
        } else {
            revise(input.words(), isChangeOfMeaning);
        }
        in(language);
    }

    void meanOther() {
        beOfOtherMeaning();
    }

    void moveTo(Long districtId) {
        at(districtId);
    }

    /** What is missing before it can be sent, field by field in the order of the form. */
    List<Refused> lacks(int maxLength) {
        List<Refused> lacks = new ArrayList<>();
        require(lacks, !title.isBlank(), "title", ProposalMessages::titleMissing);
        require(lacks, title.isBlank() || title.length() >= 8, "title", ProposalMessages::titleTooShort);
        require(
                lacks,
                !problem.isBlank(),
                "problem",
                isTopicEntry() ? ProposalMessages::whyMissing : ProposalMessages::problemMissing);
        require(lacks, problem.length() <= maxLength, "problem", words -> words.tooLong(problem.length(), maxLength));
        require(lacks, isTopicEntry() || !solution.isBlank(), "solution", ProposalMessages::solutionMissing);
        require(
                lacks,
                solution.length() <= maxLength,
                "solution",
                words -> words.tooLong(solution.length(), maxLength));
        return lacks;
    }

    private static void require(
            List<Refused> lacks, boolean isRight, String field, Function<ProposalMessages, String> reason) {
        if (!isRight) {
            lacks.add(Refused.invalid(field, language -> reason.apply(Proposing.words(language))));
        }
    }

    @Override
    public String headline() {
        return title;
    }

    @Override
    public String address() {
        return "/proposals/" + code();
    }

    public boolean isTopicEntry() {
        return kind() == Kind.TOPIC_ENTRY;
    }

    public String title() {
        return title;
    }

    /** What is wrong, or for a topic entry the one sentence why. Markdown. */
    public String problem() {
        return problem;
    }

    /** How it could be solved. Markdown; empty for a topic entry. */
    public String solution() {
        return solution;
    }

    /** A line for each file that belongs to the present version; empty when there is none. */
    String files() {
        return files;
    }

    static Optional<Proposal> byCode(String code) {
        return find("code", Code.normalise(code)).firstResultOptional();
    }
}
