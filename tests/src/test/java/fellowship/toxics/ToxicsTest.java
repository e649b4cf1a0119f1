package fellowship.toxics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fellowship.proof.Proof;
import fellowship.run.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is slow, then cut, then well: nothing is lost, and nothing that was answered is asked again. */
class ToxicsTest {

    @TempDir
    private Path folder;

    @Test
    void ourOwnServerBehindACutNetwork() throws IOException {
        try (LoopbackRoute route = new LoopbackRoute()) {
            Crossing crossing = crossed(route);
            assertThat(folder.resolve("run/answers/train.jsonl")).content().hasLineCount(Crossing.ROWS);
            assertThat(route.stats()).containsEntry("distinct_bodies", Crossing.ROWS);
            assertThat(crossing.faults()).as("what was cut was noticed").isPositive();
            Proof.figure(
                    "cut-network",
                    Crossing.ROWS + " rows, " + crossing.faults() + " tries cut, 0 lost, "
                            + crossing.sentAgain().size() + " answered and sent again");
        }
    }

    @Test
    void aRealServerBehindACutNetwork() throws Exception {
        assumeTrue(OllamaRoute.isPossible(), "there is no Docker engine here, so no real server is started");
        try (OllamaRoute route = new OllamaRoute()) {
            crossed(route);
        }
    }

    private Crossing crossed(Route route) throws IOException {
        Crossing crossing = new Crossing(route, folder);
        RunReport report = crossing.cross();

        assertThat(report.ledger().read()).isEqualTo(Crossing.ROWS);
        assertThat(report.ledger().emitted() + report.ledger().filtered())
                .as("a small model may not come to an end: such rows are filtered")
                .isEqualTo(Crossing.ROWS);
        assertThat(Files.readAllLines(folder.resolve("run/answers/train.jsonl")))
                .hasSize((int) report.ledger().emitted());
        assertThat(crossing.answered()).hasSize(Crossing.ROWS);
        assertThat(crossing.sentAgain()).isEmpty();
        return crossing;
    }
}
