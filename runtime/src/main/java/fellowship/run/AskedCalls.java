package fellowship.run;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Usage;
import fellowship.config.Configuration;
import fellowship.config.Price;
import fellowship.dataset.CardFacts;
import fellowship.store.RequestKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the answers took that rows asked for, those of rows too that went no further. A call is counted when a row names it,
 * not when it is answered: which of the calls under way a failing row still sees answered depends on the day, and a run that
 * is repeated must say the same.
 */
final class AskedCalls {

    private record Took(long input, long output, boolean estimated, OptionalLong micros) {}

    private final Configuration configuration;
    private final Map<Long, Took> answered = new HashMap<>();
    private final Set<Long> counted = new HashSet<>();
    private long input;
    private long output;
    private boolean estimated;
    private boolean priced = true;
    private long micros;

    AskedCalls(Configuration configuration) {
        this.configuration = configuration;
    }

    /** A call has its answer; from any thread. */
    void answered(ChatRequest request, Completion completion) {
        Usage usage = completion.usage();
        Optional<Price> price = configuration.price(request.model().toString());
        long key = start(RequestKey.of(request).hex());
        Took took = new Took(
                usage.inputTokens(),
                usage.outputTokens(),
                usage.estimated(),
                price.isPresent()
                        ? OptionalLong.of(price.get().micros(usage.inputTokens(), usage.outputTokens()))
                        : OptionalLong.empty());
        synchronized (this) {
            answered.put(key, took);
        }
    }

    /** A row rests on this call, or failed by it. */
    synchronized void count(String call) {
        long key = start(call);
        Took took = answered.remove(key);
        if (took != null && counted.add(key)) {
            input += took.input();
            output += took.output();
            estimated |= took.estimated();
            priced &= took.micros().isPresent();
            micros += took.micros().orElse(0);
        }
    }

    /** 64 bits are enough to tell a run's calls apart. */
    private static long start(String hex) {
        return Long.parseUnsignedLong(hex.substring(0, 16), 16);
    }

    synchronized CardFacts.Spending spending() {
        return new CardFacts.Spending(
                counted.size(), input, output, estimated, priced ? OptionalLong.of(micros) : OptionalLong.empty());
    }
}
