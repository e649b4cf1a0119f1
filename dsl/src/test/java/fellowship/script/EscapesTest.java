package fellowship.script;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.ExpandoMetaClass;
import groovy.lang.GroovySystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts from elsewhere that try to do more than they may ({@code resources/escapes}, each says what it tries) and scripts that
 * do not ({@code resources/harmless}). What gets through is seen by canaries: a file, a socket, a property that a class
 * sets when it is loaded, a process, a thread, a changed metaclass, time and memory.
 */
class EscapesTest {

    private static final long MILLIS = 2_000;
    private static final long BYTES = 256L << 20;

    @TempDir
    Path temp;

    private static Map<String, String> scripts(String name) throws IOException {
        Map<String, String> scripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Scripts.resource(name))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".groovy")).toList()) {
                scripts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return scripts;
    }

    @Test
    void nothingGetsThrough() throws Exception {
        Map<String, String> escapes = scripts("escapes");
        assertThat(escapes).hasSizeGreaterThanOrEqualTo(120);
        Path canary = temp.resolve("canary");
        List<String> through = new ArrayList<>();
        Attempt.at("about 'warm'", temp); // so that the first one does not pay for the classes of the parser
        String slowest = "";
        long millis = 0;
        long bytes = 0;
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(1);
            for (Map.Entry<String, String> escape : escapes.entrySet()) {
                Set<String> before = threads();
                Attempt attempt = Attempt.at(
                        escape.getValue()
                                .replace("@FILE@", canary.toString())
                                .replace("@PORT@", String.valueOf(socket.getLocalPort())),
                        Scripts.resource("escapes"));
                if (attempt.millis() > millis) {
                    millis = attempt.millis();
                    slowest = escape.getKey();
                }
                bytes = Math.max(bytes, attempt.bytes());
                String seen = seen(attempt, canary, socket, before);
                if (!seen.isEmpty()) {
                    through.add(escape.getKey() + ": " + seen);
                }
            }
        }
        figure("escapes-through", through.size() + " of " + escapes.size());
        figure("escapes-slowest", millis + " ms (" + slowest + ")");
        figure("escapes-most-memory", (bytes >> 20) + " MB");
        assertThat(through).isEmpty();
    }

    private static String seen(Attempt attempt, Path canary, ServerSocket socket, Set<String> before)
            throws IOException {
        List<String> seen = new ArrayList<>();
        attempt.fault().ifPresent(fault -> seen.add("not told: " + fault));
        if (Files.deleteIfExists(canary)) {
            seen.add("a file");
        }
        if (System.clearProperty("fellowship.escape") != null) {
            seen.add("a property or a class");
        }
        if (ProcessHandle.current().children().findAny().isPresent()) {
            seen.add("a process");
        }
        Set<String> more = threads();
        more.removeAll(before);
        if (!more.isEmpty()) {
            seen.add("threads " + more);
        }
        if (GroovySystem.getMetaClassRegistry().getMetaClass(String.class) instanceof ExpandoMetaClass) {
            seen.add("a metaclass");
        }
        try {
            socket.accept().close();
            seen.add("a connection");
        } catch (SocketTimeoutException e) {
            // Nobody came.
        }
        if (attempt.millis() > MILLIS) {
            seen.add(attempt.millis() + " ms");
        }
        if (attempt.bytes() > BYTES) {
            seen.add((attempt.bytes() >> 20) + " MB");
        }
        return String.join(", ", seen);
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.equals("attempt"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whatIsHarmlessIsReadAndMakesThePlanThatTheCompilerMakes() throws Exception {
        Map<String, String> harmless = scripts("harmless");
        assertThat(harmless).hasSizeGreaterThanOrEqualTo(30);
        Path folder = Scripts.resource("harmless");
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, String> script : harmless.entrySet()) {
            Attempt attempt = Attempt.at(script.getValue(), folder);
            if (!attempt.planned()
                    || attempt.fault().isPresent()
                    || attempt.millis() > MILLIS
                    || attempt.bytes() > BYTES) {
                refused.add(script.getKey() + ": " + attempt);
            }
        }
        figure("harmless-refused", refused.size() + " of " + harmless.size());
        assertThat(refused).isEmpty();
    }

    /** As the runtime's tests keep theirs. */
    private static void figure(String name, String value) throws IOException {
        System.out.println("proof: " + name + " = " + value);
        Files.createDirectories(Path.of("target", "proof"));
        Files.writeString(Path.of("target", "proof", name), value + "\n");
    }
}
