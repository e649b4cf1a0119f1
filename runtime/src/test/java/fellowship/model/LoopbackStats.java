package fellowship.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;

/** What a loopback provider has seen. */
final class LoopbackStats {

    private final Map<Long, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> paid = new ConcurrentHashMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();
    private final AtomicInteger paidAgain = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger aborted = new AtomicInteger();
    private final AtomicLong first = new AtomicLong();
    private final AtomicLong last = new AtomicLong();

    /** The number of this try of this body, from 1. */
    int arrived(long body) {
        total.incrementAndGet();
        first.compareAndSet(0, System.currentTimeMillis());
        most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        return tries.computeIfAbsent(body, key -> new AtomicInteger()).incrementAndGet();
    }

    void answered(long body, int status) {
        statuses.computeIfAbsent(status, key -> new AtomicInteger()).incrementAndGet();
        if (status == 200 && paid.put(body, true) != null) {
            paidAgain.incrementAndGet();
        }
    }

    void left() {
        inFlight.decrementAndGet();
        last.set(System.currentTimeMillis());
    }

    void aborted() {
        aborted.incrementAndGet();
    }

    static long key(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue() << 31 ^ new String(body, StandardCharsets.ISO_8859_1).hashCode();
    }

    /** Counters by name. */
    Map<String, Object> read() {
        Map<String, Object> counts = new TreeMap<>();
        counts.put("requests", total.get());
        counts.put("distinct_bodies", tries.size());
        counts.put("repeated_bodies", total.get() - tries.size());
        counts.put("paid_again", paidAgain.get());
        counts.put("max_concurrent", most.get());
        counts.put("in_flight", inFlight.get());
        counts.put("aborted_by_client", aborted.get());
        counts.put("first_unix_ms", first.get());
        counts.put("busy_s", (last.get() - first.get()) / 1e3);
        counts.put("status", new TreeMap<>(statuses));
        return counts;
    }

    String json() {
        return new JsonMapper().writeValueAsString(read());
    }
}
