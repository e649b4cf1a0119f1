package fellowship.simulator;

import fellowship.engine.RowResult;
import fellowship.row.Reply;
import fellowship.row.Row;
import fellowship.run.Ledger;
import fellowship.simulator.Provider.Sending;
import fellowship.store.RequestKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Watches a play from outside: every request at the providers, every fact on the disk, and says what must not be. */
final class Watch {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private static final @Nullable String TRACE = System.getProperty("fellowship.trace");

    /** Tries of a call that fails by itself. */
    private static final int MOST_TRIES = 4;

    final List<String> violations = new ArrayList<>();
    final Map<Kind, Integer> faults = new EnumMap<>(Kind.class);
    private final Conditions conditions;
    private final EventTime time;
    private final Facts facts;
    private final World world;
    private final Set<String> rows = new HashSet<>();
    private final Set<RequestKey> paid = new HashSet<>();
    private final Map<RequestKey, Long> notBefore = new HashMap<>();
    private final Map<RequestKey, Sending> underWay = new HashMap<>();
    private final Map<RequestKey, Integer> failures = new HashMap<>();
    private final Map<String, Deque<Long>> windows = new HashMap<>();
    int requests;
    int lateFaults;
    int askedAgain;
    int mostRepeated;
    long overshoot;
    long windowsChecked;
    long billed;
    private long uncertain;
    private int afterLoss;
    private long emitted;
    private long rejected;
    private long capMicros = Long.MAX_VALUE;
    long dearest;

    Watch(Conditions conditions, World world, EventTime time, Facts facts) {
        this.conditions = conditions;
        this.world = world;
        this.time = time;
        this.facts = facts;
    }

    /** Says each event at a provider, where somebody asked for it with {@code -Dfellowship.trace=KEY} (the start of a key). */
    private void trace(String what, Sending sending) {
        if (TRACE != null && sending.key().hex().startsWith(TRACE)) {
            System.out.println(time.elapsed().toMillis() + " ms: " + what + " " + sending.account() + " "
                    + sending.key().hex().substring(0, 8) + " " + sending.said().ending());
        }
    }

    private void violated(String what) {
        if (violations.size() < 5) {
            violations.add(what + " (after " + time.elapsed().toMillis() + " ms and " + requests + " requests)");
        }
    }

    void arrived(Sending sending) {
        trace("sent", sending);
        requests++;
        dearest = Math.max(dearest, sending.worst());
        if (facts.completions.containsKey(sending.key())) {
            violated("an acknowledged call is sent again: " + sending.key());
        }
        if (underWay.put(sending.key(), sending) != null) {
            violated("a call is sent that is under way: " + sending.key());
        }
        if (failures.getOrDefault(sending.key(), 0) >= MOST_TRIES) {
            violated("a call is tried more than " + MOST_TRIES + " times: " + sending.key());
        }
        long there = underWay.values().stream()
                .filter(other -> other.account().equals(sending.account()))
                .count();
        if (there > conditions.inFlight()) {
            violated(there + " calls in flight, allowed " + conditions.inFlight());
        }
        if (time.elapsed().toNanos() < notBefore.getOrDefault(sending.key(), 0L)) {
            violated("a refused call is sent before the time that its provider named: " + sending.key());
        }
        if (!conditions.realFile() && facts.micros + facts.reservedMicros() > capMicros) {
            violated(
                    facts.micros + " are spent and " + facts.reservedMicros() + " reserved with a cap of " + capMicros);
        }
        window(sending.account());
    }

    private void window(String account) {
        if (conditions.perMinute().isEmpty()) {
            return;
        }
        Deque<Long> window = windows.computeIfAbsent(account, same -> new ArrayDeque<>());
        long now = time.elapsed().toNanos();
        // Where money is capped, what a call may cost is synced between its turn and its leaving: so exact the windows
        // are.
        long late = capMicros == Long.MAX_VALUE ? 0 : conditions.sync().toNanos();
        while (!window.isEmpty() && window.peekFirst() <= now - MINUTE + late) {
            window.removeFirst();
        }
        window.addLast(now);
        windowsChecked++;
        if (window.size() > conditions.perMinute().getAsInt()) {
            violated(window.size() + " requests in a minute, allowed "
                    + conditions.perMinute().getAsInt());
        }
    }

    void fault(Kind kind) {
        faults.merge(kind, 1, Integer::sum);
    }

    /** The answer leaves; the call is billed. */
    void answered(Sending sending) {
        trace("answered", sending);
        if (underWay.remove(sending.key()) != null) {
            billed += sending.cost();
            paid.add(sending.key());
            if (sending.said().ending() == World.Ending.UNCOUNTED) {
                uncertain += sending.worst();
            }
            money();
        }
    }

