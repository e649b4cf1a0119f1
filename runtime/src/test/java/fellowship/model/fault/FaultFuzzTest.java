package fellowship.model.fault;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.fuzz.Fuzzing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Times to wait and the fault table's own file, spoilt. */
public final class FaultFuzzTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Fuzzing WAITS = Fuzzing.of(
            "retry-after",
            Set.of(),
            "20",
            "0.5",
            "1m30s",
            "12ms",
            "Wed, 25 Nov 2026 10:00:30 GMT",
            "2026-11-25T12:00:09+02:00",
            "1795600000123",
            "Please try again in 9.816s.",
            "retry after 1h2m3s or wait for 20 minutes",
            "\"retryDelay\": \"38.5s\"",
            "maximum context length is 8192 tokens. However, you requested 9000 tokens (5000 in the messages, 4000 in the");

    @Test
    void everyTimeIsOneToComeOrNone() {
        WAITS.run(FaultFuzzTest::waits);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random dice = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            Duration wait = Duration.ofSeconds(dice.nextInt(31 * 86_400)).plusMillis(dice.nextInt(1000));
            String units = wait.toHoursPart() + wait.toDaysPart() * 24 + "h" + wait.toMinutesPart() + "m"
                    + wait.toSecondsPart() + "s" + wait.toMillisPart() + "ms";
            assertThat(RetryAfter.parse(units, () -> NOW).orElseThrow()).isBetween(wait, wait.plusMillis(1));
            assertThat(RetryAfter.parse(NOW.plus(wait).toString(), () -> NOW)).contains(wait);
            assertThat(RetryAfter.untilReset("" + NOW.plus(wait).toEpochMilli(), () -> NOW)
                            .orElseThrow())
                    .isBetween(wait.minusMillis(1), wait.plusMillis(2));
        }
    }

    @Test
    void aSpoiltTableIsRefusedWithItsRow() throws IOException {
        byte[] table;
        try (InputStream file = FaultFile.class.getResourceAsStream("faults.json")) {
            table = file.readAllBytes();
        }
        String text = new String(table, StandardCharsets.UTF_8);
        String some = text.substring(0, text.indexOf("    },", 6000))
                + "    }\n  ],\n  \"finishes\": {\"stop\": \"COMPLETE\"}}";
        new Fuzzing(
                        "fault-table",
                        List.of(some.getBytes(StandardCharsets.UTF_8)),
                        Set.of(IllegalArgumentException.class))
                .run(FaultFile::read);
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        WAITS.one(FaultFuzzTest::waits, input);
    }

    private static Object waits(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        List<Optional<Duration>> waits = List.of(
                RetryAfter.fromHeaders(Map.of("retry-after", text)::get, () -> NOW),
                RetryAfter.fromHeaders(Map.of("retry-after-ms", text)::get, () -> NOW),
                RetryAfter.untilReset(text, () -> NOW),
                RetryAfter.inSentence(text),
                RetryAfter.inBody(text));
        for (Optional<Duration> wait : waits) {
            if (wait.isPresent() && (wait.get().isNegative() || wait.get().toDays() > 31)) {
                throw new IllegalStateException("a wait of " + wait);
            }
        }
        Room.left(text, 1000).ifPresent(room -> assertThat(room).isBetween(16, 999));
        return waits;
    }
}
