package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.proof.Proof;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * P4 and P12 for the files that the product writes by itself: a result replaces another one while the power fails at each
 * call, and what is found afterwards is looked at. SQLite's files are not played here: SQLite's own tests do that, and
 * ours let its syncs fail.
 */
class PowerLossTest {

    private static final int STATES = Integer.getInteger("states", 10_000);
    private static final Path RUN = Path.of("/run");
    private static final Path MANIFEST = RUN.resolve("manifest.json");

    @Test
    void aResultIsFoundOldOrNewButNeverHalfAndTheManifestNeverBeforeWhatItNames() {
        Map<Path, byte[]> old = result("old");
        Map<Path, byte[]> next = result("new");
        int calls = calls(old, next);
        SplittableRandom dice = new SplittableRandom(Long.getLong("seed", 7));
        int mixed = 0;
        for (int state = 0; state < STATES; state++) {
            ForgetfulDisk disk = new ForgetfulDisk(1 + state % calls);
            boolean acknowledged = write(disk, old) && write(disk, next);
            Map<Path, byte[]> found = disk.afterPowerLoss(dice);
            for (Path name : next.keySet()) {
                byte[] there = found.get(name);
                assertThat(there == null
                                || java.util.Arrays.equals(there, old.get(name))
                                || java.util.Arrays.equals(there, next.get(name)))
                        .as("%s is whole, state %d", name, state)
                        .isTrue();
                mixed += there != null && java.util.Arrays.equals(there, next.get(name)) ? 1 : 0;
                if (acknowledged || java.util.Arrays.equals(found.get(MANIFEST), next.get(MANIFEST))) {
                    assertThat(there)
                            .as("%s is as new as the manifest, state %d", name, state)
                            .isEqualTo(next.get(name));
                }
            }
        }
        assertThat(mixed).as("states in which something new was there").isPositive();
        Proof.figure("power-loss", STATES + " states at " + calls + " calls, 0 violations");
    }

    /** So many calls the two results take, and one more that never comes. */
    private static int calls(Map<Path, byte[]> old, Map<Path, byte[]> next) {
        ForgetfulDisk disk = new ForgetfulDisk(Integer.MAX_VALUE);
        assertThat(write(disk, old) && write(disk, next)).isTrue();
        return disk.calls() + 1;
    }

    private static Map<Path, byte[]> result(String text) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(
                RUN.resolve("pairs/train.jsonl"),
                (text + " pair\n").repeat(15_000).getBytes(StandardCharsets.UTF_8));
        files.put(
                RUN.resolve("pairs/full.jsonl"),
                (text + " full\n").repeat(9_000).getBytes(StandardCharsets.UTF_8));
        files.put(RUN.resolve("README.md"), (text + " card\n").repeat(200).getBytes(StandardCharsets.UTF_8));
        files.put(MANIFEST, (text + " manifest\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Whether all of it was acknowledged. */
    private static boolean write(ForgetfulDisk disk, Map<Path, byte[]> files) {
        try {
            for (Map.Entry<Path, byte[]> entry : files.entrySet()) {
                try (WholeFile file = WholeFile.create(entry.getKey(), disk)) {
                    file.out().write(entry.getValue());
                    file.commit();
                }
            }
            return true;
        } catch (DiskException e) {
            return false;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
