package fellowship.report;

import java.util.List;

/**
 * Where the calls of one asker to one model were, over the time of a run. Each list has a number for every slot: how many
 * calls were there on average while the slot lasted.
 *
 * @param asker the agent or judge
 * @param model which model it asked
 * @param calls how many set out
 * @param waiting for their turn: limits, the budget, a pause before a further try
 * @param atProvider sent and not yet answered
 * @param keeping answered and not yet on the disk
 */
public record TimeLane(
        String asker, String model, long calls, List<Double> waiting, List<Double> atProvider, List<Double> keeping) {

    public TimeLane {
        waiting = List.copyOf(waiting);
        atProvider = List.copyOf(atProvider);
        keeping = List.copyOf(keeping);
    }

    private static double sum(List<Double> slots) {
        return slots.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Seconds that a call was there on average. */
    private double each(List<Double> slots, double seconds) {
        return calls == 0 ? 0 : sum(slots) * seconds / calls;
    }

    double waited(double seconds) {
        return each(waiting, seconds);
    }

    double served(double seconds) {
        return each(atProvider, seconds);
    }

    double kept(double seconds) {
        return each(keeping, seconds);
    }

    /** Share of the slots from its first call to its last in which no call was at the provider. */
    double idle() {
        int first = Integer.MAX_VALUE;
        int last = -1;
        int busy = 0;
        for (int i = 0; i < atProvider.size(); i++) {
            if (atProvider.get(i) > 0) {
                first = Math.min(first, i);
                last = i;
                busy++;
            }
        }
        return last < first ? 0 : 1 - busy / (double) (last - first + 1);
    }

    double most() {
        double most = 0;
        for (int i = 0; i < atProvider.size(); i++) {
            most = Math.max(most, waiting.get(i) + atProvider.get(i) + keeping.get(i));
        }
        return most;
    }
}
