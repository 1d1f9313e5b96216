package org.ronda.web;

import io.nayuki.qrcodegen.QrCode;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.jboss.resteasy.reactive.RestQuery;
import org.ronda.kernel.Page;

/** The address of one of our pages as a QR code, for posters and paper. */
@Path("/qr")
class QrPages {
    private static final int QUIET = 4;

    @Inject
    Page page;

    /** @param of a path of this site, and nothing else: no address of anybody else is ever drawn */
    @GET
    @Produces("image/svg+xml")
    public String draw(@RestQuery String of) {
        if (of == null || !of.matches("/[A-Za-z0-9/_-]{0,200}") || of.startsWith("//")) {
            throw new BadRequestException();
        }
        QrCode code = QrCode.encodeText(page.origin() + of, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\" role=\"img\">"
                + "<title>" + page.origin() + of + "</title><path fill=\"#fff\" d=\"M0,0h" + side + "v" + side + "h-"
                + side
                + "z\"/><path d=\"" + path + "\"/></svg>";
    }
}
