import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table, and what it was measured on. */
final class Page {

    private Page() {}

    static String of(Map<Workload, List<Figures>> all, int rounds, boolean mock) {
        StringBuilder page = new StringBuilder();
        page.append("# How fast\n\nWritten by `tests/bench/bench --write`; see [its page](../tests/bench/README.md). ")
                .append("Medians of ")
                .append(rounds)
                .append(" rounds, each on a fresh ")
                .append(mock ? "`mockllm` (Go)" : "loopback provider (Java)")
                .append(" on the same machine, at most 256 calls in flight. The limit is a bare-socket loader in Java, run just")
                .append(" before; ratios are taken pair by pair. CPU and memory are the product's process alone, start-up ")
                .append("and launcher included.\n\nMachine: ")
                .append(machine())
                .append("; load at the end ")
                .append(load())
                .append(".\n\n| ")
                .append(String.join(" | ", Figures.HEAD))
                .append(" |\n|")
                .append(String.join("|", Collections.nCopies(Figures.HEAD.size(), " --- ")))
                .append("|\n");
        all.forEach((workload, runs) -> page.append("| ")
                .append(String.join(" | ", Figures.cells(workload, runs)))
                .append(" |\n"));
        page.append('\n');
        List<String> what = new ArrayList<>();
        all.keySet().forEach(workload -> what.add("- " + workload.name() + ": " + workload.what()));
        page.append(String.join("\n", what)).append('\n');
        all.forEach((workload, runs) -> {
            if (workload.kind() == Workload.Kind.KILLED) {
                page.append("\nAfter the kill, all files have the bytes of a run without one: ")
                        .append(runs.stream().allMatch(Figures::same) ? "yes" : "NO")
                        .append(".\n");
            }
            if (workload.kind() == Workload.Kind.CACHED) {
                page.append("\nRows a second from the cache, start-up and report included: ")
                        .append(runs.stream()
                                .map(run -> String.format(java.util.Locale.ROOT, "%,.0f", run.rows() / run.whole()))
                                .collect(Collectors.joining(", ")))
                        .append(".\n");
            }
        });
        return page.toString();
    }

    static String load() {
        return first("/proc/loadavg", "unknown").replaceAll("^(\\S+ \\S+).*", "$1");
    }

    private static String machine() {
        String processor = "unknown processor";
        try {
            processor = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.replaceAll(".*: ", ""))
                    .orElse(processor);
        } catch (IOException e) {
            // Told as unknown.
        }
        return Runtime.getRuntime().availableProcessors() + " cores, " + processor + ", Java "
                + System.getProperty("java.version") + ", " + System.getProperty("os.name");
    }

    private static String first(String file, String otherwise) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
