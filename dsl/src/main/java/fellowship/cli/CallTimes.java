package fellowship.cli;

import fellowship.chat.ChatRequest;
import fellowship.model.CallTrip;
import fellowship.report.TimeLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * How many calls of each asker and model were where, over the time of a run. As many slots whatever the run takes: they grow
 * twice as long when the last is full. So a million calls take as much room as a hundred.
 */
final class CallTimes {

    private static final int SLOTS = 240;
    private static final long FIRST_NANOS = 20_000_000;

    private final LongSupplier nanos;
    private final Map<Name, Lane> lanes = new TreeMap<>();
    private long begun;
    private long slot = FIRST_NANOS;
    private long last;

    /** @param nanos a time that never goes back */
    CallTimes(LongSupplier nanos) {
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    private record Name(String asker, String model) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byAsker = asker.compareTo(other.asker);
            return byAsker != 0 ? byAsker : model.compareTo(other.model);
        }
    }

    private static final class Lane {
        final int[] now = new int[CallTrip.Stage.values().length];
        final double[][] slots = new double[now.length][SLOTS];
        long upTo;
        long calls;
    }

    /** A call sets out; it waits until it says otherwise. */
    synchronized CallTrip begins(String asker, ChatRequest request) {
        Lane lane = lanes.computeIfAbsent(new Name(asker, request.model().toString()), name -> new Lane());
        advance(lane);
        lane.calls++;
        lane.now[CallTrip.Stage.WAITING.ordinal()]++;
        return new Trip(lane);
    }

    private void advance(Lane lane) {
        last = Math.max(0, nanos.getAsLong() - begun);
        while (last >= slot * SLOTS) {
            lanes.values().forEach(CallTimes::halve);
            slot *= 2;
        }
        while (lane.upTo < last) {
            int at = (int) (lane.upTo / slot);
            long end = Math.min(last, (at + 1) * slot);
            for (int stage = 0; stage < lane.now.length; stage++) {
                lane.slots[stage][at] += lane.now[stage] * (double) (end - lane.upTo);
            }
            lane.upTo = end;
        }
    }

    private static void halve(Lane lane) {
        for (double[] slots : lane.slots) {
            for (int i = 0; i < SLOTS / 2; i++) {
                slots[i] = slots[2 * i] + slots[2 * i + 1];
            }
            java.util.Arrays.fill(slots, SLOTS / 2, SLOTS, 0);
        }
    }

    /** Seconds that a slot lasts. */
    synchronized double slotSeconds() {
        return slot / 1e9;
    }

    /** What is known by now; lanes by name. */
    synchronized List<TimeLane> lanes() {
        List<TimeLane> all = new ArrayList<>();
        lanes.values().forEach(this::advance);
        int used = (int) Math.min(SLOTS, last / slot + 1);
        lanes.forEach((name, lane) -> all.add(new TimeLane(
                name.asker(),
                name.model(),
                lane.calls,
                means(lane, CallTrip.Stage.WAITING, used),
                means(lane, CallTrip.Stage.AT_PROVIDER, used),
                means(lane, CallTrip.Stage.KEEPING, used))));
        return all;
    }

    private List<Double> means(Lane lane, CallTrip.Stage stage, int used) {
        List<Double> means = new ArrayList<>(used);
        for (int i = 0; i < used; i++) {
            means.add(lane.slots[stage.ordinal()][i] / slot);
        }
        return means;
    }

    private final class Trip implements CallTrip {

        private final Lane lane;
        private Stage stage = Stage.WAITING;
        private boolean over;

        Trip(Lane lane) {
            this.lane = lane;
        }

        @Override
        public void at(Stage next) {
            synchronized (CallTimes.this) {
                if (!over && next != stage) {
                    advance(lane);
                    lane.now[stage.ordinal()]--;
                    lane.now[next.ordinal()]++;
                    stage = next;
                }
            }
        }

        @Override
        public void ended() {
            synchronized (CallTimes.this) {
                if (!over) {
                    advance(lane);
                    lane.now[stage.ordinal()]--;
                    over = true;
                }
            }
        }
    }
}
