package org.ronda.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Code;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** Looking a receipt up. */
@Path("/receipts")
class ReceiptPages {
    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance receipts(String typed);

        static native TemplateInstance receipt(Receipts.Receipt receipt, String what, ZoneId zone);
    }

    @Inject
    Receipts receipts;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.zone")
    ZoneId zone;

    @GET
    @Limited(times = 60, perSeconds = 60, act = "receipt")
    @Compressed
    public Object ask(@RestQuery String code) {
        String typed = code == null ? "" : Code.normalise(code);
        if (!typed.isEmpty() && receipts.exists(typed)) {
            return Response.seeOther(URI.create("/receipts/" + typed)).build();
        }
        page.titled(words().receiptsTitle());
        return Templates.receipts(code == null ? "" : code);
    }

    @GET
    @Path("{code}")
    @Limited(times = 60, perSeconds = 60, act = "receipt")
    public TemplateInstance show(@RestPath String code) {
        Receipts.Receipt receipt =
                receipts.find(Code.normalise(code), page.language()).orElseThrow(NotFoundException::new);
        page.titled(words().receiptTitle())
                .crumb(words().receiptsTitle(), "/receipts")
                .crumb(receipt.code());
        return Templates.receipt(receipt, receipt.kind().in(page.language()), zone);
    }

    private LedgerMessages words() {
        return Wording.of(LedgerMessages.class, page.language());
    }
}
