package org.ronda;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ronda.kernel.Refused;

/**
 * Several people at the same moment: each act on a thread and in a request of its own, all let go at once. The rows
 * that they meet must be committed before.
 */
public final class Race {
    private Race() {}

    /** What became of one act: what it answered, or why it was refused. */
    public record Outcome<T>(T answer, Refused refusal) {
        public boolean isDone() {
            return refusal == null;
        }
    }

    /** The same kind of act that many times; {@code act} is given the number of the one who acts, from 0. */
    public static <T> List<Outcome<T>> of(int runners, IntFunction<Callable<T>> act) {
        return of(IntStream.range(0, runners).mapToObj(act).toList());
    }

    /** The outcomes in the order of the acts. Anything that goes wrong other than by a refusal fails the test. */
    public static <T> List<Outcome<T>> of(List<Callable<T>> acts) {
        ExecutorService threads = Executors.newFixedThreadPool(acts.size());
        CyclicBarrier start = new CyclicBarrier(acts.size());
        try {
            List<Future<Outcome<T>>> running = acts.stream()
                    .map(act -> threads.submit(() -> run(start, act)))
                    .toList();
            List<Outcome<T>> outcomes = new ArrayList<>();
            for (Future<Outcome<T>> one : running) {
                outcomes.add(one.get(60, TimeUnit.SECONDS));
            }
            return outcomes;
        } catch (ExecutionException broken) {
            throw new AssertionError("an act broke", broken.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("an act waits for ever", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> Outcome<T> run(CyclicBarrier start, Callable<T> act) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            start.await(60, TimeUnit.SECONDS);
            return new Outcome<>(act.call(), null);
        } catch (Exception thrown) {
            return new Outcome<>(null, refusalIn(thrown));
        } finally {
            request.terminate();
        }
    }

    private static Refused refusalIn(Exception thrown) throws Exception {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        throw thrown;
    }
}
