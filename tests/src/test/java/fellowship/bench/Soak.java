package fellowship.bench;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.chat.Usage;
import fellowship.config.Configuration;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.model.Budget;
import fellowship.model.CallObserver;
import fellowship.model.Models;
import fellowship.seam.Time;
import fellowship.store.CompletionCache;
import fellowship.store.Journal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Many calls down the whole road, journal, cache, retry, budget and limits, to a provider in this process that answers at
 * once. Prints heap after a collection, threads and descriptors once a tenth is done and at the end. The requests are
 * those of {@code answers.groovy}, so that a run can go on in its journal.
 */
final class Soak {

    private static final ModelRef MODEL = new ModelRef("server", "a");
    private static final int IN_FLIGHT = 256;

    private Soak() {}

    /** Arguments: the run folder, the cache's folder, how many calls. */
    public static void main(String[] arguments) {
        int calls = Integer.parseInt(arguments[2]);
        Time time = new Time(Schedulers.parallel(), Clock.systemUTC());
        ChatModel fake = request -> Mono.fromSupplier(() -> answer(request));
        Path run = Path.of(arguments[0]);
        try (Journal journal = Journal.open(run);
                CompletionCache cache = CompletionCache.open(Path.of(arguments[1]), Clock.systemUTC());
                Models models = Models.open(
                        configuration(),
                        List.of(MODEL),
                        Optional.of(journal),
                        Optional.of(cache),
                        Optional.empty(),
                        new Budget(OptionalLong.empty(), OptionalLong.empty(), 0, 0),
                        time,
                        run,
                        provider -> fake,
                        CallObserver.NONE)) {
            ChatModel model = models.forRef(MODEL);
            long start = System.nanoTime();
            for (int tenth = 0; tenth < 10; tenth++) {
                Flux.range(tenth * (calls / 10), calls / 10)
                        .flatMap(number -> model.complete(request(number)), IN_FLIGHT, 1)
                        .then()
                        .block();
                tell(tenth + 1);
            }
            journal.note("finished-rows", Integer.toString(calls)).block();
            System.out.println("calls/s " + Math.round(calls * 1e9 / (System.nanoTime() - start)));
        }
    }

    private static ChatRequest request(int number) {
        return new ChatRequest(
                MODEL,
                List.of(Message.user("Write a line about the number " + number + ".")),
                Sampling.standard().withMaxTokens(256),
                Optional.empty(),
                0);
    }

    private static Completion answer(ChatRequest request) {
        String text = request.messages().get(0).text() + " It is " + "a word ".repeat(20) + "long.";
        return Completion.of(text, Usage.of(12, 40), MODEL.model());
    }

    private static Configuration configuration() {
        ProviderSettings server = new ProviderSettings(
                MODEL.provider(),
                ProviderSettings.Protocol.OPENAI,
                "http://127.0.0.1:9/v1",
                new KeySource.None(),
                List.of(),
                Map.of(),
                new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(IN_FLIGHT)),
                Map.of("*", Price.FREE),
                ProviderSettings.DEFAULT_TIMEOUT,
                Optional.empty());
        return new Configuration(Map.of(), MODEL, Map.of(MODEL.provider(), server));
    }

    /** A collection first, so that what is told is what is kept. */
    private static void tell(int tenth) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        System.out.println(
                "tenth " + tenth + " heap " + heap + " threads " + threads + " descriptors " + descriptors());
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            return -1; // Not Linux.
        }
    }
}
