package org.ronda.web;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What absolute addresses begin with, in feeds, calendars, the sitemap, QR codes and preview cards: the one that was
 * configured, or else the one by which the visitor came. Whoever asks may write anything into {@code Host}, so only what
 * can be a host is taken.
 */
@Startup
@ApplicationScoped
class PublicAddress {
    private static final String HOST =
            "(?:[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}\\])(?::[0-9]{1,5})?";
    private static final Pattern AUTHORITY = Pattern.compile(HOST);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + HOST);

    private final String configured;

    @Inject
    PublicAddress(@ConfigProperty(name = "ronda.public-address") Optional<String> address) {
        configured = address.map(String::strip)
                .map(one -> one.endsWith("/") ? one.substring(0, one.length() - 1) : one)
                .orElse(null);
        if (configured != null && !ORIGIN.matcher(configured).matches()) {
            throw new IllegalStateException("RONDA_PUBLIC_ADDRESS is " + configured
                    + ", but has to be a scheme and a host, such as https://ronda.example.org");
        }
    }

    /** @param asked scheme and host of the request */
    String over(String asked) {
        return configured == null ? asked : configured;
    }

    static boolean isHost(String host) {
        return host != null && AUTHORITY.matcher(host).matches();
    }
}
