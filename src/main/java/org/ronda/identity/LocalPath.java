package org.ronda.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address of this site to go back to. Anything that could lead elsewhere, or that is no page, is the home page. */
public record LocalPath(String path) {
    static final LocalPath HOME = new LocalPath("/");

    public static LocalPath of(String asked) {
        if (asked == null || !asked.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}\\s]*")) {
            return HOME;
        }
        try {
            URI uri = new URI(asked);
            return uri.isAbsolute()
                            || uri.getRawAuthority() != null
                            || isAboutSigningIn(uri.normalize().getPath())
                    ? HOME
                    : new LocalPath(uri.toASCIIString());
        } catch (URISyntaxException noAddress) {
            return HOME;
        }
    }

    private static boolean isAboutSigningIn(String path) {
        return path.startsWith("/sign-") || path.startsWith("/j_security_check") || path.startsWith("/api/");
    }

    /** The sign-in page that leads here afterwards. */
    public URI signIn() {
        return URI.create("/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    }

    URI uri() {
        return URI.create(path);
    }
}
