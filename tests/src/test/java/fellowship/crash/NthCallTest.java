package fellowship.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.acceptance.Product;
import fellowship.proof.Proof;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1, P5 and P12 at every point: the process dies, or the disk refuses, at the n-th sync, write, rename or open on the
 * files of a small run. A few points by default; {@code -Dpoints=all} tries each until the run gets through unhurt.
 */
class NthCallTest {

    private static final int ROWS = 3;
    private static final boolean ALL = "all".equals(System.getProperty("points"));
    private static final String SYNC = "fsync,fdatasync";
    private static final String WRITE = "write,pwrite64";
    private static final String RENAME = "rename,renameat,renameat2";
    private static final String OPEN = "openat";

    /** 0 is for a fault that did not matter, as in a file that can be made again. */
    private static final Set<Integer> REFUSED = Set.of(0, 73, 74);

    @TempDir
    private Path temp;

    private final Map<String, Integer> points = new TreeMap<>();
    private Map<String, String> calm = Map.of();
    private int places;

    @BeforeEach
    void tracerAndCalmRun() throws Exception {
        Strace.assumeItIsHere();
        try (Workplace place = new Workplace(temp.resolve("calm"), ROWS, Duration.ZERO)) {
            assertThat(place.product().run(Workplace.command()).code()).isZero();
            calm = place.result();
        }
    }

    @Test
    void aProcessThatDiesAtAnySyncWriteOrRenameGoesOn() throws Exception {
        each(SYNC, "signal=KILL", 2, 9);
        each(WRITE, "signal=KILL", 5);
        each(RENAME, "signal=KILL", 1, 4);
        Proof.figure("kill-at-nth-call", told());
    }

    @Test
    void aDiskThatRefusesAtAnyCallIsToldAndTheRunGoesOn() throws Exception {
        each(WRITE, "error=ENOSPC", 4);
        each(SYNC, "error=EIO", 4);
        each(RENAME, "error=ENOSPC", 2);
        each(OPEN, "error=EIO", 3);
        if (ALL) {
            each(WRITE, "error=EIO");
            each(SYNC, "error=ENOSPC");
        }
        Proof.figure("refusal-at-nth-call", told());
    }

    private void each(String calls, String what, int... few) throws Exception {
        if (!ALL) {
            for (int nth : few) {
                isHit(calls, what, nth);
            }
            return;
        }
        int through = 0;
        for (int nth = 1; through < 2; nth++) {
            through = isHit(calls, what, nth) ? 0 : through + 1;
        }
    }

    /** Whether the point was met, which it is not when the run makes fewer calls. */
    private boolean isHit(String calls, String what, int nth) throws Exception {
        String point = calls + " " + what + " at " + nth;
        try (Workplace place = new Workplace(temp.resolve("place-" + places++), ROWS, Duration.ZERO)) {
            Process process =
                    place.product().start(Strace.inject(calls, what, nth, files(place.out())), Workplace.command());
            Product.Result hurt = place.product().end(process);
            boolean killed = hurt.code() == 137 || hurt.code() == 9;
            if (what.startsWith("signal")) {
                assertThat(killed || hurt.code() == 0).as("%s: %s", point, hurt).isTrue();
            } else {
                assertThat(hurt.code()).as("%s: %s", point, hurt.all()).isIn(REFUSED);
            }
            if (hurt.code() == 74) {
                assertThat(hurt.err()).as(point).contains(place.out().toString());
            }
            Product.Result again = place.product().run(Workplace.command());
            assertThat(again.code()).as("after %s: %s", point, again.all()).isZero();
            assertThat(place.result()).as("after %s", point).isEqualTo(calm);
            if (hurt.code() != 0) {
                points.merge(what.replaceAll(".*=", "") + " " + calls.replaceAll(",.*", ""), 1, Integer::sum);
            }
            return hurt.code() != 0;
        }
    }

    /** The tracer knows files by their whole name alone. */
    private static List<Path> files(Path out) {
        List<Path> files = new ArrayList<>();
        for (String name : List.of(
                "journal.db",
                "journal.db-wal",
                ".pid.partial",
                "pairs/train.jsonl.partial",
                "pairs/full.jsonl.partial",
                "rejects.jsonl.partial",
                "README.md.partial",
                "manifest.json.partial")) {
            files.add(out.resolve(name));
        }
        files.add(out);
        files.add(out.resolve("pairs"));
        return files;
    }

    private String told() {
        String all = points.values().stream().mapToInt(Integer::intValue).sum() + " points " + points;
        return all + ", 0 lost, 0 differing";
    }
}
