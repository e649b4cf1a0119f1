package fellowship.model.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.ReplySchema;
import fellowship.chat.Sampling;
import fellowship.chat.TokenLogprob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedModelTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private static Path llama;

    @BeforeAll
    static void write() throws Exception {
        llama = TinyModel.write(folder, "llama");
    }

    @ParameterizedTest
    @ValueSource(strings = {"llama", "qwen2"})
    void theTokensDependOnTheRequestAlone(String architecture) throws Exception {
        Path file = TinyModel.write(folder, architecture);
        List<String> alone = new ArrayList<>();
        try (EmbeddedModel model = open(file, 1, 1, new ScalarKernel())) {
            for (int i = 0; i < 12; i++) {
                alone.add(model.complete(request(file, i)).block(PATIENCE).text());
            }
        }
        assertThat(alone).doesNotHaveDuplicates();
        for (int slots : new int[] {3, 16}) {
            for (int threads : new int[] {1, 2, 5}) {
                assertThat(together(file, threads, slots, new ScalarKernel())).isEqualTo(alone);
            }
        }
        assumeTrue(Kernel.isVectorModulePresent(), "this JVM was started without the vector module");
        assertThat(together(file, 2, 8, new VectorKernel())).isEqualTo(alone);
    }

    private static List<String> together(Path file, int threads, int slots, Kernel kernel) {
        try (EmbeddedModel model = open(file, threads, slots, kernel)) {
            return Flux.range(0, 12)
                    .flatMapSequential(i -> model.complete(request(file, i)))
                    .map(Completion::text)
                    .collectList()
                    .block(PATIENCE);
        }
    }

    /** Prompts with a long beginning in common, of several lengths. */
    private static ChatRequest request(Path file, int i) {
        String prompt = "You are a strict judge. " + "Compare the two answers. ".repeat(i % 4) + "Number " + i;
        return ask(file, prompt, sampling(1.1, 40), Optional.empty(), i);
    }

    @Test
    void anotherDrawIsAnotherAnswer() {
        try (EmbeddedModel model = open(llama, 2, 4, Kernel.best())) {
            ChatRequest first = ask(llama, "Go on.", sampling(1, 20), Optional.empty(), 0);
            ChatRequest second = ask(llama, "Go on.", sampling(1, 20), Optional.empty(), 1);
            String text = text(model, first);
            assertThat(text(model, second)).isNotEqualTo(text);
            assertThat(text(model, first)).isEqualTo(text);
        }
    }

    @Test
    void aCompletionIsCountedAndNamed() {
        try (EmbeddedModel model = open(llama, 2, 4, Kernel.best())) {
            Completion completion = model.complete(ask(llama, "Hello.", sampling(1, 7), Optional.empty(), 0))
                    .block(PATIENCE);
            assertThat(completion.model()).isEqualTo("tiny-llama");
            assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
            assertThat(completion.usage().outputTokens()).isEqualTo(7);
            assertThat(completion.usage().inputTokens()).isBetween(20L, 60L);
            assertThat(completion.logprobs()).isEmpty();
        }
    }

    @Test
    void logProbabilitiesAreGivenWhereAskedFor() {
        Sampling sampling =
                new Sampling(OptionalDouble.of(1), OptionalDouble.of(0.9), 12, List.of(), OptionalInt.of(4));
        try (EmbeddedModel model = open(llama, 2, 4, Kernel.best())) {
            Completion completion = model.complete(ask(llama, "Hello.", sampling, Optional.empty(), 0))
                    .block(PATIENCE);
            assertThat(completion.logprobs()).hasSize(12).allSatisfy(token -> {
                assertThat(token.logprob()).isLessThanOrEqualTo(0);
                assertThat(token.top())
                        .hasSize(4)
                        .isSortedAccordingTo((a, b) -> Double.compare(b.logprob(), a.logprob()));
            });
        }
    }

    @Test
    void aStopTextEndsTheAnswerBeforeIt() {
        try (EmbeddedModel model = open(llama, 2, 4, Kernel.best())) {
            String whole = text(model, ask(llama, "Hello.", sampling(1, 60), Optional.empty(), 0));
            String stop = whole.substring(20, 22);
            Sampling sampling = new Sampling(
                    OptionalDouble.of(1), OptionalDouble.empty(), 60, List.of("never seen", stop), OptionalInt.empty());
            Completion completion = model.complete(ask(llama, "Hello.", sampling, Optional.empty(), 0))
                    .block(PATIENCE);
            assertThat(completion.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
            assertThat(completion.finish()).isEqualTo(Finish.COMPLETE);
        }
    }

    @Test
    void aTypedReplyIsJsonOfThatShape() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("rating", Map.of("type", "integer", "minimum", 1, "maximum", 5));
        properties.put("why", Map.of("type", "string", "maxLength", 40));
        ReplySchema schema = new ReplySchema("Opinion", Map.of("type", "object", "properties", properties));
        try (EmbeddedModel model = open(llama, 2, 8, Kernel.best())) {
            List<String> replies = Flux.range(0, 30)
                    .flatMapSequential(
                            i -> model.complete(ask(llama, "Rate.", sampling(1, 100), Optional.of(schema), i)))
                    .map(Completion::text)
                    .collectList()
                    .block(PATIENCE);
            for (String reply : replies) {
                JsonNode json = new JsonMapper().readTree(reply);
                assertThat(json.get("rating").asInt()).isBetween(1, 5);
                assertThat(json.get("why").isString()).isTrue();
            }
        }
    }

    @Test
    void aSchemaThatCannotBeKeptToEndsTheRun() {
        ReplySchema schema =
                new ReplySchema("X", Map.of("type", "object", "properties", Map.of("x", Map.of("type", "null"))));
        try (EmbeddedModel model = open(llama, 1, 4, Kernel.best())) {
            ModelException refused = refused(model, ask(llama, "Rate.", sampling(1, 100), Optional.of(schema), 0));
            assertThat(refused.reaction()).isEqualTo(Reaction.RUN);
            assertThat(refused).hasMessageContaining("'x' has the type null");
        }
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedWithBothNumbers() {
        try (EmbeddedModel model = open(llama, 1, 4, Kernel.best())) {
            ModelException refused =
                    refused(model, ask(llama, "x".repeat(300), sampling(1, 1900), Optional.empty(), 0));
            assertThat(refused.reason()).isEqualTo("context-length");
            assertThat(refused.reaction()).isEqualTo(Reaction.ROW);
            assertThat(refused.getMessage())
                    .containsPattern("the prompt has 3\\d\\d tokens and the completion may have 1900; "
                            + "together they must fit in 2048");
            assertThat(refused(model, ask(llama, "x".repeat(3_000_000), sampling(1, 10), Optional.empty(), 0)))
                    .hasMessageContaining("more than 2048");
            assertThat(text(model, ask(llama, "Hello.", sampling(1, 5), Optional.empty(), 0)))
                    .isNotEmpty();
        }
    }

    @Test
    void aCancelledRequestMakesRoomForTheNext() {
        try (EmbeddedModel model = open(llama, 1, 1, Kernel.best())) {
            ChatRequest endless = ask(llama, "Hello.", sampling(1.5, 1900), Optional.empty(), 0);
            List<Disposable> calls = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                calls.add(model.complete(endless).subscribe());
            }
            calls.forEach(Disposable::dispose);
            long start = System.nanoTime();
            text(model, ask(llama, "Hello.", sampling(1, 5), Optional.empty(), 0));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void nothingIsReadBeforeTheFirstRequest() throws Exception {
        Path later = folder.resolve("later.gguf");
        try (EmbeddedModel model = open(later, 1, 1, Kernel.best())) {
            assertThat(refused(model, ask(later, "Hello.", sampling(1, 5), Optional.empty(), 0))
                            .reason())
                    .isEqualTo("unknown-model");
            Files.copy(llama, later);
            assertThat(text(model, ask(later, "Hello.", sampling(1, 5), Optional.empty(), 0)))
                    .isNotEmpty();
        }
    }

    @Test
    void aDamagedFileEndsTheRunAndSaysWhatIsWrong() throws Exception {
        Path cut = Files.write(folder.resolve("cut.gguf"), java.util.Arrays.copyOf(Files.readAllBytes(llama), 5000));
        try (EmbeddedModel model = open(cut, 1, 1, Kernel.best())) {
            ModelException refused = refused(model, ask(cut, "Hello.", sampling(1, 5), Optional.empty(), 0));
            assertThat(refused.reason()).isEqualTo("model-file");
            assertThat(refused.reaction()).isEqualTo(Reaction.RUN);
            assertThat(refused).hasMessageContaining("cut.gguf cannot be used");
        }
    }

    @Test
    void anUnknownNameIsToldBeforeTheFirstCall() {
        try (EmbeddedModel model = EmbeddedModel.open("smolm2", folder, new EmbeddedSettings(1, 1, 64), Map.of())) {
            assertThatThrownBy(model::check)
                    .isInstanceOf(ModelException.class)
                    .hasMessageContaining("'smolm2'")
                    .hasMessageContaining("smollm2");
        }
    }

    @Test
    void aClosedModelAnswersNoMore() {
        EmbeddedModel model = open(llama, 1, 1, Kernel.best());
        ChatRequest endless = ask(llama, "Hello.", sampling(1.5, 1900), Optional.empty(), 0);
        var waiting = model.complete(endless).toFuture();
        model.close();
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(ModelException.class);
        assertThat(refused(model, endless)).hasMessageContaining("closed");
    }

    @Test
    void aRelativePathIsRelativeToItsBase() {
        EmbeddedSettings settings = new EmbeddedSettings(1, 1, 256);
        String name = llama.getFileName().toString();
        try (EmbeddedModel model = EmbeddedModel.open(name, folder, settings, Map.of())) {
            model.check();
            assertThat(text(model, ask(Path.of(name), "Hello.", sampling(1, 5), Optional.empty(), 0)))
                    .isNotEmpty();
        }
    }

    @Test
    void littleMemoryMakesRequestsWaitButNotFail() {
        try (EmbeddedModel model = open(llama, 2, 200, Kernel.best())) {
            Long count = Flux.range(0, 300)
                    .flatMap(i -> model.complete(ask(llama, "Hello.", sampling(1, 20), Optional.empty(), i)), 300)
                    .count()
                    .block(PATIENCE);
            assertThat(count).isEqualTo(300);
        }
    }

    @Test
    void theLikelihoodOfATextIsThatOfItsTokens() {
        Sampling sampling =
                new Sampling(OptionalDouble.of(1), OptionalDouble.empty(), 1, List.of(), OptionalInt.of(20));
        try (EmbeddedModel model = open(llama, 2, 4, Kernel.best())) {
            TokenLogprob letter = model
                    .complete(ask(llama, "Hello.", sampling, Optional.empty(), 4))
                    .block(PATIENCE)
                    .logprobs()
                    .get(0)
                    .top()
                    .stream()
                    .filter(token -> token.token().matches("[a-z]"))
                    .findFirst()
                    .orElseThrow();
            List<Double> read = model.likelihood(List.of(Message.user("Hello.")), letter.token() + " x y")
                    .block(PATIENCE);
            assertThat(read).hasSize(5).allMatch(logprob -> logprob <= 0);
            assertThat(read.get(0)).isEqualTo(letter.logprob());
        }
    }

    private static EmbeddedModel open(Path file, int threads, int slots, Kernel kernel) {
        return EmbeddedModel.open(file, new EmbeddedSettings(threads, slots, 2048), kernel);
    }

    private static Sampling sampling(double temperature, int most) {
        return Sampling.standard().withTemperature(temperature).withMaxTokens(most);
    }

    private static ChatRequest ask(
            Path file, String prompt, Sampling sampling, Optional<ReplySchema> schema, int draw) {
        return new ChatRequest(
                new ModelRef("embedded", file.toString()), List.of(Message.user(prompt)), sampling, schema, draw);
    }

    private static String text(EmbeddedModel model, ChatRequest request) {
        return model.complete(request).block(PATIENCE).text();
    }

    private static ModelException refused(EmbeddedModel model, ChatRequest request) {
        ModelException refused = catchThrowableOfType(
                ModelException.class, () -> model.complete(request).block(PATIENCE));
        assertThat(refused).isNotNull();
        return refused;
    }
}
