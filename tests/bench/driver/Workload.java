import java.util.ArrayList;
import java.util.List;

/**
 * One line of the table.
 *
 * @param name as people call it
 * @param what in a few words
 * @param script the workflow
 * @param rows of input
 * @param stages the calls of a row, as the bare-socket loader takes them; empty where no limit is told
 * @param behaviour of the provider
 * @param kind how it is run
 */
record Workload(
        String name, String what, String script, int rows, String stages, Behaviour behaviour, Kind kind) {

    /** How it is run. */
    enum Kind {
        PLAIN,
        /** Killed at half of the calls, then run again; compared with a run that was not. */
        KILLED,
        /** Run twice with the cache; the second is measured. */
        CACHED
    }

    /** What the provider does: milliseconds, sigma of a lognormal, requests a minute, shares of failures. */
    record Behaviour(int latency, double sigma, int rpm, double p500, double p429, double hang, double poison) {

        List<String> mock() {
            List<String> flags = new ArrayList<>();
            flags.add("-latency");
            flags.add(sigma > 0 ? "lognormal:" + latency + "ms:" + sigma : latency + "ms");
            if (rpm > 0) {
                flags.addAll(List.of("-rpm", Integer.toString(rpm), "-burst", "1s"));
            }
            flags.addAll(List.of("-p500", p500 + "", "-p429", p429 + "", "-phang", hang + "", "-ppoison", poison + ""));
            return flags;
        }

        List<String> loopback() {
            return List.of(
                    "latency-ms=" + latency,
                    "sigma=" + sigma,
                    "rpm=" + rpm,
                    "p500=" + p500,
                    "p429=" + p429,
                    "phang=" + hang,
                    "ppoison=" + poison,
                    "words=64");
        }
    }

    private static final Behaviour STEADY = new Behaviour(200, 0, 0, 0, 0, 0, 0);
    private static final Behaviour AT_ONCE = new Behaviour(0, 0, 0, 0, 0, 0, 0);

    /** Least seconds that a limit of requests allows; 0 without one. */
    double ideal() {
        int calls = 0;
        for (String stage : stages.split(",")) {
            calls += stage.isEmpty() ? 0 : Integer.parseInt(stage) * rows;
        }
        return behaviour.rpm() > 0 ? (calls - behaviour.rpm() / 60.0) * 60 / behaviour.rpm() : 0;
    }

    static List<Workload> all() {
        return List.of(
                new Workload("W1", "two writers, a judge; 200 ms", "w1", 1000, "2,1", STEADY, Kind.PLAIN),
                new Workload(
                        "W1T",
                        "the same; lognormal 200 ms, sigma 0.8",
                        "w1",
                        1000,
                        "2,1",
                        new Behaviour(200, 0.8, 0, 0, 0, 0, 0),
                        Kind.PLAIN),
                new Workload(
                        "W2",
                        "W1 at 6,000 requests a minute, by the second",
                        "w1",
                        1000,
                        "2,1",
                        new Behaviour(200, 0, 6000, 0, 0, 0, 0),
                        Kind.PLAIN),
                new Workload("W3", "feedback loop, chains of six; 200 ms", "w3", 500, "1,1,1,1,1,1", STEADY, Kind.PLAIN),
                new Workload(
                        "W4",
                        "W1; 2 % 500, 2 % 429, 1 % hang",
                        "w1",
                        1000,
                        "",
                        new Behaviour(200, 0, 0, 0.02, 0.02, 0.01, 0),
                        Kind.PLAIN),
                new Workload(
                        "W4P",
                        "W1; 0.5 % of calls fail at every try",
                        "w1",
                        1000,
                        "",
                        new Behaviour(200, 0, 0, 0, 0, 0, 0.005),
                        Kind.PLAIN),
                new Workload("W5", "W1, killed at half, again", "w1", 1000, "", STEADY, Kind.KILLED),
                new Workload("W6", "W1 answered at once", "w1", 1000, "2,1", AT_ONCE, Kind.PLAIN),
                new Workload("W6L", "W1 answered at once, 5,000 rows", "w1", 5000, "2,1", AT_ONCE, Kind.PLAIN),
                new Workload("W7", "100,000 rows of one small call", "answers", 100_000, "1", AT_ONCE, Kind.PLAIN),
                new Workload(
                        "cached", "100,000 rows, all from the cache", "answers", 100_000, "", AT_ONCE, Kind.CACHED));
    }
}
