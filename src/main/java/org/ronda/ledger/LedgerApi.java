package org.ronda.ledger;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.kernel.Code;
import org.ronda.kernel.Limited;

/** The ledger for programs. */
@Path("/api/v1")
class LedgerApi {
    /** A receipt: what was done and when, never by whom. */
    record ReceiptJson(String code, String kind, Instant at, Long position, String leaf, String hash) {}

    @Inject
    Verification verification;

    @Inject
    Receipts receipts;

    @GET
    @Path("ledger/verification")
    @Limited(times = 20, perSeconds = 60)
    public Verification.Report verify() {
        return verification.recent();
    }

    @GET
    @Path("receipts/{code}")
    @Limited(times = 60, perSeconds = 60)
    public ReceiptJson receipt(@RestPath String code) {
        return receipts.find(Code.normalise(code))
                .map(found -> new ReceiptJson(
                        found.code(), found.kind().text(), found.at(), found.position(), found.leaf(), found.hash()))
                .orElseThrow(NotFoundException::new);
    }
}
