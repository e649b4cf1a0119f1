package fellowship.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes {@code PROOF.md} from the figures that the last build measured ({@code target/proof} of each module), and says
 * where a build's figures are worse than the page's. One file without libraries, so that {@code java ProofPage.java} runs
 * it as it stands; {@code ./fellowship-proof} does.
 */
public final class ProofPage {

    static final String PAGE = "PROOF.md";

    private static final String EVERY = "## Every build";
    private static final String LONG = "## Long lanes";

    /** What a number of a figure must be; {@code recorded} is the page's. */
    interface Rule {
        boolean holds(double now, double recorded);
    }

    /** A rule with what it says. */
    record Bound(String says, Rule rule) {}

    private static final Bound NONE = new Bound("0", (now, recorded) -> now == 0);
    private static final Bound NOT_FEWER = new Bound("not fewer", (now, recorded) -> now >= recorded);

    /** For what depends on the machine's load or on how much a run writes. */
    private static final Bound HALF = new Bound("half at least", (now, recorded) -> now >= 0.5 * recorded);

    private static final Bound TENTH_FEWER =
            new Bound("a tenth fewer at most", (now, recorded) -> now >= 0.9 * recorded);
    private static final Bound LIMIT = new Bound("not more", (now, recorded) -> now <= recorded);

    /**
     * A number within a figure.
     *
     * @param number finds it: its first group
     */
    record Part(Pattern number, Bound bound) {

        static Part of(String number, Bound bound) {
            return new Part(Pattern.compile(number), bound);
        }

        Optional<Double> in(String text) {
            Matcher found = number.matcher(text);
            return found.find() ? Optional.of(Double.valueOf(found.group(1).replace(",", ""))) : Optional.empty();
        }
    }

    /**
     * A line of the page.
     *
     * @param label for people; its key too
     * @param file the figure's name, or the start of several names and {@code *}: their first numbers are added
     * @param module whose tests measure it
     * @param test the class that does
     * @param needed whether every machine can measure it
     */
    record Line(String label, String file, String module, String test, boolean needed, List<Part> parts) {

        String command() {
            return module.equals("tests")
                    ? "mvn -pl tests -am test -Dtest=" + test + " -Dsurefire.failIfNoSpecifiedTests=false"
                    : "mvn -pl " + module + " test -Dtest=" + test;
        }
    }

    private static final String FIRST = "^([0-9,.]+)";

