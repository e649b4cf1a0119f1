package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.chat.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CompletionRecordTest {

    private static final RequestKey KEY = Calls.key(1);

    @Test
    void everyCompletionComesBackAsItWas() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            CompletionRecord record = new CompletionRecord(completion(dice), dice.nextLong(1L << 40));
            assertThat(CompletionRecord.open(KEY, record.seal(KEY))).contains(record);
        }
    }

    @Test
    void noBitCanBeFlippedUnseen() {
        byte[] sealed = new CompletionRecord(completion(new SplittableRandom(1)), 12).seal(KEY);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] damaged = sealed.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(CompletionRecord.open(KEY, damaged)).isEmpty();
        }
    }

    @Test
    void noCutGoesUnseen() {
        byte[] sealed = new CompletionRecord(completion(new SplittableRandom(2)), 12).seal(KEY);
        for (int length = 0; length < sealed.length; length++) {
            assertThat(CompletionRecord.open(KEY, Arrays.copyOf(sealed, length)))
                    .isEmpty();
        }
        assertThat(CompletionRecord.open(KEY, Arrays.copyOf(sealed, sealed.length + 1)))
                .isEmpty();
    }

    @Test
    void aRecordOpensForItsOwnKeyOnly() {
        byte[] sealed = new CompletionRecord(Calls.completion(1), 0).seal(KEY);
        assertThat(CompletionRecord.open(Calls.key(2), sealed)).isEmpty();
    }

    private static Completion completion(SplittableRandom dice) {
        return new Completion(
                text(dice),
                dice.nextBoolean() ? Optional.of(text(dice)) : Optional.empty(),
                Finish.values()[dice.nextInt(Finish.values().length)],
                new Usage(dice.nextInt(5000), dice.nextLong(1L << 40), dice.nextBoolean()),
                text(dice),
                dice.nextBoolean() ? Optional.of(text(dice)) : Optional.empty(),
                dice.nextBoolean()
                        ? List.of()
                        : List.of(
                                new TokenLogprob(text(dice), -dice.nextDouble(), List.of()),
                                new TokenLogprob(
                                        text(dice),
                                        Double.NEGATIVE_INFINITY,
                                        List.of(new TokenLogprob("A", -0.0, List.of())))));
    }

    /** Any sequence of UTF-16 units, also of halves of surrogate pairs. */
    private static String text(SplittableRandom dice) {
        char[] chars = new char[dice.nextInt(40)];
        int bound = dice.nextBoolean() ? 128 : 65_536;
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) dice.nextInt(bound);
        }
        return new String(chars) + (dice.nextBoolean() ? "🦁" : "");
    }
}
