package org.ronda.kernel;

import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often one person, or one address when nobody is signed in, may do something. Kept in this node's memory: with
 * several nodes the limit is that many times higher, which is enough against flooding. What must never be exceeded is a
 * constraint in the database, not a limit of this kind.
 */
@ApplicationScoped
public class Limits {
    private static final int REMEMBERED = 100_000;

    @Inject
    CurrentVertxRequest request;

    @Inject
    Instance<Caller> caller;

    @ConfigProperty(name = "ronda.limits.enabled", defaultValue = "true")
    boolean isEnabled;

    final Map<String, Bucket> buckets = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** Counts one act of whoever is asking; refused (429) when there were too many. */
    public void count(String act, int times, Duration per) {
        if (!allows(act + " " + asking(), times, per)) {
            throw tooOften();
        }
    }

    private static Refused tooOften() {
        return new Refused(
                Refused.Status.TOO_MANY,
                null,
                language -> Wording.of(KernelMessages.class, language).too_often());
    }

    /**
     * Counts one guess: few by one account, more by all that come from one address, such as a library. Before it is judged,
     * so that many at once are no more than the limit; whoever was right takes it back.
     */
    public void countGuess(String act, int times, int timesOfAddress, Duration per) {
        count(act, times, per);
        if (!allows(act + " at " + address(), timesOfAddress, per)) {
            throw tooOften();
        }
    }

    /** Takes back the count of a guess that was right: a hall of people behind one address is no flood of guesses. */
    public void takeBackGuess(String act) {
        giveBack(act + " " + asking());
        giveBack(act + " at " + address());
    }

    private void giveBack(String key) {
        Bucket bucket = buckets.get(key);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** Counts something new that somebody says: far more than anybody writes, far less than would drown all others. */
    public void countSaying() {
        count("say", 300, Duration.ofMinutes(10));
    }

    boolean allows(String key, int times, Duration per) {
        return !isEnabled
                || buckets.computeIfAbsent(
                                key,
                                absent -> Bucket.builder()
                                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                                        .build())
                        .tryConsume(1);
    }

    private String asking() {
        long participantId = caller.isResolvable() ? caller.get().id() : 0;
        return participantId != 0 ? "p" + participantId : address();
    }

    /** The address of the request; of IPv6 the network, as one line has billions of addresses. */
    private String address() {
        RoutingContext routing = request.getCurrent();
        return routing == null
                ? "nobody"
                : network(routing.request().remoteAddress().hostAddress());
    }

    static String network(String address) {
        if (address == null || !address.contains(":")) {
            return String.valueOf(address);
        }
        try {
            // a literal address: nothing is looked up
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