    static final List<Line> LINES = List.of(
            line("simulated runs", "simulated-runs", "SimulatorTest", Part.of(FIRST, NOT_FEWER)),
            line("… faults injected", "simulated-faults", "SimulatorTest", Part.of(FIRST, TENTH_FEWER)),
            line("… crashes", "simulated-crashes", "SimulatorTest", Part.of(FIRST, TENTH_FEWER)),
            line("… violations", "simulated-violations", "SimulatorTest", Part.of(FIRST, NONE)),
            line(
                    "… cap passed by, in $ millionths",
                    "simulated-overshoot-micros",
                    "SimulatorTest",
                    Part.of(FIRST, NONE)),
            line("… speed", "simulated-speed", "SimulatorTest"),
            line(
                    "planted bugs found",
                    "planted-bugs-found",
                    "PlantedBugsTest",
                    Part.of(FIRST, NOT_FEWER),
                    Part.of("of ([0-9]+)", NOT_FEWER)),
            line("… seeds until found", "planted-bugs-seeds", "PlantedBugsTest"),
            whole(
                    "real kills",
                    "kills",
                    "KillTest",
                    true,
                    Part.of(FIRST, HALF),
                    Part.of("([0-9]+) data sets differing", NONE)),
            whole(
                    "calls repeated per kill",
                    "calls-repeated-per-kill",
                    "KillTest",
                    true,
                    Part.of("at most ([0-9]+)", LIMIT)),
            whole("kills at a sync, write or rename", "kill-at-nth-call", "NthCallTest", false),
            whole("refusals of the disk", "refusal-at-nth-call", "NthCallTest", false),
            whole("signals", "signals", "SignalsTest", true, Part.of(FIRST, NOT_FEWER)),
            line(
                    "power losses",
                    "power-loss",
                    "PowerLossTest",
                    Part.of(FIRST, NOT_FEWER),
                    Part.of("([0-9]+) violations", NONE)),
            line(
                    "journal damaged",
                    "journal-damage",
                    "TornFileTest",
                    Part.of(FIRST, TENTH_FEWER),
                    Part.of("([0-9]+) wrong", NONE)),
            line(
                    "journal cut",
                    "journal-cuts",
                    "TornFileTest",
                    Part.of(FIRST, TENTH_FEWER),
                    Part.of("([0-9]+) wrong", NONE)),
            line("records lost per flipped bit", "records-lost-per-flip", "TornFileTest"),
            line(
                    "spend cap",
                    "spend-cap",
                    "BudgetTest",
                    Part.of(FIRST, NOT_FEWER),
                    Part.of("overshoot \\$([0-9.]+)", NONE)),
            line("rate windows checked", "rate-windows-checked", "WindowsTest", Part.of(FIRST, TENTH_FEWER)),
            line("… violated", "rate-windows-violated", "WindowsTest", Part.of(FIRST, NONE)),
            line("… used", "rate-windows-use", "WindowsTest"),
            line("provider faults handled", "faults-handled", "FaultServerTest", Part.of(FIRST, NOT_FEWER)),
            line(
                    "fuzz executions",
                    "fuzz-*",
                    "'*FuzzTest'",
                    Part.of(FIRST, NOT_FEWER),
                    Part.of("exceptions ([0-9]+)", NONE)),
            whole(
                    "bytes scanned for keys",
                    "key-scan",
                    "KeyCanaryTest",
                    true,
                    Part.of(FIRST, HALF),
                    Part.of("hits ([0-9]+)", NONE)),
            whole("bad inputs tried", "bad-inputs", "BadInputTest", true, Part.of(FIRST, NOT_FEWER)));

    private final Path root;

    ProofPage(Path root) {
        this.root = root;
    }

    private static Line line(String label, String file, String test, Part... parts) {
        return new Line(label, file, "runtime", test, true, List.of(parts));
    }

    private static Line whole(String label, String file, String test, boolean needed, Part... parts) {
        return new Line(label, file, "tests", test, needed, List.of(parts));
    }

