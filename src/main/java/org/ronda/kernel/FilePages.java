package org.ronda.kernel;

import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HexFormat;
import java.util.List;

/** Serves stored files to whoever may reach what they belong to, images to look at and all else to be saved. */
@Path("/files/{code}/{name}")
class FilePages {
    @Inject
    StoredFiles files;

    @All
    @Inject
    List<FileOwner> owners;

    @GET
    public Response get(@PathParam("code") String code, @PathParam("name") String name, @Context Request request) {
        StoredFile file = StoredFile.byCode(code)
                .filter(found -> owners.stream().anyMatch(owner -> owner.reaches(found.id())))
                .orElseThrow(NotFoundException::new);
        if (!file.name().equals(name)) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .header(HttpHeaders.LOCATION, file.address())
                    .build();
        }
        EntityTag tag = new EntityTag(HexFormat.of().formatHex(file.sha256(), 0, 16));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            StreamingOutput content = out -> files.write(file.id(), out);
            answer = Response.ok(content).type(file.mediaType());
            answer.header(HttpHeaders.CONTENT_LENGTH, file.size());
        }
        return answer.tag(tag)
                // asked again each time, as what it belongs to may be hidden later
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (file.isImage() ? "inline" : "attachment") + "; filename=\"" + file.name() + "\"")
                .build();
    }
}
