package fellowship.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofPageTest {

    private static final Map<String, String> GOOD = Map.ofEntries(
            Map.entry("kills", "60 kills, 17 runs recovered, 0 data sets differing, seed 42"),
            Map.entry("calls-repeated-per-kill", "mean 0.8, max 4 (calls in flight at most 8)"),
            Map.entry("planted-bugs-found", "30 of 30"),
            Map.entry("power-loss", "10000 states at 88 calls, 0 violations"),
            Map.entry(
                    "journal-damage", "800 flips, cuts, zeroed and doubled blocks, 0 wrong values, 3 refused by name"),
            Map.entry("journal-cuts", "294 prefixes, one every 401 bytes, 0 wrong values"),
            Map.entry(
                    "spend-cap",
                    "10000 runs, 90000 calls, overshoot $0.00, unspent at most 3 of a largest reservation of 9"),
            Map.entry("key-scan", "900000 bytes scanned in 40 files of 9 runs for 5 keys, hits 0"));

    @TempDir
    private Path root;

    private ProofPage page;

    @BeforeEach
    void aPageOfAGoodBuild() throws IOException {
        page = new ProofPage(root);
        for (ProofPage.Line line : ProofPage.LINES) {
            if (!line.file().endsWith("*")) {
                measure(
                        line.module(),
                        line.file(),
                        GOOD.getOrDefault(
                                line.file(),
                                line.parts().stream()
                                                .anyMatch(part ->
                                                        part.bound().says().equals("0"))
                                        ? "0"
                                        : "5"));
            }
        }
        measure("runtime", "fuzz-one", "10000 cases, 20 read, 9980 refused, undeclared exceptions 0, slowest 3 ms");
        measure("runtime", "fuzz-two", "10000 cases, 30 read, 9970 refused, undeclared exceptions 0, slowest 4 ms");
        page.write(false, "abc1234", "");
    }

    private void measure(String module, String file, String value) throws IOException {
        Path folder = Files.createDirectories(root.resolve(module).resolve("target/proof"));
        Files.writeString(folder.resolve(file), value + "\n");
    }

    @Test
    void theSameFiguresAreNotWorse() {
        assertThat(page.worse()).isEmpty();
        assertThat(page.recorded()).isEqualTo(page.measured());
    }

    @Test
    void aViolationIsWorse() throws IOException {
        measure("runtime", "simulated-violations", "1");

        assertThat(page.worse()).singleElement().asString().contains("'… violations' is 1", "-Dtest=SimulatorTest");
    }

    @Test
    void fewerRunsAreWorseAndMoreAreNot() throws IOException {
        measure("runtime", "simulated-runs", "6");
        assertThat(page.worse()).isEmpty();

        measure("runtime", "simulated-runs", "4");
        assertThat(page.worse()).singleElement().asString().contains("PROOF.md says 5 (not fewer)");
    }

    @Test
    void aPlantedBugThatIsNotFoundIsWorseAndSoIsOneThatWasTakenOut() throws IOException {
        measure("runtime", "planted-bugs-found", "29 of 30");
        assertThat(page.worse()).hasSize(1);

        measure("runtime", "planted-bugs-found", "29 of 29");
        assertThat(page.worse()).hasSize(2);
    }

    @Test
    void aSlowMachineMayKillHalfAsOftenButNoDataSetMayDiffer() throws IOException {
        measure("tests", "kills", "30 kills, 9 runs recovered, 0 data sets differing, seed 42");
        assertThat(page.worse()).isEmpty();

        measure("tests", "kills", "60 kills, 17 runs recovered, 1 data sets differing, seed 42");
        assertThat(page.worse()).hasSize(1);
    }

    @Test
    void moneyOverTheCapIsWorseHoweverLittle() throws IOException {
        measure("runtime", "spend-cap", "10000 runs, 90000 calls, overshoot $0.01, unspent at most 3");

        assertThat(page.worse()).singleElement().asString().contains("overshoot $0.01");
    }

    @Test
    void aFigureThatIsMissingIsWorseUnlessTheMachineCannotMeasureIt() throws IOException {
        Files.delete(root.resolve("tests/target/proof/kill-at-nth-call"));
        assertThat(page.worse()).isEmpty();

        Files.delete(root.resolve("runtime/target/proof/faults-handled"));
        assertThat(page.worse()).singleElement().asString().contains("was not measured");
    }

    @Test
    void parsersAreAddedUp() throws IOException {
        assertThat(page.measured()).containsEntry("fuzz executions", "20000 at 2 parsers, undeclared exceptions 0");

        measure("runtime", "fuzz-two", "10000 cases, 30 read, 9970 refused, undeclared exceptions 2, slowest 4 ms");
        assertThat(page.worse()).singleElement().asString().contains("undeclared exceptions 2");
    }

    @Test
    void theLongLaneLeavesTheFiguresOfEveryBuildAlone() throws IOException {
        Map<String, String> before = page.recorded();
        measure("runtime", "simulated-runs", "120000");
        page.write(true, "abc1235", "-Dfellowship.seeds=0-119999");

        assertThat(page.recorded()).isEqualTo(before);
        assertThat(Files.readString(root.resolve(ProofPage.PAGE)))
                .contains("## Long lanes", "| simulated runs | 120000 |", "`-Dfellowship.seeds=0-119999`");
    }

    @Test
    void withoutAPageTheCheckSaysHowToMakeOne() throws IOException {
        Files.delete(root.resolve(ProofPage.PAGE));

        assertThat(page.worse()).singleElement().asString().contains("./fellowship-proof");
    }
}
