package org.ronda.production;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ronda.Application;

/** What stands before the nodes: each request goes to the next one that can be reached. */
final class Proxy {
    private final Vertx vertx = Vertx.vertx();
    private final int port = Application.freePort();
    private final AtomicInteger turn = new AtomicInteger();

    Proxy(List<Integer> nodes) {
        HttpProxy proxy =
                HttpProxy.reverseProxy(vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(1_000)));
        proxy.originSelector(request -> vertx.executeBlocking(() -> next(nodes), false));
        vertx.createHttpServer()
                .requestHandler(proxy)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String address() {
        return "http://localhost:" + port;
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
