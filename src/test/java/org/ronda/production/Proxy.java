package org.ronda.production;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.ronda.Application;

/**
 * What stands before the nodes: each request goes to the next one that can be reached, to the host that was asked
 * for, with the address that it came from and how, whatever it says of that itself.
 */
final class Proxy {
    private static final String PASSWORD = "of a key that lives for minutes";

    private final Vertx vertx = Vertx.vertx();
    private final int port = Application.freePort();
    private final AtomicInteger turn = new AtomicInteger();
    private final String scheme;

    Proxy(List<Integer> nodes) {
        this(nodes, "http", new HttpServerOptions());
    }

    /** One that ends TLS, with a certificate that nobody but {@link #trusting} knows. */
    static Proxy withTls(List<Integer> nodes) {
        return new Proxy(
                nodes,
                "https",
                new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(new PfxOptions()
                                .setPath(Certificate.STORE.toString())
                                .setPassword(PASSWORD)));
    }

    private Proxy(List<Integer> nodes, String scheme, HttpServerOptions options) {
        this.scheme = scheme;
        HttpProxy proxy =
                HttpProxy.reverseProxy(vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000)));
        proxy.originSelector(request -> vertx.executeBlocking(() -> next(nodes), false));
        proxy.addInterceptor(new ProxyInterceptor() {
            @Override
            public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
                ProxyRequest request = context.request();
                request.setAuthority(request.proxiedRequest().authority());
                request.headers().set("X-Forwarded-Proto", scheme);
                // not needed on 443
                request.headers().set("X-Forwarded-Port", String.valueOf(port));
                request.headers()
                        .set(
                                "X-Forwarded-For",
                                request.proxiedRequest().remoteAddress().hostAddress());
                return context.sendRequest();
            }
        });
        vertx.createHttpServer(options)
                .requestHandler(proxy)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String address() {
        return scheme + "://localhost:" + port;
    }

    /** What a browser knows whose owner was told of the certificate. */
    static SSLContext trusting() {
        try (InputStream stored = Files.newInputStream(Certificate.STORE)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(stored, PASSWORD.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("proxy", own.getCertificate("proxy"));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Made once for all, by the JDK's own program. */
    private static final class Certificate {
        static final Path STORE = made();

        private static Path made() {
            try {
                Path store = Files.createTempDirectory("proxy").resolve("proxy.p12");
                Process keytool = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "proxy",
                                "-keyalg",
                                "EC",
                                "-validity",
                                "30",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (keytool.waitFor() != 0) {
                    throw new IllegalStateException("keytool made no certificate");
                }
                return store;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    void close() {
        Future<Void> closed = vertx.close();
        closed.toCompletionStage().toCompletableFuture().join();
    }

    private SocketAddress next(List<Integer> nodes) {
        int first = turn.getAndIncrement();
        for (int i = 0; i < nodes.size(); i++) {
            int node = nodes.get(Math.floorMod(first + i, nodes.size()));
            if (answers(node)) {
                return SocketAddress.inetSocketAddress(node, "127.0.0.1");
            }
        }
        throw new IllegalStateException("no node can be reached");
    }

    private static boolean answers(int node) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", node), 500);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }
}
