package fellowship.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Plays on all processors, each play in one thread. What a play comes to does not depend on how many there are. */
final class Lane implements AutoCloseable {

    private static final int THREADS =
            Integer.getInteger("fellowship.threads", Runtime.getRuntime().availableProcessors());

    private final List<Simulator> simulators = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    Lane() {
        Dropped.listen();
        for (int thread = 0; thread < THREADS; thread++) {
            simulators.add(new Simulator());
        }
    }

    /** Does all tasks and returns what they came to in their order. Tasks that lie {@link #THREADS} apart share a simulator. */
    <T> List<T> each(int tasks, BiFunction<Simulator, Integer, T> play) throws Exception {
        List<Future<List<T>>> parts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread;
            parts.add(threads.submit(() -> {
                List<T> part = new ArrayList<>();
                for (int task = first; task < tasks; task += THREADS) {
                    part.add(play.apply(simulators.get(first), task));
                }
                return part;
            }));
        }
        List<T> all = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            all.add(parts.get(task % THREADS).get().get(task / THREADS));
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        simulators.forEach(Simulator::close);
        Dropped.listenNoMore();
    }
}
