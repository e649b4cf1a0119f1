package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import fellowship.config.ProviderSettings;
import fellowship.model.http.RateHeaders;
import fellowship.model.http.RateListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** What every model behind a wire keeps to besides. */
abstract class WireContract extends ChatModelContract {

    private final LoopbackProvider server =
            LoopbackProvider.start(LoopbackOptions.standard().withKey(Wired.KEY).withRpm(60_000));
    private final List<RateHeaders> heard = Collections.synchronizedList(new ArrayList<>());
    private final OpenProvider open = Wired.open(settings(server.url()), heard::add, Wired.KEY);

    abstract ProviderSettings.Protocol protocol();

    private ProviderSettings settings(String url) {
        return Wired.settings(protocol(), url, Duration.ofSeconds(10));
    }

    @Override
    protected ChatModel model() {
        return open.model();
    }

    @Override
    protected ModelRef ref() {
        return new ModelRef("local", "small");
    }

    @Override
    protected int received() {
        return (Integer) server.stats().get("requests");
    }

    @AfterEach
    void close() {
        open.close();
        server.close();
    }

    @Test
    void anotherKeyEndsTheRunAndIsNotShown() {
        String wrong = "sk-canary-wrong-1234567890abcdef";
        try (OpenProvider refused = Wired.open(settings(server.url()), RateListener.NONE, wrong)) {
            ModelException error = catchThrowableOfType(
                    ModelException.class,
                    () -> refused.model().complete(ask("Hello.")).block(patience()));
            assertThat(error.reaction()).isEqualTo(Reaction.RUN);
            assertThat(error.reason()).isEqualTo("unauthorised");
            assertThat(error.getMessage() + error.raw() + error).doesNotContain("canary", "12345678", "90abcdef");
        }
    }

    @Test
    void whatTheHeadersSayOfLimitsIsHeard() {
        answer(ask("Hello."));
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).limitRequests()).hasValue(60_000);
        assertThat(heard.get(0).remainingRequests()).isPresent();
    }

    @Test
    void aCancelledCallIsGivenUpAtTheServer() {
        LoopbackOptions slow = LoopbackOptions.standard().withLatency(Duration.ofSeconds(30), 0);
        try (LoopbackProvider sleeper = LoopbackProvider.start(slow);
                OpenProvider model = Wired.open(settings(sleeper.url()), RateListener.NONE, Wired.KEY)) {
            Disposable call = model.model().complete(ask("Hello.")).subscribe();
            await(sleeper, "requests", 1);
            call.dispose();
            await(sleeper, "aborted_by_client", 1);
            assertThat(sleeper.stats()).containsEntry("in_flight", 0);
        }
    }

    private static void await(LoopbackProvider server, String counter, int wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!server.stats().get(counter).equals(wanted) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(server.stats()).containsEntry(counter, wanted);
    }

    @Test
    void aThousandCallsAtOnceShareTheConnections() {
        List<ChatRequest> requests = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            requests.add(new ChatRequest(
                    ref(), List.of(Message.user("Question " + i)), Sampling.standard(), Optional.empty(), i % 2));
        }
        long answered = reactor.core.publisher.Flux.fromIterable(requests)
                .flatMap(model()::complete, 256)
                .count()
                .block(patience());
        assertThat(answered).isEqualTo(1000);
        assertThat((Integer) server.stats().get("max_concurrent")).isLessThanOrEqualTo(256);
        assertThat(server.stats()).containsEntry("repeated_bodies", 0);
    }
}
