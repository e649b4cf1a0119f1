package fellowship.model.http;

import fellowship.model.http.FaultCalls.End;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;

/** Plays every large body to a call, in a process whose memory is small. Fails when one does not end as it should. */
final class LargeBodies {

    private LargeBodies() {}

    public static void main(String[] args) throws IOException {
        Duration timeout = Duration.ofSeconds(20);
        int bodies = 0;
        for (Speech speech : Speech.values()) {
            FaultCase.Cases cases = new FaultCase.Cases(speech);
            ByteFaults.add(cases);
            for (FaultCase one : cases.all) {
                if (one.row() != 62 && one.row() != 63 && !one.what().contains("header")) {
                    continue;
                }
                End end = FaultCalls.call(speech, one, timeout);
                bodies++;
                boolean answer = one.expected().reaction().isEmpty();
                if (answer != end.completion().isPresent()
                        || !answer
                                && !end.known().reason().equals(one.expected().reason())) {
                    System.out.println(one + " ended with " + end);
                    System.exit(1);
                }
            }
        }
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        System.out.println(bodies + " large or packed bodies in a process of 64 MB, out of memory 0, peak heap "
                + (peak >> 20) + " MB");
        System.exit(0);
    }
}
