package fellowship.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.proof.Proof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a parser thousands of spoilt inputs, drawn by a seed. Each must end within {@link #LONGEST} with a result or with a
 * declared exception that has a message without the canary.
 *
 * @param name of the parser
 * @param seeds good input
 * @param declared the exceptions that the parser may throw
 */
public record Fuzzing(String name, List<byte[]> seeds, Set<Class<? extends Exception>> declared) {

    /** Stands in seeds where a secret may stand. */
    public static final String CANARY = "sk-canary-5b1d07e8c3f942a6";

    /** The longest that one input may take. */
    public static final Duration LONGEST = Duration.ofMillis(100);

    private static final int CASES = Integer.getInteger("fellowship.fuzz.cases", 10_000);

    /** Reads input; null is no result. */
    public interface Parser {
        Object read(byte[] input) throws Exception;
    }

    @SafeVarargs
    public static Fuzzing of(String name, Set<Class<? extends Exception>> declared, String... seeds) {
        return new Fuzzing(
                name,
                Stream.of(seeds)
                        .map(seed -> seed.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                declared);
    }

    /** A folder in memory where the machine has one, else the one given: ten thousand files are written there. */
    public static Path quick(Path otherwise) {
        Path memory = Path.of("/dev/shm");
        try {
            Path folder = Files.createDirectories(
                    memory.resolve("fellowship-fuzz-" + ProcessHandle.current().pid()));
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** Tries the good input, then as many spoilt ones as CI has time for. */
    public void run(Parser parser) {
        Mutations mutations = new Mutations(seeds);
        seeds.forEach(seed -> one(parser, seed));
        int read = 0;
        long slowest = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] input = mutations.next(new Random(name.hashCode() * 1_000_003L + i));
            long start = System.nanoTime();
            read += one(parser, input) ? 1 : 0;
            long took = System.nanoTime() - start;
            // A pause of the machine is not the parser's.
            for (int again = 0; again < 3 && took > LONGEST.toNanos(); again++) {
                start = System.nanoTime();
                one(parser, input);
                took = Math.min(took, System.nanoTime() - start);
            }
            assertThat(took).as("%s takes too long for %s", name, shown(input)).isLessThan(LONGEST.toNanos());
            slowest = Math.max(slowest, took);
        }
        Proof.figure(
                "fuzz-" + name,
                CASES + " cases, " + read + " read, " + (CASES - read) + " refused, undeclared exceptions 0, slowest "
                        + slowest / 1_000_000 + " ms");
    }

    /** One input; whether it was read. */
    public boolean one(Parser parser, byte[] input) {
        try {
            assertThat(parser.read(input)).as("%s of %s", name, shown(input)).isNotNull();
            return true;
        } catch (Exception e) {
            boolean known = declared.stream().anyMatch(type -> type.isInstance(e));
            if (!known) {
                throw new AssertionError(name + " throws " + e + " for " + shown(input), e);
            }
            assertThat(e.getMessage()).as("%s of %s", name, shown(input)).isNotBlank();
            assertThat(e.getMessage()).doesNotContain(CANARY, CANARY.substring(10));
            return false;
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(name + " throws " + e + " for " + shown(input), e);
        }
    }

    private static String shown(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        return input.length <= 600
                ? text + " = " + HexFormat.of().formatHex(input)
                : text.substring(0, Math.min(600, text.length())) + "… (" + input.length + " bytes)";
    }
}
