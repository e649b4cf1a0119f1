package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Usage;
import fellowship.proof.Proof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers in a file that can be given away. */
class AnswerFileTest {

    private static final int ANSWERS = 60;
    private static final Completion CUT = new Completion(
            "half an ans", Optional.empty(), Finish.LENGTH, Usage.of(1, 1), "echo", Optional.empty(), List.of());

    @TempDir
    Path folder;

    @Test
    void aRunsAnswersComeOutOfAnEmptyCacheElsewhere() {
        Path file = exported(Map.of("writer", "openai:gpt-4o-mini"));
        try (CompletionCache cache = cache("elsewhere")) {
            assertThat(take(cache, file))
                    .isEqualTo(new AnswerFile.Read(
                            Map.of("writer", "openai:gpt-4o-mini"), ANSWERS + 1, ANSWERS, 0, 0, 1, 0, true));
            for (int i = 0; i < ANSWERS; i++) {
                assertThat(cache.find(Calls.key(i))).contains(Calls.completion(i));
            }
            assertThat(cache.find(Calls.key(1_000))).as("cut").isEmpty();
            assertThat(take(cache, file).present()).as("a second time").isEqualTo(ANSWERS);
        }
    }

    @Test
    void intoARunGoesWhatWasCutToo() {
        Path file = exported(Map.of());
        try (Journal journal = Journal.open(folder.resolve("other-run"))) {
            AnswerFile.Read read =
                    Objects.requireNonNull(journal.importFrom(file).block());
            assertThat(read.added()).isEqualTo(ANSWERS + 1);
        }
        try (Journal journal = Journal.open(folder.resolve("other-run"))) {
            assertThat(journal.find(Calls.key(1_000))).contains(CUT);
            assertThat(journal.spentMicros()).isZero();
            assertThat(journal.calls()).isZero();
        }
    }

    @Test
    void theSameAnswersGiveTheSameBytesWhateverTheOrder() throws Exception {
        try (CompletionCache one = cache("one");
                CompletionCache two = cache("two")) {
            for (int i = 0; i < 20; i++) {
                one.put(Calls.key(i), Calls.completion(i));
                two.put(Calls.key(19 - i), Calls.completion(19 - i));
            }
            one.forget(List.of()).block();
            two.forget(List.of()).block();
            AnswerFile.Written first = one.exportTo(folder.resolve("one.answers"));
            assertThat(two.exportTo(folder.resolve("two.answers"))).isEqualTo(first);
            assertThat(folder.resolve("two.answers")).hasSameBinaryContentAs(folder.resolve("one.answers"));
            assertThat(first.sha256()).isEqualTo(fellowship.text.Sha256.of(folder.resolve("one.answers")));
        }
    }

    @Test
    void anAnswerThatIsHereStays() {
        Path file = exported(Map.of());
        try (CompletionCache cache = cache("elsewhere")) {
            cache.put(Calls.key(3), Calls.completion(4));
            cache.forget(List.of()).block();
            assertThat(take(cache, file).different()).isEqualTo(1);
            assertThat(cache.find(Calls.key(3))).contains(Calls.completion(4));
        }
    }

    @Test
    void anotherFileOrAnotherFormatIsRefusedByName() throws Exception {
        Path file = Files.writeString(folder.resolve("some.txt"), "hello");
        Path later = Files.writeString(folder.resolve("later.answers"), "fellowship answers 2\nxyz");
        Path empty = Files.writeString(folder.resolve("empty.answers"), "fellowship answers 1\n");
        try (CompletionCache cache = cache("elsewhere")) {
            assertThatThrownBy(() -> take(cache, file))
                    .isInstanceOf(AnswerFileException.class)
                    .hasMessageContaining("holds no exported answers");
            assertThatThrownBy(() -> take(cache, later))
                    .hasMessageContaining("has format 2, this fellowship reads format 1");
            assertThatThrownBy(() -> take(cache, empty)).hasMessageContaining("is damaged at its start");
        }
    }

    @Test
    void noDamageGivesAWrongAnswerAndAllDamageIsTold() throws Exception {
        byte[] whole = Files.readAllBytes(exported(Map.of("writer", "a:b")));
        SplittableRandom dice = new SplittableRandom(5);
        int tried = 0;
        for (int trial = 0; trial < 400; trial++) {
            byte[] damaged = trial % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, dice.nextInt(whole.length));
            if (trial % 2 == 0) {
                damaged[dice.nextInt(damaged.length)] ^= (byte) (1 << dice.nextInt(8));
            }
            Path file = Files.write(folder.resolve("damaged.answers"), damaged);
            try (Journal journal = Journal.open(folder.resolve("j" + trial))) {
                AnswerFile.Read read =
                        Objects.requireNonNull(journal.importFrom(file).block());
                long right = 0;
                for (int i = 0; i < ANSWERS; i++) {
                    Optional<Completion> there = journal.find(Calls.key(i));
                    assertThat(there.isEmpty() || there.get().equals(Calls.completion(i)))
                            .isTrue();
                    right += there.isPresent() ? 1 : 0;
                }
                // Some bits of a gzip head mean nothing, and so nothing is lost with them.
                assertThat(read.whole() && read.damaged() == 0)
                        .isEqualTo(right == ANSWERS && read.answers() > ANSWERS && read.whole());
            } catch (AnswerFileException e) {
                assertThat(e).hasMessageContaining("damaged.answers");
            }
            tried++;
        }
        Proof.figure("answer-file-damage", tried + " flips and cuts, 0 wrong values");
    }

    /** A file written by the first release; every later one reads it or refuses it with a message. */
    @Test
    void theFileOfFormatOneIsRead() throws Exception {
        Path file = folder.resolve("golden.answers");
        try (var golden = AnswerFileTest.class.getResourceAsStream("answers-format-1")) {
            Files.copy(golden, file);
        }
        try (CompletionCache cache = cache("elsewhere")) {
            AnswerFile.Read read = take(cache, file);
            assertThat(read).isEqualTo(new AnswerFile.Read(Map.of("writer", "echo"), 3, 3, 0, 0, 0, 0, true));
            for (int i = 1000; i <= 3000; i += 1000) {
                assertThat(cache.find(Calls.key(i))).contains(Calls.completion(i));
            }
        }
    }

    private Path exported(Map<String, String> models) {
        Path file = folder.resolve("run.answers");
        try (Journal journal = Journal.open(folder.resolve("run"))) {
            for (int i = 0; i < ANSWERS; i++) {
                journal.append(Calls.key(i), Calls.completion(i), 5).block();
            }
            journal.append(Calls.key(1_000), CUT, 5).block();
            journal.exportTo(file, models);
        }
        return file;
    }

    private CompletionCache cache(String name) {
        return CompletionCache.open(folder.resolve(name), Clock.systemUTC());
    }

    private static AnswerFile.Read take(CompletionCache cache, Path file) {
        return Objects.requireNonNull(cache.importFrom(file).block());
    }
}
