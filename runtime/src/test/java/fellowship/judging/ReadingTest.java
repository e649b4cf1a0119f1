package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.TokenLogprob;
import fellowship.chat.Usage;
import fellowship.plan.Criterion;
import fellowship.plan.Judge;
import fellowship.plan.Marking;
import fellowship.plan.Marking.Form;
import fellowship.plan.Marking.Reasons;
import fellowship.plan.Marking.Style;
import fellowship.plan.Scale;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import fellowship.row.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every text of {@code verdicts.jsonl} is read as it says there, through the road of a real call. */
class ReadingTest {

    private static final String UNREADABLE = "unreadable";
    private static final List<Draft> THREE =
            List.of(Draft.given("d1", "one"), Draft.given("d2", "two"), Draft.given("d3", "three"));
    private static final AtomicInteger RIGHT = new AtomicInteger();
    private static final AtomicInteger ALL = new AtomicInteger();

    /** One line of the file. */
    record Text(String name, JsonNode line) {
        String word(String field) {
            return line.path(field).asString("");
        }

        boolean unreadable() {
            return word("read").equals(UNREADABLE);
        }

        @Override
        public String toString() {
            return name + " (" + word("form") + ", " + word("layout") + ")";
        }
    }

    private static final List<Text> TEXTS = read();

    static Stream<Text> texts() {
        return TEXTS.stream();
    }

