package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.config.Configuration;
import fellowship.config.KeySource;
import fellowship.config.Limits;
import fellowship.config.Price;
import fellowship.config.ProviderSettings;
import fellowship.config.ProviderSettings.Protocol;
import fellowship.seam.Time;
import fellowship.store.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ModelsTest {

    private static final ModelRef SCRIPTED = new ModelRef("scripted", "answers.json");

    @TempDir
    Path folder;

    @Test
    void everythingThatIsWrongIsToldAtOnceBeforeTheFirstCall() {
        Configuration configuration = configuration(Map.of(
                "openai", settings("openai", Protocol.OPENAI, "https://api.openai.com/v1", new KeySource.None()),
                "lab",
                        settings(
                                "lab",
                                Protocol.OPENAI,
                                "https://lab.example/v1",
                                new KeySource.Env("NO_SUCH_KEY_HERE"))));
        Budget budget = new Budget(OptionalLong.of(5_000_000), OptionalLong.empty(), 0, 0);
        List<ModelRef> refs = List.of(
                new ModelRef("opnai", "gpt-4o-mini"),
                new ModelRef("openai", "gpt-4o-mini"),
                new ModelRef("lab", "big"),
                new ModelRef("https://elsewhere.example/v1", "m"));

        assertThatThrownBy(() -> Models.open(
                        configuration,
                        refs,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        budget,
                        new VirtualTime().time,
                        folder,
                        UnaryOperator.identity(),
                        CallObserver.NONE))
                .isInstanceOfSatisfying(ModelsException.class, e -> {
                    assertThat(e.problems()).hasSize(4);
                    assertThat(e.problems().get(0))
                            .isEqualTo("there is no provider 'opnai' (for opnai:gpt-4o-mini): did you mean 'openai'?");
                    assertThat(e.problems().get(1))
                            .contains("no price is known for lab:big", "[providers.lab]", "\"big\" = {");
                    assertThat(e.problems().get(2)).startsWith("lab:big: ").contains("NO_SUCH_KEY_HERE");
                    assertThat(e.problems().get(3)).contains("https://elsewhere.example/v1#m");
                });
    }

    @Test
    void aPriceIsNeededOnlyForABudgetInDollars() {
        Configuration configuration = configuration(
                Map.of("lab", settings("lab", Protocol.OPENAI, "https://lab.example/v1", new KeySource.None())));
        Budget calls = new Budget(OptionalLong.empty(), OptionalLong.of(10), 0, 0);
        try (Models models = open(configuration, new ModelRef("lab", "big"), calls, new VirtualTime().time)) {
            assertThat(models.mostInFlight()).isEqualTo(256);
            assertThat(models.loads()).singleElement().satisfies(load -> assertThat(load.inFlight())
                    .isZero());
        }
    }

    @Test
    void aServerOnThisMachineIsFree() {
        Budget budget = new Budget(OptionalLong.of(1), OptionalLong.empty(), 0, 0);
        ModelRef ref = new ModelRef("http://localhost:8000/v1", "llama");
        try (Models models = open(configuration(Map.of()), ref, budget, new VirtualTime().time)) {
            assertThat(models.forRef(ref)).isNotNull();
        }
    }

    @Test
    void aCallTakesTheWholeRoadOnceAndTheJournalAnswersItTheNextTime() {
        LoopbackProvider provider = LoopbackProvider.start(LoopbackOptions.standard());
        ModelRef near = new ModelRef("near", "m");
        Scheduler scheduler = Schedulers.newParallel("models-test", 2);
        Time time = new Time(scheduler, Clock.systemUTC());
        Configuration configuration = configuration(Map.of(
                "near",
                new ProviderSettings(
                        "near",
                        Protocol.OPENAI,
                        provider.url(),
                        new KeySource.None(),
                        List.of(),
                        Map.of(),
                        Limits.none(),
                        Map.of("*", new Price(1, 1)),
                        Duration.ofSeconds(10),
                        Optional.empty())));
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        CallObserver observer = new CallObserver() {
            @Override
            public void sent(ChatRequest request) {
                seen.add("sent");
            }

            @Override
            public void answered(ChatRequest request, Completion completion, Source source) {
                seen.add(source.name());
            }

            @Override
            public void billed(ChatRequest request, Completion completion, long costMicros, Duration elapsed) {
                seen.add("billed");
            }
        };
        Budget budget = new Budget(OptionalLong.of(1_000_000), OptionalLong.empty(), 0, 0);
        ChatRequest request = new ChatRequest(
                near,
                List.of(Message.user("Say exactly: hello")),
                Calls.request(0).sampling(),
                Optional.empty(),
                0);
        try (Journal journal = Journal.open(folder);
                Models models = Models.open(
                        configuration,
                        List.of(near),
                        Optional.of(journal),
                        Optional.empty(),
                        Optional.empty(),
                        budget,
                        time,
                        folder,
                        UnaryOperator.identity(),
                        observer)) {
            List<Completion> answers = Flux.range(0, 2)
                    .concatMap(again -> models.forRef(near).complete(request))
                    .collectList()
                    .block(Duration.ofSeconds(20));
            assertThat(answers).hasSize(2).allSatisfy(answer -> assertThat(answer.text())
                    .isEqualTo("hello"));
            assertThat(seen).containsExactly("sent", "billed", "MODEL", "JOURNAL");
            assertThat(budget.calls()).isEqualTo(1);
            assertThat(budget.spentMicros()).isEqualTo(journal.spentMicros()).isPositive();
            assertThatThrownBy(() -> models.forRef(Calls.MODEL)).hasMessageContaining("was not opened for this run");
        } finally {
            provider.close();
            scheduler.dispose();
        }
    }

    @Test
    void scriptedAnswersAreReadAnewAndNotKept() throws IOException {
        Files.writeString(folder.resolve("answers.json"), "{\"match\": \".*\", \"replies\": [\"hello\"]}\n");
        ProviderSettings scripted = settings("scripted", Protocol.SCRIPTED, "", new KeySource.None());
        ChatRequest request = new ChatRequest(
                SCRIPTED, Calls.request(0).messages(), Calls.request(0).sampling(), Optional.empty(), 0);
        try (Journal journal = Journal.open(folder);
                Models models = Models.open(
                        configuration(Map.of("scripted", scripted)),
                        List.of(SCRIPTED),
                        Optional.of(journal),
                        Optional.empty(),
                        Optional.empty(),
                        new Budget(OptionalLong.empty(), OptionalLong.empty(), 0, 0),
                        new Time(Schedulers.immediate(), Clock.systemUTC()),
                        folder,
                        UnaryOperator.identity(),
                        CallObserver.NONE)) {
            assertThat(models.forRef(SCRIPTED).complete(request).block().text()).isEqualTo("hello");
            assertThat(journal.size()).isZero();
        }
    }

    private Models open(Configuration configuration, ModelRef ref, Budget budget, Time time) {
        return Models.open(
                configuration,
                List.of(ref),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                budget,
                time,
                folder,
                UnaryOperator.identity(),
                CallObserver.NONE);
    }

    private static Configuration configuration(Map<String, ProviderSettings> providers) {
        return new Configuration(Map.of(), SCRIPTED, providers);
    }

    private static ProviderSettings settings(String name, Protocol protocol, String url, KeySource key) {
        return new ProviderSettings(
                name,
                protocol,
                url,
                key,
                List.of(),
                Map.of(),
                Limits.none(),
                Map.of(),
                Duration.ofSeconds(10),
                Optional.empty());
    }
}
