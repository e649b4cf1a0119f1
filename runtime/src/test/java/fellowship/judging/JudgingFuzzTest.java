package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Usage;
import fellowship.fuzz.Fuzzing;
import fellowship.plan.Marking.Reasons;
import fellowship.prompt.Answer;
import fellowship.prompt.Field;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Verdict lines, spoilt: read or unreadable with the reason, never an exception. */
public final class JudgingFuzzTest {

    private static final List<Field> LINES =
            List.of(Field.choice("verdict", List.of("A", "B", "TIE")), Field.decimal("score", 1, 10));
    private static final LineReader FIRST = new LineReader(LINES, "why", Reasons.FIRST, "7f3a09");
    private static final LineReader LAST = new LineReader(LINES, "why", Reasons.LAST, "7f3a09");
    private static final Fuzzing FUZZING = Fuzzing.of(
            "verdict-lines",
            Set.of(),
            "A is better since it is short.\n\nVERDICT-7f3a09: A\nSCORE-7f3a09: 7",
            "**VERDICT-7f3a09:** `TIE`.\n**SCORE-7f3a09:** (7.5/10)\n\nBoth say the same.",
            "VERDICT-000000: B\nVERDICT-7f3a09: B\nVERDICT-7f3a09: [[B]]\nSCORE-7f3a09: 10");

    @Test
    void everyReplyIsReadOrUnreadable() {
        FUZZING.run(JudgingFuzzTest::read);
    }

    @Test
    void longRunsOfBlanksAndMarksTakeNoTime() {
        for (String unit : List.of("\n", " ", "*", "\n*", "`#_", "VERDICT-7f3a09:", "VERDICT-7f3a09: A\n", "a*")) {
            String run = unit.repeat(100_000 / unit.length());
            for (String text : List.of(run, run + "x", "VERDICT-7f3a09: " + run + "x\nSCORE-7f3a09: 7")) {
                long start = System.nanoTime();
                read(text.getBytes(StandardCharsets.UTF_8));
                assertThat((System.nanoTime() - start) / 1_000_000)
                        .as("\"%s\" many times", unit)
                        .isLessThan(1000);
            }
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random dice = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            String verdict = List.of("A", "B", "TIE").get(dice.nextInt(3));
            double score = 1 + dice.nextInt(90) / 10.0;
            String text = "Because.\n\nVERDICT-7f3a09: " + verdict + "\nSCORE-7f3a09: " + score;
            assertThat(FIRST.read(Completion.of(text, Usage.of(1, 1), "m")))
                    .isEqualTo(new Answer.Read<>(Map.of("verdict", verdict, "score", score, "why", "Because.")));
        }
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        FUZZING.one(JudgingFuzzTest::read, input);
    }

    private static Object read(byte[] input) {
        Completion completion = Completion.of(new String(input, StandardCharsets.UTF_8), Usage.of(1, 1), "m");
        for (LineReader reader : List.of(FIRST, LAST)) {
            Answer<Map<String, Object>> answer = reader.read(completion);
            if (answer instanceof Answer.Unreadable<?> unreadable
                    && unreadable.why().isBlank()) {
                throw new IllegalStateException("unreadable without a reason");
            }
            if (answer instanceof Answer.Read<Map<String, Object>> read) {
                double score = (Double) read.value().get("score");
                if (!(score >= 1 && score <= 10)) {
                    throw new IllegalStateException("a score of " + score);
                }
            }
        }
        return FIRST;
    }
}
