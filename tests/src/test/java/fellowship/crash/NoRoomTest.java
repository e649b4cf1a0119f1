package fellowship.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fellowship.acceptance.Product;
import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** P5: a disk without room ends a run with one clear error; with room it goes on to the same bytes. */
@DisabledOnOs(OS.WINDOWS)
class NoRoomTest {

    private static final int ROWS = 40;

    @TempDir
    private Path temp;

    private Map<String, String> calm = Map.of();

    @BeforeEach
    void calmRun() throws Exception {
        try (Workplace place = new Workplace(temp.resolve("calm"), ROWS, Duration.ZERO)) {
            assertThat(place.product().run(Workplace.command()).code()).isZero();
            calm = place.result();
        }
    }

    @Test
    void aFileSizeLimitIsToldAndTheRunGoesOnWithoutIt() throws Exception {
        int met = 0;
        for (int kilobytes : new int[] {48}) {
            try (Workplace place = new Workplace(temp.resolve("limit-" + kilobytes), ROWS, Duration.ZERO)) {
                // The shell counts in blocks of 512 bytes or of 1,024; either is small enough.
                List<String> limited = List.of("sh", "-c", "ulimit -f " + kilobytes + " && exec \"$@\"", "sh");
                Product.Result hurt = place.product().end(place.product().start(limited, Workplace.command()));
                assertThat(hurt.code()).as(hurt.all()).isIn(0, 74);
                met += hurt.code() == 74 ? 1 : 0;
                if (hurt.code() == 74) {
                    assertThat(hurt.err()).contains(place.out().toString()).contains("bytes are free there");
                }
                Product.Result again = place.product().run(Workplace.command());
                assertThat(again.code()).as(again.all()).isZero();
                assertThat(place.result()).isEqualTo(calm);
            }
        }
        assertThat(met).isPositive();
    }

    /** The disk ends with the process that mounted it, so that all happens in one: too small, larger, run again. */
    @Test
    void aFullDiskIsToldAndTheRunGoesOnOnceThereIsRoom() throws Exception {
        assumeTrue(mayMount(), "skipped: no mount namespace for this user");
        try (Workplace place = new Workplace(temp.resolve("small"), ROWS, Duration.ZERO)) {
            Path kept = temp.resolve("kept");
            Files.createDirectories(place.out());
            String script = String.join(
                    "; ",
                    "mount -t tmpfs -o size=160k none '" + place.out() + "'",
                    "\"$@\"",
                    "echo first $?",
                    "mount -o remount,size=64m '" + place.out() + "'",
                    "\"$@\"",
                    "echo second $?",
                    "cp -r '" + place.out() + "' '" + kept + "'");
            List<String> inside = List.of("unshare", "-rm", "sh", "-c", script, "sh");
            Product.Result result = place.product().end(place.product().start(inside, Workplace.command()));
            assertThat(result.out()).as(result.err()).contains("first 74").contains("second 0");
            assertThat(result.err()).contains("bytes are free there); make room and run again");
            assertThat(Product.result(kept)).isEqualTo(calm);
            Proof.figure("full-disk", "exit 74, same bytes once there is room");
        }
    }

    private static boolean mayMount() throws InterruptedException {
        try {
            Process probe = new ProcessBuilder("unshare", "-rm", "true").start();
            return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
