package org.ronda.kernel;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way to the mail server, anew for each round of the {@link Post}: a client that is kept keeps connections that the
 * server dropped, and mail that waits for one of these waits for nothing.
 */
@ApplicationScoped
class Smtp {
    private static final int LONGEST_SILENCE_S = 10;
    private static final int LONGEST_SENDING_S = 20;

    @ConfigProperty(name = "ronda.smtp.host")
    Optional<String> host;

    @ConfigProperty(name = "ronda.smtp.port")
    int port;

    @ConfigProperty(name = "ronda.smtp.tls")
    boolean isTls;

    @ConfigProperty(name = "ronda.smtp.starttls")
    String startTls;

    @ConfigProperty(name = "ronda.smtp.username")
    Optional<String> username;

    @ConfigProperty(name = "ronda.smtp.password")
    Optional<String> password;

    @ConfigProperty(name = "ronda.mail.from")
    String from;

    @Inject
    Vertx vertx;

    /** One connection, used for several mails in a row. */
    final class Connection implements AutoCloseable {
        private final MailClient client = MailClient.create(vertx, config());

        /** Returns when the server took the mail; fails when it did not say so in time. */
        void send(MailMessage mail) throws NotSent {
            try {
                client.sendMail(mail.setFrom(from))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(LONGEST_SENDING_S, TimeUnit.SECONDS);
            } catch (ExecutionException refused) {
                throw new NotSent(refused.getCause());
            } catch (TimeoutException silence) {
                throw new NotSent(silence);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new NotSent(stopped);
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }

    static class NotSent extends Exception {
        NotSent(Throwable cause) {
            super(cause);
        }
    }

    Connection open() {
        return new Connection();
    }

    private MailConfig config() {
        MailConfig config = new MailConfig()
                .setHostname(host.orElseThrow())
                .setPort(port)
                .setSsl(isTls)
                .setStarttls(
                        switch (startTls) {
                            case "true" -> StartTLSOptions.REQUIRED;
                            case "false" -> StartTLSOptions.DISABLED;
                            // a password does not go out because somebody between us says that there is no TLS
                            default ->
                                username.isPresent() && !isTls ? StartTLSOptions.REQUIRED : StartTLSOptions.OPTIONAL;
                        })
                .setLogin(username.isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED)
                .setMaxPoolSize(1);
        config.setConnectTimeout(LONGEST_SILENCE_S * 1_000);
        config.setIdleTimeout(LONGEST_SILENCE_S);
        username.ifPresent(config::setUsername);
        password.ifPresent(config::setPassword);
        return config;
    }
}
