import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the workloads, the bare-socket loader before each, and prints one table of medians. See README.md. */
final class Bench {

    private static final int IN_FLIGHT = 256;

    private final Path root;
    private final Path built;
    private final String loopback;
    private final Path work;

    private Bench(Path root, Path built, String loopback) throws IOException {
        this.root = root;
        this.built = built;
        this.loopback = loopback;
        this.work = Files.createTempDirectory("fellowship-bench");
    }

    /** Arguments: the checkout, the folder of what was built, the loopback's class path, options and workloads. */
    public static void main(String[] words) throws Exception {
        int rounds = 3;
        boolean write = false;
        List<String> names = new ArrayList<>();
        for (int i = 3; i < words.length; i++) {
            switch (words[i]) {
                case "--rounds" -> rounds = Integer.parseInt(words[++i]);
                case "--write" -> write = true;
                default -> names.add(words[i]);
            }
        }
        Bench bench = new Bench(Path.of(words[0]), Path.of(words[1]), words[2]);
        List<Workload> chosen = Workload.all().stream()
                .filter(workload -> names.isEmpty() || names.contains(workload.name()))
                .toList();
        try {
            Map<Workload, List<Figures>> all = bench.measure(chosen, rounds);
            String page = Page.of(all, rounds, Files.isExecutable(bench.built.resolve("mockllm")));
            System.out.println(page);
            if (write) {
                Files.writeString(bench.root.resolve("docs/performance.md"), page);
            }
        } finally {
            delete(bench.work);
        }
    }

    private Map<Workload, List<Figures>> measure(List<Workload> chosen, int rounds)
            throws IOException, InterruptedException {
        Map<Workload, List<Figures>> all = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Workload workload : chosen) {
                Figures figures = measure(workload);
                all.computeIfAbsent(workload, name -> new ArrayList<>()).add(figures);
                System.err.printf(
                        Locale.ROOT,
                        "%d/%d %-6s first to last %.2f s (limit %.2f), whole %.2f s, CPU %.2f s, %.0f MB, load %s%n",
                        round,
                        rounds,
                        workload.name(),
                        figures.calls(),
                        figures.limit(),
                        figures.whole(),
                        figures.cpu(),
                        figures.peak(),
                        Page.load());
            }
        }
        return all;
    }

    private Figures measure(Workload workload) throws IOException, InterruptedException {
        Child limit = null;
        double best = workload.ideal();
        Path folder = Files.createTempDirectory(work, workload.name());
        if (!workload.stages().isEmpty() && best == 0) {
            try (Server server = Server.start(built.resolve("mockllm"), loopback, workload.behaviour())) {
                limit = Child.run(folder, Map.of(), limit(workload, server), () -> false);
                best = server.count("busy_s");
            }
        }
        try (Server server = Server.start(built.resolve("mockllm"), loopback, workload.behaviour())) {
            prepare(folder, workload, server);
            Child run = run(folder, workload, server);
            boolean same = workload.kind() != Workload.Kind.KILLED || sameAsWhole(folder, workload, server);
            return new Figures(
                    none(server.count("busy_s"), workload),
                    run.seconds(),
                    none(server.count("first_unix_ms") / 1e3 - run.startedAt(), workload),
                    run.cpu(),
                    run.peakMb(),
                    none(server.count("requests"), workload),
                    server.count("paid_again"),
                    server.count("429"),
                    fact(run.out(), "emitted") + fact(run.out(), "filtered") + fact(run.out(), "rejected"),
                    fact(run.out(), "rejected"),
                    best == 0 ? Double.NaN : best,
                    limit == null ? Double.NaN : limit.seconds(),
                    same);
        }
    }

    private static double none(double value, Workload workload) {
        return workload.kind() == Workload.Kind.PLAIN ? value : Double.NaN;
    }

    private Child run(Path folder, Workload workload, Server server) throws IOException, InterruptedException {
        switch (workload.kind()) {
            case PLAIN -> {
                return run(folder, command("out", "--no-cache"), () -> false);
            }
            case CACHED -> {
                run(folder, command("first"), () -> false);
                return run(folder, command("out"), () -> false);
            }
            case KILLED -> {
                double half = workload.rows() * 3 / 2.0;
                run(folder, command("out", "--no-cache"), () -> isPast(server, half));
                return run(folder, command("out", "--no-cache"), () -> false);
            }
        }
        throw new IllegalStateException();
    }

    private static boolean isPast(Server server, double calls) throws IOException {
        try {
            return server.count("requests") >= calls;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean sameAsWhole(Path folder, Workload workload, Server server) throws IOException, InterruptedException {
        double again = server.count("paid_again");
        try (Server fresh = Server.start(built.resolve("mockllm"), loopback, workload.behaviour())) {
            prepare(folder, workload, fresh);
            run(folder, command("whole", "--no-cache"), () -> false);
        }
        boolean same = Files.mismatch(
                        folder.resolve("out/pairs/train.jsonl"), folder.resolve("whole/pairs/train.jsonl"))
                == -1;
        System.err.printf(
                Locale.ROOT, "W5: %.0f calls made again, %s%n", again, same ? "same bytes" : "OTHER BYTES");
        return same;
    }

    private Child run(Path folder, List<String> command, Child.Meanwhile meanwhile)
            throws IOException, InterruptedException {
        return Child.run(
                folder,
                Map.of(
                        "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                        "XDG_STATE_HOME", folder.resolve("state").toString(),
                        "XDG_CONFIG_HOME", folder.resolve("config").toString()),
                command,
                meanwhile);
    }

    private List<String> command(String out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                root.resolve("fellowship").toString(),
                "run",
                "workflow.groovy",
                "-p",
                "prompts=rows.jsonl",
                "--out",
                out,
                "--json",
                "--allow-rejected",
                "100%"));
        words.addAll(List.of(more));
        return words;
    }

    private List<String> limit(Workload workload, Server server) {
        String[] host = server.host().split(":");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                built.toString(),
                "Limit",
                host[0],
                host[1],
                Integer.toString(workload.rows()),
                workload.stages(),
                Integer.toString(IN_FLIGHT));
    }

    private void prepare(Path folder, Workload workload, Server server) throws IOException {
        Files.writeString(
                folder.resolve("workflow.groovy"),
                Files.readString(root.resolve("tests/bench/" + workload.script() + ".groovy")));
        Files.writeString(
                folder.resolve("fellowship.toml"),
                """
                [roles]
                writer = "server:a"
                writer-a = "server:a"
                writer-b = "server:b"
                judge = "server:c"

                [providers.server]
                protocol = "openai"
                url = "http://%s/v1"
                key = "none"
                timeout = "5s"

                [providers.server.limits]
                in-flight = %d
                """
                        .formatted(server.host(), IN_FLIGHT));
        try (BufferedWriter rows = Files.newBufferedWriter(folder.resolve("rows.jsonl"))) {
            for (int i = 0; i < workload.rows(); i++) {
                rows.write("{\"id\": \"q" + i + "\", \"prompt\": \"Question number " + i + ": how does one make tea for "
                        + i % 17 + " people on a rainy day?\"}\n");
            }
        }
    }

    private static double fact(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\" : ([0-9.]+)").matcher(json);
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(path);
            }
        }
    }
}
