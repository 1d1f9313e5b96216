package org.ronda.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ronda.kernel.Now;

/** Whether the identity provider answers. Asked at most every few seconds, so that an outage is not made worse. */
@ApplicationScoped
class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private record Seen(boolean isThere, Instant at) {}

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Inject
    Now now;

    @ConfigProperty(name = "ronda.oidc.url")
    Optional<String> url;

    private volatile Seen seen = new Seen(false, Instant.EPOCH);

    boolean isThere() {
        Instant at = now.instant();
        if (seen.at().plus(FRESH).isBefore(at)) {
            seen = new Seen(answers(), at);
        }
        return seen.isThere();
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.orElseThrow()))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
