package org.ronda.contribution;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.ronda.kernel.Code;
import org.ronda.kernel.PlainText;

/**
 * Contributions that are put into a group.
 *
 * @param members the codes of those that were ticked
 * @param codes others, as they were typed
 */
record MembersInput(
        @RestForm @Size(max = 100) List<String> members,
        @RestForm @Size(max = 2_000) String codes) {
    static final MembersInput BLANK = new MembersInput(null, null);

    MembersInput {
        members = members == null ? List.of() : members.stream().distinct().toList();
        codes = PlainText.clean(codes);
    }

    List<String> all() {
        return Stream.concat(members.stream().map(Code::normalise), Code.allIn(codes).stream())
                .distinct()
                .toList();
    }

    public boolean has(String member) {
        return members.contains(member);
    }
}
