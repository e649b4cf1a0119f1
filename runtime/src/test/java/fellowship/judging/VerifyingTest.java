package fellowship.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fellowship.ask.JsonReader;
import fellowship.plan.Judge;
import fellowship.prompt.Answer;
import fellowship.prompt.Fence;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import fellowship.row.Draft;
import fellowship.row.Judgment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solutions step by step; {@code |} stands for a line's end. */
class VerifyingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Step 1: add|Step 2: divide; Step 1: add / Step 2: divide",
                "1. add|2. divide|so 3; 1. add / 2. divide|so 3",
                "1) add|2) divide; 1) add / 2) divide",
                "First I look.||1. add|2. divide; First I look. / 1. add / 2. divide",
                "**Step 1:** add|**Step 2:** divide; **Step 1:** add / **Step 2:** divide",
                "## Step 1|add|## Step 2|divide; ## Step 1|add / ## Step 2|divide",
                "  1. add|  2. divide; 1. add / 2. divide",
                "I add.||I divide.|Then 3.; I add. / I divide.|Then 3.",
                "I add.|I divide.; I add. / I divide.",
                "I add.| |I divide.; I add. / I divide.",
                "1.5 is more than|2.5 is not; 1.5 is more than / 2.5 is not",
                "Step 1: only one|and more; Step 1: only one / and more",
                "one line; one line",
                "''; ''",
                "'| |'; ''",
            })
    void aSolutionIsSplitByItsNumbersElseByParagraphsElseByLines(String solution, String steps) {
        for (String end : List.of("\n", "\r\n")) {
            assertThat(Steps.of(solution.replace("|", end)))
                    .containsExactly(steps.replace("|", end).split(" / ", -1));
        }
    }

    @Test
    void theFirstErrorAndItsKindAreKept() {
        Judge judge = Bench.direct("judge").withErrorTypes(List.of("arithmetic", "logic"));
        Bench bench = Bench.answering(request -> "{\"rationale\": \"r\", \"step_1\": \"correct\","
                + " \"step_2\": \"logic\", \"step_3\": \"correct\", \"step_4\": \"arithmetic\"}");

        Judgment judgment = Objects.requireNonNull(bench.annotators(judge)
                .verifying("judge")
                .verify(Bench.row("r1"), Draft.given("d1", "1. a\n2. b\n3. c\n4. d"))
                .block());

        Judgment.Steps steps = (Judgment.Steps) judgment.opinion();
        assertThat(steps.firstError()).hasValue(2);
        assertThat(steps.soundShare()).isEqualTo(0.25);
        assertThat(steps.steps())
                .extracting(Judgment.CheckedStep::error)
                .containsExactly(Optional.empty(), Optional.of("logic"), Optional.empty(), Optional.of("arithmetic"));
        assertThat(Sight.of(bench.asked.get(0)).between("answer")).startsWith("(step 1) 1. a\n\n(step 2) 2. b");
    }

    @Test
    void withoutKindsAStepIsRightOrWrong() {
        Bench bench =
                Bench.answering(request -> "{\"rationale\": \"r\", \"step_1\": \"wrong\", \"step_2\": \"correct\"}");

        Judgment judgment = Objects.requireNonNull(bench.annotators(Bench.direct("judge"))
                .verifying("judge")
                .verify(Bench.row("r1"), Draft.given("d1", "a\nb"))
                .block());

        assertThat(((Judgment.Steps) judgment.opinion()).steps())
                .containsExactly(
                        new Judgment.CheckedStep("a", false, Optional.empty()),
                        new Judgment.CheckedStep("b", true, Optional.empty()));
    }

    /** A model that repeats itself to the bound, and a candidate of blank lines, cost no time. */
    @Test
    @Timeout(20)
    void nothingIsSlowToRead() {
        ReplyType type = new ReplyType("Choice", List.of(Field.choice("verdict", List.of("A", "B"))));
        for (String unit : List.of("\n", " \n", "*", "`", "```\n", "VERDICT-0a1b2c: A\n", "[", "<|", "1. ", "\r")) {
            String text = unit.repeat(300_000 / unit.length());
            for (String said : List.of(text, "```" + text, "```json\n" + text + "x", text + "x")) {
                assertThatCode(() -> {
                            new JsonReader(type).read(Bench.completion(said));
                            new LineReader(type.fields(), "rationale", fellowship.plan.Marking.Reasons.FIRST, "0a1b2c")
                                    .read(Bench.completion(said));
                            Steps.of(said);
                            new Fence("0a1b2c").around("answer", said);
                        })
                        .doesNotThrowAnyException();
            }
        }
        assertThat(new JsonReader(type).read(Bench.completion("```\n{\"verdict\": \"A\"}\n```")))
                .isInstanceOf(Answer.Read.class);
    }
}