    /** The provider did not take the call on. */
    void refused(Sending sending, Duration wait) {
        trace("refused", sending);
        underWay.remove(sending.key());
        notBefore.put(sending.key(), time.elapsed().plus(wait).toNanos());
    }

    void failed(Sending sending, boolean isBilled, boolean outage) {
        trace("failed", sending);
        if (underWay.remove(sending.key()) == null) {
            return;
        }
        failures.merge(sending.key(), 1, Integer::sum);
        lateFaults += outage ? 1 : 0;
        uncertain += sending.worst();
        billed += isBilled ? sending.cost() : 0;
        money();
    }

    /** Whoever asked has gone; the call may be billed, and here it is. */
    void unknown(Sending sending) {
        trace("unknown", sending);
        if (underWay.remove(sending.key()) != null) {
            failures.merge(sending.key(), 1, Integer::sum);
            uncertain += sending.worst();
            billed += sending.cost();
            money();
        }
    }

    /** The account has no credit: few calls may come before the run knows. */
    void lost(Sending sending) {
        if (++afterLoss > 3 + 2 * conditions.inFlight()) {
            violated(afterLoss + " calls to accounts without credit");
        }
    }

    private void money() {
        if (billed > capMicros) {
            overshoot = Math.max(overshoot, billed - capMicros);
            violated("billed " + billed + " with a cap of " + capMicros);
        }
        if (capMicros != Long.MAX_VALUE && !conditions.realFile()) {
            long known = facts.micros + facts.reservedMicros();
            if (billed > known) {
                violated("billed " + billed + ", and the journal knows of " + known);
            }
        }
    }

    /** A row is finished: all that it was told is on the disk. */
    void finished(RowResult result) {
        if (!rows.add(result.sample().id())) {
            violated("a row is finished twice: " + result.sample().id());
        }
        emitted += result.emissions().isEmpty() ? 0 : 1;
        rejected += result.rejections().isEmpty() ? 0 : 1;
        replies(result).forEach(this::told);
    }

    private static Stream<Reply> replies(RowResult result) {
        return Stream.of(
                        result.emissions().stream().map(RowResult.Emission::row),
                        result.judged().stream().map(RowResult.Judged::row))
                .flatMap(rows -> rows)
                .map(Row::replies)
                .flatMap(List::stream);
    }

    private void told(Reply reply) {
        RequestKey key = RequestKey.of(HexFormat.of().parseHex(reply.call()));
        if (!facts.completions.containsKey(key)) {
            violated("a row was told what is not on the disk: " + key);
        }
        if (!world.text(key).equals(Optional.of(reply.completion().text()))) {
            violated("a row was told what no model said to " + key + ": "
                    + reply.completion().text());
        }
    }

    /** What a process reports of its rows is what was seen of them; a data set may leave an emitted row out. */
    void ledger(Ledger told, boolean done) {
        long ended = told.emitted() + told.filtered() + told.rejected();
        if (told.read() != ended + told.pending()
                || ended != rows.size()
                || told.emitted() > emitted
                || told.rejected() > rejected) {
            violated("the ledger says " + told + "; seen were " + rows.size() + " rows, " + emitted + " emitted and "
                    + rejected + " with a rejection");
        }
        if (done && rows.size() != conditions.rows()) {
            violated("done after " + rows.size() + " of " + conditions.rows() + " rows");
        }
    }

    void processStarts(long cap) {
        capMicros = cap;
        rows.clear();
        emitted = 0;
        rejected = 0;
    }

    /** A process has ended, by itself or not. What it was paid for and had not kept is asked again. */
    void processEnded() {
        paid.removeAll(facts.completions.keySet());
        mostRepeated = Math.max(mostRepeated, paid.size() + underWay.size());
        if (paid.size() + underWay.size() > World.ACCOUNTS * conditions.inFlight()) {
            violated(paid.size() + " answers are lost and " + underWay.size() + " calls cut, with "
                    + conditions.inFlight() + " in flight at an account");
        }
        paid.clear();
        List.copyOf(underWay.values()).forEach(this::unknown);
        uncertain += facts.reservedMicros();
        failures.clear();
        windows.clear();
        notBefore.clear();
        afterLoss = 0;
    }

    /** The run stopped since its budget was used up. */
    void outOfBudget(long dearestCall) {
        if (!conditions.realFile() && capMicros - facts.micros >= dearestCall) {
            violated("stopped for its budget with " + (capMicros - facts.micros) + " left, when a call costs at most "
                    + dearestCall);
        }
    }

    void booksAreClosed() {
        if (!conditions.realFile() && facts.micros > billed + uncertain) {
            violated("the journal counts " + facts.micros + " as spent; billed were " + billed + ", at most "
                    + uncertain + " more may have been");
        }
    }

    void say(String violation) {
        violated(violation);
    }
}
