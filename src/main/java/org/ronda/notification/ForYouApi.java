package org.ronda.notification;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.identity.Awaiting;
import org.ronda.identity.Viewer;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Idempotent;
import org.ronda.kernel.Slice;

/** What waits for me and what is new for me, for programs. */
@Path("/api/v1/me/for-you")
class ForYouApi {
    /**
     * @param awaiting what waits for a decision of mine, on the first page
     * @param position to be sent once all of it was read
     * @param next null on the last page
     */
    record ForYou(List<Awaiting.Awaited> awaiting, List<NewsJson> items, long position, String next) {}

    /** What happened to one subject, the latest first. */
    record NewsJson(String title, String address, List<ToldJson> told, Instant at) {}

    /** @param times how often */
    record ToldJson(String what, int times, Instant at) {}

    /** @param position up to where it was read */
    record Read(@NotNull @Min(0) Long position) {}

    @Inject
    Notices notices;

    @Inject
    Readers readers;

    @Inject
    Idempotent idempotent;

    @Inject
    Viewer viewer;

    @Inject
    org.ronda.kernel.Page page;

    @GET
    @Operation(summary = "What waits for the reader, and what is new about what they wrote, support or follow")
    public ForYou forYou(@RestQuery String cursor, @RestQuery Integer limit) {
        long me = viewer.required().id();
        Cursor from = Cursor.parse(cursor, 1);
        long head = notices.head();
        Slice<Notices.News> news =
                notices.news(me, notices.readTo(me), head, from, limit == null ? Notices.PAGE : limit, page.language());
        return new ForYou(
                from == null ? notices.awaited(page.language()) : List.of(),
                news.items().stream().map(ForYouApi::json).toList(),
                head,
                news.next() == null ? null : news.next().toString());
    }

    @POST
    @Path("read")
    @Operation(summary = "Mark everything as read up to a position")
    @APIResponse(responseCode = "204", description = "Done")
    public Response read(Read read) {
        long me = viewer.required().id();
        return idempotent.write(read, me, () -> {
            readers.read(me, read.position);
            return Response.noContent().build();
        });
    }

    private static NewsJson json(Notices.News news) {
        return new NewsJson(
                news.title(),
                news.address(),
                news.told().stream()
                        .map(one -> new ToldJson(one.what().name().toLowerCase(Locale.ROOT), one.times(), one.at()))
                        .toList(),
                news.at());
    }
}
