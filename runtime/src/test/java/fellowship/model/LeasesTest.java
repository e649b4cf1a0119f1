package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.config.Limits;
import fellowship.proof.Proof;
import fellowship.seam.Time;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/** Processes that use one account, each told its share. */
class LeasesTest {

    private static final int LIMIT = 6_000;

    @TempDir
    Path folder;

    private final VirtualTime time = new VirtualTime();

    @Test
    void whoIsAloneHasAllOfItAtOnce() {
        List<Double> heard = new ArrayList<>();
        leases().join("account", heard::add);
        assertThat(heard).containsExactly(0.0, 1.0);
    }

    @Test
    void whoFindsOthersWaitsUntilTheyHaveHeardAndAllHaveEqualParts() throws IOException {
        Files.createDirectories(folder.resolve("account"));
        Path other = Files.createFile(folder.resolve("account/other"));
        List<Double> heard = new ArrayList<>();
        touch(other);
        leases().join("account", heard::add);
        assertThat(heard).containsExactly(0.0);
        time.advance(Duration.ofSeconds(3));
        assertThat(heard).containsExactly(0.0, 0.5);
        // The other one is not touched any more: it is taken for dead, and its share is freed.
        Files.setLastModifiedTime(other, FileTime.from(time.time.now().minusSeconds(6)));
        time.advance(Duration.ofSeconds(1));
        assertThat(heard).containsExactly(0.0, 0.5, 1.0);
    }

    @Test
    void aFolderThatCannotBeMadeIsNoReasonToFail() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        List<Double> heard = new ArrayList<>();
        Runnable lease = new Leases(file, time.time, Schedulers.immediate()).join("account", heard::add);
        assertThat(heard).containsExactly(0.0, 1.0);
        lease.run();
    }

    @Test
    void aDiskThatHangsHoldsNobodyUpForLong() {
        List<Double> heard = new ArrayList<>();
        new Leases(folder, time.time, VirtualNever.SCHEDULER.scheduler).join("account", heard::add);
        time.advance(Duration.ofMillis(300));
        assertThat(heard).containsExactly(0.0, 1.0);
    }

    /** A disk on which nothing ever happens: time that nobody moves. */
    private static final class VirtualNever {
        static final VirtualTime SCHEDULER = new VirtualTime();
    }

    @Test
    void twoProcessesTogetherNeverSendMoreThanTheLimitAndOneThatDiesLeavesItsShare() throws Exception {
        List<Long> arrivals = new CopyOnWriteArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress())) {
            Thread counting = new Thread(() -> count(server, arrivals));
            counting.setDaemon(true);
            counting.start();
            Process first = process(server.getLocalPort());
            await(arrivals, 200);
            Process second = process(server.getLocalPort());
            Thread.sleep(8_000);
            second.destroyForcibly().waitFor();
            long killedAt = System.nanoTime();
            Thread.sleep(9_000);
            first.destroyForcibly().waitFor();
            double most = mostAbove(arrivals);
            double last = inLast(arrivals, killedAt, 2);
            Proof.figure(
                    "two-processes-one-account",
                    String.format(
                            Locale.ROOT,
                            "%d calls, at most %.1f above a steady limit in any window, %.0f %% of it used after one died",
                            arrivals.size(),
                            most,
                            100 * last));
            // A window of w seconds holds at most the limit's part for w and a burst of a quarter of a second.
            assertThat(most).isLessThanOrEqualTo(LIMIT / 60.0 * 0.3 + 1);
            assertThat(last).isGreaterThan(0.85);
        }
    }

    private Process process(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator,
                        Sender.class.getName(),
                        Integer.toString(port),
                        folder.toString())
                .inheritIO()
                .start();
    }

    /** Sends as fast as its share of the account lets it. */
    static final class Sender {

        private Sender() {}

        public static void main(String[] words) throws Exception {
            Time time = new Time(Schedulers.parallel(), Clock.systemUTC());
            Pool pool = new Pool(new Limits(OptionalInt.of(LIMIT), OptionalLong.empty(), OptionalInt.empty()), time);
            Quota quota = new Quota(pool, false);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(words[0]))) {
                socket.setTcpNoDelay(true);
                OutputStream out = socket.getOutputStream();
                new Leases(Path.of(words[1]), time, Schedulers.boundedElastic()).join("account", pool::share);
                for (int i = 0; i < 100_000; i++) {
                    quota.acquire(0).subscribe(permit -> {
                        try {
                            synchronized (out) {
                                out.write('\n');
                                out.flush();
                            }
                        } catch (IOException e) {
                            Runtime.getRuntime().halt(0);
                        }
                        permit.settle(0);
                    });
                }
                Thread.sleep(60_000);
            }
        }
    }

    private static void count(ServerSocket server, List<Long> arrivals) {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread reading = new Thread(() -> {
                    try (BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()))) {
                        while (in.readLine() != null) {
                            arrivals.add(System.nanoTime());
                        }
                    } catch (IOException e) {
                        // The process was killed.
                    }
                });
                reading.setDaemon(true);
                reading.start();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    /** By how many calls any window of half a second or more passed what the limit allows in it. */
    private static double mostAbove(List<Long> arrivals) {
        List<Long> sorted = new ArrayList<>(arrivals);
        Collections.sort(sorted);
        double most = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        // The greatest of (number in window - limit x length) over all windows, in one walk.
        for (int i = 0; i < sorted.size(); i++) {
            double at = i - LIMIT / 60.0 * sorted.get(i) / 1e9;
            least = Math.min(least, at);
            most = Math.max(most, at - least + 1);
        }
        return most;
    }

    private static double inLast(List<Long> arrivals, long end, int seconds) {
        long from = end + 6_500_000_000L;
        return arrivals.stream()
                        .filter(at -> at >= from && at < from + seconds * 1_000_000_000L)
                        .count()
                / (LIMIT / 60.0 * seconds);
    }

    private static void await(List<Long> arrivals, int count) throws InterruptedException {
        for (int i = 0; i < 300 && arrivals.size() < count; i++) {
            Thread.sleep(100);
        }
    }

    private Leases leases() {
        return new Leases(folder, time.time, Schedulers.immediate());
    }

    private void touch(Path lease) throws IOException {
        // The virtual clock stands still, and so does this lease.
        Instant now = time.time.now();
        Files.setLastModifiedTime(lease, FileTime.from(now));
    }
}
