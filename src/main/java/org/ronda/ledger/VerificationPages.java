package org.ronda.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Wording;

/** Anybody may have the whole ledger verified, and see what was found. */
@Path("/ledger/verification")
class VerificationPages {
    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance verification(Verification.Report report);
    }

    @Inject
    Verification verification;

    @Inject
    Page page;

    @GET
    @Limited(times = 20, perSeconds = 60)
    public TemplateInstance verify() {
        page.titled(Wording.of(LedgerMessages.class, page.language()).verificationTitle());
        return Templates.verification(verification.recent());
    }
}
