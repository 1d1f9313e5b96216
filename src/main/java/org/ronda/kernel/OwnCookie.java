package org.ronda.kernel;

import jakarta.ws.rs.core.NewCookie;

/**
 * A cookie that we set ourselves. Over TLS its name begins with {@code __Host-}, so that no other host of the domain can
 * set it and it never travels in the clear.
 */
public record OwnCookie(String name, boolean isSecure) {
    public static OwnCookie of(String name, String scheme) {
        boolean isSecure = "https".equals(scheme);
        return new OwnCookie(isSecure ? "__Host-" + name : name, isSecure);
    }

    /** @param seconds how long it is kept; 0 takes it away */
    public NewCookie with(String value, int seconds) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(isSecure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
