package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.chat.Usage;
import fellowship.fuzz.Fuzzing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records of the journal, spoilt: never a wrong completion. */
final class RecordFuzzTest {

    private static final RequestKey KEY = Calls.key(1);

    @Test
    void aSpoiltRecordIsNone() {
        List<byte[]> seeds = new ArrayList<>();
        List<CompletionRecord> good = new ArrayList<>();
        Random dice = new Random(11);
        for (int i = 0; i < 20; i++) {
            good.add(record(dice));
            seeds.add(good.get(i).seal(KEY));
        }
        new Fuzzing("journal-records", seeds, Set.of()).run(input -> {
            Optional<CompletionRecord> read = CompletionRecord.open(KEY, input);
            read.ifPresent(record -> assertThat(good).contains(record));
            return read;
        });
    }

    @Test
    void whatIsSealedIsOpenedAgain() {
        Random dice = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            CompletionRecord record = record(dice);
            assertThat(CompletionRecord.open(KEY, record.seal(KEY))).contains(record);
        }
    }

    private static CompletionRecord record(Random dice) {
        List<TokenLogprob> logprobs = new ArrayList<>();
        for (int i = dice.nextInt(3); i > 0; i--) {
            logprobs.add(new TokenLogprob(text(dice), -dice.nextDouble(), List.of()));
        }
        return new CompletionRecord(
                new Completion(
                        text(dice),
                        dice.nextBoolean() ? Optional.of(text(dice)) : Optional.empty(),
                        Finish.values()[dice.nextInt(Finish.values().length)],
                        new Usage(dice.nextInt(9999), dice.nextInt(9999), dice.nextBoolean()),
                        text(dice),
                        dice.nextBoolean() ? Optional.of(text(dice)) : Optional.empty(),
                        logprobs),
                dice.nextInt(1_000_000));
    }

    private static String text(Random dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(30); i > 0; i--) {
            text.appendCodePoint(dice.nextInt(10) == 0 ? 0x1f600 + dice.nextInt(40) : 32 + dice.nextInt(0x300));
        }
        return text.toString();
    }
}