    /** What the last build measured, by label. */
    Map<String, String> measured() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Line line : LINES) {
            Path folder = root.resolve(line.module()).resolve("target/proof");
            Optional<String> value = line.file().endsWith("*")
                    ? added(folder, line.file().substring(0, line.file().length() - 1))
                    : read(folder.resolve(line.file()));
            value.ifPresent(text -> all.put(line.label(), text));
        }
        return all;
    }

    private static Optional<String> added(Path folder, String start) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(file -> file.getFileName().toString().startsWith(start))
                    .forEach(file -> files.put(file.toString(), read(file).orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Part count = Part.of(FIRST, NOT_FEWER);
        Part undeclared = Part.of("exceptions ([0-9]+)", NONE);
        long sum = files.values().stream()
                .mapToLong(text -> count.in(text).orElse(0.0).longValue())
                .sum();
        long wrong = files.values().stream()
                .mapToLong(text -> undeclared.in(text).orElse(1.0).longValue())
                .sum();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(sum + " at " + files.size() + " parsers, undeclared exceptions " + wrong);
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page tells of every build, by label. */
    Map<String, String> recorded() {
        Map<String, String> all = new LinkedHashMap<>();
        section(EVERY).lines().filter(row -> row.startsWith("| ")).skip(2).forEach(row -> {
            String[] cells = row.split(" \\| ", 2);
            all.put(cells[0].substring(2), cells[1].substring(0, cells[1].indexOf(" | ")));
        });
        return all;
    }

    private String section(String title) {
        String page = read(root.resolve(PAGE)).orElse("");
        int from = page.indexOf(title + "\n");
        int to = from < 0 ? -1 : page.indexOf("\n## ", from + 1);
        return from < 0 ? "" : page.substring(from, to < 0 ? page.length() : to).strip() + "\n";
    }

    /** What is worse than the page says, one sentence each; empty when nothing is. */
    List<String> worse() {
        Map<String, String> before = recorded();
        Map<String, String> now = measured();
        if (before.isEmpty()) {
            return List.of("there is no " + PAGE + " with figures: ./fellowship-proof writes it");
        }
        List<String> worse = new ArrayList<>();
        for (Line line : LINES) {
            String told = before.get(line.label());
            String text = now.get(line.label());
            if (told == null) {
                worse.add(PAGE + " tells nothing of '" + line.label() + "': ./fellowship-proof writes it anew");
            } else if (text == null) {
                if (line.needed()) {
                    worse.add("'" + line.label() + "' was not measured; " + line.command());
                }
            } else {
                line.parts().stream()
                        .filter(part -> !holds(part, text, told))
                        .forEach(part -> worse.add("'" + line.label() + "' is " + text + "; " + PAGE + " says " + told
                                + " (" + part.bound().says() + "); " + line.command()));
            }
        }
        return worse;
    }

    private static boolean holds(Part part, String text, String told) {
        Optional<Double> now = part.in(text);
        return now.isPresent()
                && part.bound().rule().holds(now.get(), part.in(told).orElse(0.0));
    }

    /** Writes the page anew from what was measured; the figures of the other lane stay. */
    void write(boolean longLane, String commit, String options) throws IOException {
        String mine = figures(longLane, commit, options);
        String every = longLane ? section(EVERY) : mine;
        String night = longLane ? mine : section(LONG);
        Files.writeString(
                root.resolve(PAGE),
                "# Proofs\n\nWhat the tests measured, each figure as its test printed it. `./fellowship-proof` measures and"
                        + " writes this page;\nevery build holds its own figures against it and fails where one is worse.\n"
                        + (every.isEmpty() ? "" : "\n" + every)
                        + (night.isEmpty() ? "" : "\n" + night));
    }

    private String figures(boolean longLane, String commit, String options) {
        Map<String, String> now = measured();
        StringBuilder out = new StringBuilder(longLane ? LONG : EVERY);
        out.append("\n\nMeasured on ")
                .append(LocalDate.now(ZoneOffset.UTC))
                .append(" at commit ")
                .append(commit)
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, Java ")
                .append(Runtime.version().feature())
                .append(options.isEmpty() ? ".\n" : ", each command with `" + options + "`.\n")
                .append("\n| figure | value | must be | command |\n| --- | --- | --- | --- |\n");
        for (Line line : LINES) {
            String value = now.get(line.label());
            if (value != null) {
                out.append("| ")
                        .append(line.label())
                        .append(" | ")
                        .append(value)
                        .append(" | ");
                out.append(String.join(
                        ", ",
                        line.parts().stream().map(part -> part.bound().says()).toList()));
                out.append(" | `").append(line.command()).append("` |\n");
            }
        }
        return out.toString();
    }

    /** {@code check}, or {@code write short|long COMMIT OPTIONS}; in the checkout's root. */
    public static void main(String[] args) throws IOException {
        ProofPage page = new ProofPage(Path.of("").toAbsolutePath());
        if (args[0].equals("write")) {
            page.write(args[1].equals("long"), args[2], args.length > 3 ? args[3] : "");
            System.out.println(page.root.resolve(PAGE));
            return;
        }
        List<String> worse = page.worse();
        worse.forEach(sentence -> System.out.println("worse: " + sentence));
        System.out.println(worse.isEmpty() ? "no figure is worse than " + PAGE + " says" : worse.size() + " are worse");
        System.exit(worse.isEmpty() ? 0 : 1);
    }
}
