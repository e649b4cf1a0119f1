package fellowship.crash;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A tracer that lets the n-th system call of a thread fail, or ends the process there. */
final class Strace {

    private Strace() {}

    static void assumeItIsHere() throws InterruptedException {
        try {
            Process probe = new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true").start();
            assumeTrue(probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0, "strace may not trace here");
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no strace here");
        }
    }

    /**
     * What stands before a command line.
     *
     * @param calls the system calls, with commas between
     * @param what {@code signal=KILL} or {@code error=EIO}
     * @param paths only calls on these files count; none: all calls do
     */
    static List<String> inject(String calls, String what, int nth, List<Path> paths) {
        List<String> words = new ArrayList<>(List.of("strace", "-f", "-qq", "-o", "/dev/null"));
        paths.forEach(path -> words.addAll(List.of("-P", path.toString())));
        words.addAll(List.of("-e", "trace=" + calls, "-e", "inject=" + calls + ":" + what + ":when=" + nth));
        return words;
    }
}
