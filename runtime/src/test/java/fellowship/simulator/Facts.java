package fellowship.simulator;

import fellowship.chat.Completion;
import fellowship.store.RequestKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What is on the simulated disk: what outlives a kill. */
final class Facts {

    final Map<RequestKey, Completion> completions = new HashMap<>();
    final Map<RequestKey, Long> reserved = new HashMap<>();
    final Set<RequestKey> sent = new HashSet<>();
    final Map<String, String> notes = new HashMap<>();
    long calls;
    long micros;

    /** Keeps what was there first. */
    Completion keep(RequestKey key, Completion completion, long costMicros, int paidCalls) {
        Completion kept = completions.putIfAbsent(key, completion);
        sent.remove(key);
        reserved.remove(key);
        calls += paidCalls;
        micros += costMicros;
        return kept == null ? completion : kept;
    }

    /** What is charged although nobody knows whether it was billed. */
    void charge(int paidCalls, long costMicros) {
        calls += paidCalls;
        micros += costMicros;
    }

    long reservedMicros() {
        return reserved.values().stream().mapToLong(Long::longValue).sum();
    }
}
