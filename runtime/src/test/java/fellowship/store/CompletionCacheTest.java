package fellowship.store;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Usage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCacheTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void closingWritesAllThatWasPut() {
        try (CompletionCache cache = open()) {
            for (int i = 0; i < 1_000; i++) {
                cache.put(Calls.key(i), Calls.completion(i));
            }
        }
        try (CompletionCache cache = open()) {
            assertThat(cache.size()).isEqualTo(1_000);
            assertThat(cache.find(Calls.key(7))).contains(Calls.completion(7));
            assertThat(cache.find(Calls.key(1_000))).isEmpty();
        }
    }

    @Test
    void onlyWholeAnswersAreKept() {
        try (CompletionCache cache = open()) {
            for (Finish finish : Finish.values()) {
                cache.put(Calls.key(finish.ordinal()), ended("text", finish));
            }
            cache.put(Calls.key(100), ended(" \n", Finish.COMPLETE));
        }
        try (CompletionCache cache = open()) {
            assertThat(cache.size()).isEqualTo(1);
            assertThat(cache.find(Calls.key(Finish.COMPLETE.ordinal()))).isPresent();
        }
    }

    @Test
    void whatIsForgottenIsAskedAgain() {
        try (CompletionCache cache = open()) {
            cache.put(Calls.key(1), Calls.completion(1));
            cache.put(Calls.key(2), Calls.completion(2));
            assertThat(cache.forget(List.of(Calls.key(1), Calls.key(3))).block())
                    .isEqualTo(1);
            assertThat(cache.find(Calls.key(1))).isEmpty();
            assertThat(cache.find(Calls.key(2))).isPresent();
        }
    }

    @Test
    void whatIsOldCanBePruned() {
        try (CompletionCache cache = open()) {
            cache.put(Calls.key(1), Calls.completion(1));
            assertThat(prune(cache, old(NOON.instant())).answers()).isZero();
            assertThat(prune(cache, old(NOON.instant().plusSeconds(1))).answers())
                    .isEqualTo(1);
            assertThat(cache.size()).isZero();
        }
    }

    @Test
    void whatAModelAnsweredCanBePruned() {
        try (CompletionCache cache = open()) {
            cache.put(Calls.key(1), Calls.completion(1));
            cache.put(Calls.key(2), Completion.of("from another", Usage.of(1, 1), "other"));
            CachePruning byModel =
                    new CachePruning(Optional.empty(), Optional.of("other"), OptionalLong.empty(), false);
            assertThat(prune(cache, byModel)).extracting("answers", "left").containsExactly(1L, 1L);
            assertThat(cache.find(Calls.key(1))).isPresent();
        }
    }

    @Test
    void theOldestGoUntilTheRestFits() {
        for (int day = 0; day < 4; day++) {
            Clock clock = Clock.offset(NOON, Duration.ofDays(day));
            try (CompletionCache cache = CompletionCache.open(folder, clock)) {
                for (int i = 0; i < 50; i++) {
                    cache.put(Calls.key(100 * day + i), Calls.completion(100 * day + i));
                }
            }
        }
        try (CompletionCache cache = open()) {
            long all = cache.shelves().get(0).bytes();
            long file = cache.bytes();
            CachePruning dry = new CachePruning(Optional.empty(), Optional.empty(), OptionalLong.of(all / 2), true);
            CachePruning.Removed would = prune(cache, dry);
            assertThat(cache.size()).as("a dry run removes nothing").isEqualTo(200);
            CachePruning.Removed did =
                    prune(cache, new CachePruning(dry.before(), dry.model(), dry.keepBytes(), false));
            assertThat(did).isEqualTo(would);
            assertThat(cache.shelves().get(0).bytes()).isLessThanOrEqualTo(all / 2);
            assertThat(cache.find(Calls.key(0))).as("the oldest").isEmpty();
            assertThat(cache.find(Calls.key(349))).as("the newest").isPresent();
            assertThat(cache.bytes()).as("room is given back").isLessThan(file * 3 / 4);
        }
    }

    @Test
    void whatIsKeptIsToldByModel() {
        try (CompletionCache cache = open()) {
            cache.put(Calls.key(1), Calls.completion(100));
            cache.put(Calls.key(2), Completion.of("short", Usage.of(1, 1), "other"));
            cache.forget(List.of()).block();
            assertThat(cache.shelves()).extracting(CacheShelf::model).containsExactly("echo", "other");
            assertThat(cache.shelves())
                    .allSatisfy(shelf -> assertThat(shelf.first()).isEqualTo(NOON.instant()));
        }
    }

    /** A cache written by the first release; every later one reads it or has another file name. */
    @Test
    void theCacheOfFormatOneIsRead() throws Exception {
        try (var golden = CompletionCacheTest.class.getResourceAsStream("completions-format-1.db")) {
            Files.copy(golden, folder.resolve(CompletionCache.FILE));
        }
        try (CompletionCache cache = open()) {
            for (int i = 1000; i <= 3000; i += 1000) {
                assertThat(cache.find(Calls.key(i))).contains(Calls.completion(i));
            }
            assertThat(cache.size()).isEqualTo(3);
        }
    }

    private static CachePruning old(Instant before) {
        return new CachePruning(Optional.of(before), Optional.empty(), OptionalLong.empty(), false);
    }

    private static CachePruning.Removed prune(CompletionCache cache, CachePruning pruning) {
        return Objects.requireNonNull(cache.prune(pruning).block());
    }

    @Test
    void twoProcessesShareOneCache() throws Exception {
        try (CompletionCache mine = open();
                ChildJvm other = ChildJvm.start(Writer.class, folder, 5_000);
                ChildJvm third = ChildJvm.start(Writer.class, folder, 10_000)) {
            for (int i = 0; i < 2_000; i++) {
                mine.put(Calls.key(i), Calls.completion(i));
            }
            assertThat(other.lines()).containsExactly("dropped 0");
            assertThat(third.lines()).containsExactly("dropped 0");
            assertThat(mine.find(Calls.key(5_100))).contains(Calls.completion(5_100));
            assertThat(mine.find(Calls.key(10_100))).contains(Calls.completion(10_100));
            assertThat(mine.forget(List.of()).block()).isZero();
            assertThat(mine.dropped()).isZero();
            assertThat(mine.size()).isEqualTo(6_000);
        }
    }

    @Test
    void aKilledWriterDamagesNothingForTheOthers() throws Exception {
        try (CompletionCache mine = open()) {
            for (int kill = 0; kill < 3; kill++) {
                try (ChildJvm other = ChildJvm.start(Writer.class, folder, 5_000)) {
                    while (mine.size() == kill) {
                        mine.put(Calls.key(kill), Calls.completion(kill));
                        mine.forget(List.of()).block();
                    }
                    other.kill();
                }
                assertThat(mine.find(Calls.key(kill))).contains(Calls.completion(kill));
            }
            for (int i = 5_000; i < 7_000; i++) {
                Optional<Completion> there = mine.find(Calls.key(i));
                assertThat(there.isEmpty() || there.get().equals(Calls.completion(i)))
                        .isTrue();
            }
            assertThat(mine.damaged()).isZero();
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndBegunAnew() throws Exception {
        try (CompletionCache cache = open()) {
            cache.put(Calls.key(1), Calls.completion(1));
        }
        byte[] bytes = Files.readAllBytes(folder.resolve(CompletionCache.FILE));
        Arrays.fill(bytes, 0, 4096, (byte) 1);
        Files.write(folder.resolve(CompletionCache.FILE), bytes);
        try (CompletionCache cache = open()) {
            assertThat(cache.find(Calls.key(1))).isEmpty();
            cache.put(Calls.key(1), Calls.completion(1));
        }
        try (CompletionCache cache = open()) {
            assertThat(cache.find(Calls.key(1))).isPresent();
        }
        assertThat(folder.resolve(CompletionCache.FILE + ".damaged-1")).exists();
    }

    @Test
    void noDamageGivesAWrongAnswerOrAnError() throws Exception {
        try (CompletionCache cache = open()) {
            for (int i = 0; i < 60; i++) {
                cache.put(Calls.key(i), Calls.completion(i));
            }
        }
        byte[] whole = Files.readAllBytes(folder.resolve(CompletionCache.FILE));
        for (int page = 1; page < whole.length / 4096; page += 3) {
            byte[] damaged = whole.clone();
            Arrays.fill(damaged, page * 4096, page * 4096 + 600, (byte) page);
            Path place = Files.createTempDirectory(folder, "damaged");
            Files.write(place.resolve(CompletionCache.FILE), damaged);
            try (CompletionCache cache = CompletionCache.open(place, NOON)) {
                for (int i = 0; i < 60; i++) {
                    Optional<Completion> there = cache.find(Calls.key(i));
                    assertThat(there.isEmpty() || there.get().equals(Calls.completion(i)))
                            .isTrue();
                    cache.put(Calls.key(100 + i), Calls.completion(i));
                }
            }
        }
    }

    private CompletionCache open() {
        return CompletionCache.open(folder, NOON);
    }

    private static Completion ended(String text, Finish finish) {
        return new Completion(text, Optional.empty(), finish, Usage.of(1, 1), "m", Optional.empty(), List.of());
    }

    /** Puts 2,000 completions. */
    static final class Writer {
        public static void main(String[] arguments) {
            int first = Integer.parseInt(arguments[1]);
            CompletionCache cache = CompletionCache.open(Path.of(arguments[0]), NOON);
            for (int i = first; i < first + 2_000; i++) {
                cache.put(Calls.key(i), Calls.completion(i));
            }
            cache.close();
            System.out.println("dropped " + cache.dropped());
        }
    }
}
