package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Scope;
import org.ronda.kernel.Slice;
import org.ronda.ledger.EverySubject;
import org.ronda.ledger.Subject;

/** What I follow, for programs. */
@Path("/api/v1/me/follows")
class MyFollowsApi {
    private static final int USUAL = 20;

    /** @param kind process, proposal, amendment or comment */
    record FollowJson(String kind, String code, String title, String address, Instant since) {}

    /** A page of the list; {@code next} is null on the last. */
    record Page(List<FollowJson> items, String next) {}

    @Inject
    Following following;

    @Inject
    EverySubject subjects;

    @Inject
    Viewer viewer;

    @Inject
    org.ronda.kernel.Page page;

    @GET
    @Operation(summary = "What the reader follows, wrote or supports and still reaches; the latest first")
    public Page mine(@RestQuery String cursor, @RestQuery Integer limit) {
        Slice<Following.Followed> slice =
                following.of(viewer.required(), Cursor.parse(cursor, 3), limit == null ? USUAL : limit);
        Map<Scope, Subject> described = subjects.describe(
                slice.items().stream().map(Following.Followed::subject).toList(), page.language());
        return new Page(
                slice.items().stream()
                        .filter(one -> described.get(one.subject()).isReached())
                        .map(one -> json(one, described.get(one.subject())))
                        .toList(),
                slice.next() == null ? null : slice.next().toString());
    }

    private static FollowJson json(Following.Followed one, Subject subject) {
        return new FollowJson(one.kind(), one.code(), subject.title(), subject.address(), one.since());
    }
}