    private static List<Text> read() {
        try (InputStream in = Objects.requireNonNull(ReadingTest.class.getResourceAsStream("verdicts.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .map(line -> new Text(line.path("name").asString(""), line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void told() {
        System.out.println("texts read right: " + RIGHT.get() + " of " + ALL.get());
    }

    @Test
    void thereAreEnoughTexts() {
        assertThat(texts()).hasSizeGreaterThan(200);
        assertThat(texts().map(Text::name)).doesNotHaveDuplicates();
        assertThat(texts().filter(text -> text.name().startsWith("known failure")))
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsReadAsItSays(Text text) {
        ALL.incrementAndGet();
        Bench models = Bench.with(request -> Mono.fromSupplier(() -> completion(text, request)));

        Judgment judgment = judged(text, models);

        assertThat(models.asked).hasSize(text.unreadable() ? 2 : 1);
        assertThat(judgment.readable()).isEqualTo(!text.unreadable());
        assertThat(judgment.replies()).hasSize(text.unreadable() ? 2 : 1);
        if (text.unreadable()) {
            assertThat(((Judgment.Unreadable) judgment.opinion()).why()).isNotBlank();
        } else {
            check(text, judgment);
        }
        RIGHT.incrementAndGet();
    }

    /** What cannot be read is asked for once more, and then the second answer counts alone. */
    @ParameterizedTest
    @MethodSource("texts")
    void anUnreadableTextIsRepairedByAReadableOne(Text text) {
        Text good = texts().filter(other -> !other.unreadable())
                .filter(other -> Stream.of("form", "layout", "scale", "reasons")
                        .allMatch(field -> other.word(field).equals(text.word(field))))
                .filter(other -> other.line().has("certainty") == text.line().has("certainty"))
                .findFirst()
                .orElseThrow();
        List<ChatRequest> before = new ArrayList<>();
        Bench models = Bench.with(request -> Mono.fromSupplier(() -> {
            before.add(request);
            return completion(before.size() == 1 ? text : good, request);
        }));

        Judgment judgment = judged(text, models);

        check(text.unreadable() ? good : text, judgment);
        if (text.unreadable()) {
            assertThat(Bench.last(before.get(1)).toLowerCase(Locale.ROOT)).contains("reply");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void whatCannotBeReadIsNeverATieAZeroOrAWin(Text text) {
        if (!text.unreadable() || !List.of("direct", "combined", "rubric").contains(text.word("form"))) {
            return;
        }
        Bench models = Bench.with(request -> Mono.fromSupplier(() -> completion(text, request)));

        var verdict = models.verdict(judge(text));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.margin()).isZero();
        assertThat(verdict.flipped()).isFalse();
    }

    private static Judgment judged(Text text, Bench models) {
        JudgeCall call = JudgeCall.of(judge(text), Bench.row("r1"), THREE, models.asking(), Bench.dice());
        Mono<Judgment> judgment =
                switch (text.word("form")) {
                    case "direct", "combined", "rubric" -> call.pair(THREE.get(0), THREE.get(1), false, 0);
                    case "ranking" -> call.ranking(THREE, 0);
                    case "steps" -> call.steps(THREE.get(0), List.of("first", "second", "third"));
                    default -> call.alone(THREE.get(0), 0);
                };
        return Objects.requireNonNull(judgment.block());
    }

    private static Judge judge(Text text) {
        Form form =
                switch (text.word("form")) {
                    case "direct" -> Form.DIRECT;
                    case "expected" -> Form.EXPECTED;
                    case "truth" -> Form.TRUTH;
                    default -> Form.COMBINED;
                };
        List<Criterion> rubric = text.word("form").equals("rubric")
                ? List.of(new Criterion("clarity", 1, "clear"), new Criterion("truth", 3, "true"))
                : List.of();
        Marking marking = new Marking(
                form,
                scale(text),
                rubric,
                Reasons.valueOf(
                        (text.word("reasons").isEmpty() ? "first" : text.word("reasons")).toUpperCase(Locale.ROOT)),
                text.line().has("certainty"),
                text.word("layout").equals("lines") ? Style.LINES : Style.JSON);
        return Judge.standard("judge", "judge", Bench.AT)
                .with(marking)
                .withErrorTypes(text.word("form").equals("steps") ? List.of("arithmetic", "logic") : List.of());
    }

    private static Scale scale(Text text) {
        return switch (text.word("scale")) {
            case "0-100" -> Scale.outOf(100);
            case "1-5" -> Scale.between(1, 5);
            case "names" -> Scale.named(levels());
            default -> text.word("form").equals("expected") ? Scale.outOf(9) : Scale.outOf(10);
        };
    }

    private static Map<String, Double> levels() {
        Map<String, Double> levels = new LinkedHashMap<>();
        levels.put("poor", 1.0);
        levels.put("fair", 2.5);
        levels.put("good", 4.0);
        return levels;
    }

    private static Completion completion(Text text, ChatRequest request) {
        String mark = Sight.of(request).mark();
        String other = mark.equals("0a1b2c") ? "0a1b2d" : "0a1b2c";
        String said = text.word("text")
                .replace("{mark}", mark)
                .replace("{other}", other)
                .replace("{short}", mark.substring(0, 5));
        String finish = text.word("finish");
        return new Completion(
                said,
                Optional.empty(),
                finish.isEmpty() ? Finish.COMPLETE : Finish.valueOf(finish.toUpperCase(Locale.ROOT)),
                Usage.of(1, 1),
                "test",
                Optional.empty(),
                logprobs(text.line().path("logprobs")));
    }

    private static List<TokenLogprob> logprobs(JsonNode tokens) {
        List<TokenLogprob> all = new ArrayList<>();
        tokens.forEach(token -> {
            List<TokenLogprob> top = new ArrayList<>();
            token.get(1)
                    .properties()
                    .forEach(other -> top.add(new TokenLogprob(
                            other.getKey(), Math.log(other.getValue().asDouble()), List.of())));
            all.add(new TokenLogprob(token.get(0).asString(), -0.5, top));
        });
        return all;
    }

    private static void check(Text text, Judgment judgment) {
        JsonNode read = text.line().path("read");
        Judgment.Opinion opinion = judgment.opinion();
        if (opinion instanceof Judgment.Choice choice) {
            String word = choice.outcome() == Outcome.FIRST ? "A" : choice.outcome() == Outcome.SECOND ? "B" : "tie";
            assertThat(word).isEqualTo(read.asString());
        } else if (opinion instanceof Judgment.Scores scores) {
            assertThat(scores.first()).isEqualTo(read.get(0).asDouble());
            assertThat(scores.second()).isEqualTo(read.get(1).asDouble());
        } else if (opinion instanceof Judgment.Score score) {
            assertThat(score.value()).isCloseTo(read.asDouble(), within(1e-12));
        } else if (opinion instanceof Judgment.Ranking ranking) {
            List<String> letters = List.of("A", "B", "C");
            assertThat(ranking.order().stream()
                            .map(id -> letters.get(Integer.parseInt(id.substring(1)) - 1))
                            .collect(Collectors.joining(">")))
                    .isEqualTo(read.asString());
        } else {
            Judgment.Steps steps = (Judgment.Steps) opinion;
            assertThat(steps.steps().stream()
                            .map(step -> step.error().orElse("correct"))
                            .collect(Collectors.joining(",")))
                    .isEqualTo(read.asString());
        }
        if (text.line().has("certainty")) {
            assertThat(judgment.certainty())
                    .hasValue(text.line().path("certainty").asDouble());
        }
    }
}
