package fellowship.model.http;

import fellowship.chat.ChatModel;
import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.model.Wired;
import fellowship.model.anthropic.AnthropicModel;
import fellowship.model.openai.OpenAiModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Calls to a faulty server, and how they ended. */
final class FaultCalls {

    private FaultCalls() {}

    /** How one call ended: one of the two is there. */
    record End(Optional<Completion> completion, Optional<Throwable> fault, Duration took, int requests) {
        ModelException known() {
            return (ModelException) fault.orElseThrow();
        }
    }

    static List<FaultCase> cases(Speech speech) {
        FaultCase.Cases cases = new FaultCase.Cases(speech);
        StatusFaults.add(cases);
        AnswerFaults.add(cases);
        ByteFaults.add(cases);
        NetworkFaults.add(cases);
        return new ArrayList<>(cases.all);
    }

    static End call(Speech speech, FaultCase one, Duration timeout) throws IOException {
        try (RawServer server = new RawServer(one.play());
                HttpTransport transport = transport(speech, server.url(), timeout)) {
            ChatModel model = model(speech, transport);
            long start = System.nanoTime();
            Optional<Completion> completion = Optional.empty();
            Optional<Throwable> fault = Optional.empty();
            try {
                completion = Optional.ofNullable(model.complete(request()).block(timeout.plusSeconds(20)));
            } catch (RuntimeException e) {
                fault = Optional.of(e);
            }
            return new End(completion, fault, Duration.ofNanos(System.nanoTime() - start), server.requests());
        }
    }

    static HttpTransport transport(Speech speech, String url, Duration timeout) {
        return new HttpTransport(
                Wired.settings(speech.protocol, url, timeout), Wired.TIME, Map.of(Wired.VARIABLE, Wired.KEY));
    }

    static ChatModel model(Speech speech, HttpTransport transport) {
        var settings = Wired.settings(speech.protocol, "http://unused", Duration.ofSeconds(1));
        return speech == Speech.OPENAI
                ? new OpenAiModel(settings, transport, RateListener.NONE)
                : new AnthropicModel(settings, transport, RateListener.NONE);
    }

    static ChatRequest request() {
        return new ChatRequest(
                new ModelRef("local", "m"),
                List.of(Message.user("Name a color.")),
                new Sampling(
                        OptionalDouble.of(0.7), OptionalDouble.empty(), 1024, List.of(), java.util.OptionalInt.empty()),
                Optional.empty(),
                0);
    }
}
