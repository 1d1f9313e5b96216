package org.ronda.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Code;
import org.ronda.kernel.Cursor;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Slice;

/** The ledger for programs. */
@Path("/api/v1")
class LedgerApi {
    private static final int USUAL = 50;

    /** A thing that can be opened. */
    record Link(String title, String address) {
        static Link to(Subject subject) {
            return subject == null ? null : new Link(subject.title(), subject.address());
        }
    }

    /** A receipt: what was done and when, never by whom. */
    record ReceiptJson(
            String code,
            String kind,
            Instant at,
            Long position,
            Link process,
            Link subject,
            String next,
            String leaf,
            String hash) {}

    /** A page of events; {@code next} is null on the last. A filtered page may be short, or empty, and have a next. */
    record Events(List<Published> items, String next) {}

    @Inject
    Verification verification;

    @Inject
    Receipts receipts;

    @Inject
    Publication publication;

    @Inject
    EverySubject subjects;

    @Inject
    Page page;

    @GET
    @Path("ledger/verification")
    @Limited(times = 20, perSeconds = 60)
    @Operation(summary = "Whether the chain holds, up to its head")
    public Verification.Report verify() {
        return verification.recent();
    }

    @GET
    @Path("ledger/events")
    @Limited(times = 120, perSeconds = 60)
    @Operation(
            summary = "The sealed events in their order",
            description =
                    "Everybody gets position, leaf and hash; whoever reaches the subject gets all that the leaf is"
                            + " made of, and the words with their salt while they are public. Filters leave out what is not"
                            + " disclosed.")
    public Events events(
            @RestQuery String process, @RestQuery String kind, @RestQuery String cursor, @RestQuery Integer limit) {
        Publication.Filter filter = new Publication.Filter(
                kind == null ? null : EventKind.of(kind).orElseThrow(BadRequestException::new),
                process == null ? null : subjects.process(process).orElseThrow(NotFoundException::new));
        Cursor from = Cursor.parse(cursor, 1);
        long after = from == null ? 0 : from.number(0);
        if (after < 0 || after > Long.MAX_VALUE / 2) {
            throw new BadRequestException();
        }
        Slice<Published> found = publication.page(after, limit == null ? USUAL : limit, filter, page.language());
        return new Events(
                found.items(), found.next() == null ? null : found.next().toString());
    }

    @GET
    @Path("receipts/{code}")
    @Limited(times = 60, perSeconds = 60, act = "receipt")
    @Operation(summary = "What a receipt stands for; never who")
    public ReceiptJson receipt(@RestPath String code) {
        return receipts.find(Code.normalise(code), page.language())
                .map(found -> new ReceiptJson(
                        found.code(),
                        found.kind().text(),
                        found.at(),
                        found.position(),
                        Link.to(found.process()),
                        Link.to(found.subject()),
                        found.next(),
                        found.leaf(),
                        found.hash()))
                .orElseThrow(NotFoundException::new);
    }
}
