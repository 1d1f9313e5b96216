package org.ronda.kernel;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A form with a file, and a room that owns files. */
@Path("/test-files")
class FileTestPages {
    static final Set<Long> REACHED = ConcurrentHashMap.newKeySet();

    @ApplicationScoped
    static class Owner implements FileOwner {
        @Override
        public boolean reaches(long fileId) {
            return REACHED.contains(fileId);
        }
    }

    record FileInput(@RestForm FileUpload file) {}

    @Inject
    Forms forms;

    @Inject
    StoredFiles files;

    @POST
    public Response send(@BeanParam FileInput input, @RestForm String nonce) {
        return forms.post(input, nonce, 4244, () -> stored(input), FileTestPages::page);
    }

    private URI stored(FileInput input) {
        try (InputStream content = Files.newInputStream(input.file().uploadedFile())) {
            return URI.create(
                    files.store("file", input.file().fileName(), content).address());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static TemplateInstance page(Errors errors) {
        return FormsTestPages.Templates.form(FormsTestPages.TestInput.empty(), errors, List.of());
    }
}
