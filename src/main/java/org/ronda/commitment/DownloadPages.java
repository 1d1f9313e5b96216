package org.ronda.commitment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.ronda.identity.Office;
import org.ronda.kernel.KernelMessages;
import org.ronda.kernel.Limited;
import org.ronda.kernel.Page;
import org.ronda.kernel.Refused;
import org.ronda.kernel.Wording;

/** A version that is or was public as a file: Markdown, DOCX or PDF. */
@Path("/commitments/{code}/versions/{n:[0-9]{1,9}}.{format:[a-z]+}")
class DownloadPages {
    @CheckedTemplate(basePath = "commitment")
    static class Templates {
        static native TemplateInstance paper(Printout printout);
    }

    /** A long one takes a second and tens of megabytes, so a crowd waits in a line. */
    private static final Semaphore MAKING = new Semaphore(2);

    private static final int PATIENCE_SECONDS = 20;

    @Inject
    CommitmentReading reading;

    @Inject
    Page page;

    @ConfigProperty(name = "ronda.licence")
    String licence;

    @GET
    @Limited(times = 60, act = "download a draft")
    public Response get(@RestPath String code, @RestPath int n, @RestPath String format) throws IOException {
        String type = type(format);
        Draft draft = reading.reach(code);
        CommitmentVersion version = draft.version(n).orElseThrow(NotFoundException::new);
        Office lead = version.facts().leadOfficeId() == null
                ? null
                : Office.findById(version.facts().leadOfficeId());
        Edition edition = version.isPresent() ? draft.present() : Edition.of(draft.commitment(), version);
        Printout printout = Printout.of(draft, edition, lead, page.origin(), licence.strip());
        return Response.ok(made(printout, format))
                .type(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + draft.commitment().code() + "-" + n + "." + format + "\"")
                .build();
    }

    private static String type(String format) {
        return switch (format) {
            case "md" -> "text/markdown;charset=UTF-8";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "pdf" -> "application/pdf";
            default -> throw new NotFoundException();
        };
    }

    private byte[] made(Printout printout, String format) throws IOException {
        if (format.equals("md")) {
            return MarkdownFile.write(printout).getBytes(StandardCharsets.UTF_8);
        }
        await();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (format.equals("docx")) {
                DocxWriting.write(printout, out);
            } else {
                TemplateInstance paper = Templates.paper(printout);
                paper.setLocale(printout.language().tag());
                PdfFile.write(paper.render(), out);
            }
            return out.toByteArray();
        } finally {
            MAKING.release();
        }
    }

    private static void await() {
        try {
            if (MAKING.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(
                Refused.Status.UNAVAILABLE,
                null,
                language -> Wording.of(KernelMessages.class, language).busy());
    }
}
