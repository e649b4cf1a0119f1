package fellowship.model.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fellowship.chat.ChatRequest;
import fellowship.chat.Completion;
import fellowship.chat.Finish;
import fellowship.chat.Message;
import fellowship.chat.ModelException;
import fellowship.chat.ModelRef;
import fellowship.chat.Reaction;
import fellowship.chat.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptedModelTest {

    @TempDir
    Path folder;

    @Test
    void theFirstRuleThatMatchesAnswers() throws IOException {
        ScriptedModel model = model("""
                {"match": "color", "reply": "Blue."}

                {"match": "colo", "reply": "Red."}
                """);
        Completion answer = answer(model, ask("Which color?", 0));
        assertThat(answer.text()).isEqualTo("Blue.");
        assertThat(answer.finish()).isEqualTo(Finish.COMPLETE);
        assertThat(answer.model()).isEqualTo("scripted");
        assertThat(answer.usage().outputTokens()).isEqualTo(2);
        assertThat(answer.usage().estimated()).isTrue();
    }

    @Test
    void anObjectIsWrittenAsJson() throws IOException {
        ScriptedModel model = model("{\"default\": true, \"reply\": {\"score\": 9, \"feedback\": \"Good.\"}}");
        assertThat(answer(model, ask("x", 0)).text()).isEqualTo("{\"score\":9,\"feedback\":\"Good.\"}");
    }

    @Test
    void theDrawAndTheTurnChooseAmongReplies() throws IOException {
        ScriptedModel model = model("{\"default\": true, \"replies\": [\"a\", \"b\", \"c\"]}");
        assertThat(answer(model, ask("x", 0)).text()).isEqualTo("a");
        assertThat(answer(model, ask("x", 4)).text()).isEqualTo("b");
        ChatRequest second =
                ask("x", 0).withMessages(List.of(Message.user("x"), Message.assistant("a"), Message.user("y")));
        assertThat(answer(model, second).text()).isEqualTo("b");
    }

    @Test
    void theHashOfTheRequestMayChoose() throws IOException {
        ScriptedModel model = model("{\"default\": true, \"by\": \"hash\", \"replies\": [\"a\", \"b\", \"c\"]}");
        List<String> said = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> answer(model, ask("question " + i, 0)).text())
                .toList();
        assertThat(said).contains("a", "b", "c");
        assertThat(answer(model, ask("question 7", 0)).text()).isEqualTo(said.get(7));
    }

    @Test
    void aGroupOfTheMatchFillsTheReply() throws IOException {
        ScriptedModel model = model("{\"match\": \"Question: (\\\\w+)\", \"reply\": \"On {{1}}, $1 and {{2}}.\"}");
        assertThat(answer(model, ask("Question: rain?", 0)).text()).isEqualTo("On rain, $1 and {{2}}.");
    }

    @Test
    void rulesLookAtTheSystemMessageAndAtAnyMessage() throws IOException {
        ScriptedModel model = model("""
                {"system": "terse", "reply": "No."}
                {"anywhere": "secret word", "reply": "Yes."}
                {"default": true, "reply": "Hm."}
                """);
        ChatRequest plain = ask("x", 0);
        assertThat(answer(model, plain.withMessages(List.of(Message.system("Be terse."), Message.user("x"))))
                        .text())
                .isEqualTo("No.");
        assertThat(answer(model, plain.withMessages(List.of(Message.assistant("the secret word"), Message.user("x"))))
                        .text())
                .isEqualTo("Yes.");
        assertThat(answer(model, plain).text()).isEqualTo("Hm.");
    }

    @Test
    void oneFilePlaysSeveralModels() throws IOException {
        model("""
                {"model": "critic", "reply": "Weak."}
                {"default": true, "reply": "A draft."}
                """);
        assertThat(answer(ScriptedModel.open(folder, "answers.jsonl#critic"), ask("x", 0))
                        .text())
                .isEqualTo("Weak.");
        assertThat(answer(ScriptedModel.open(folder, "answers.jsonl"), ask("x", 0))
                        .text())
                .isEqualTo("A draft.");
    }

    @Test
    void aFaultAndAnEndingCanBePlayed() throws IOException {
        ScriptedModel model = model("""
                {"match": "seven", "error": "server-error"}
                {"default": true, "reply": "cut he", "finish": "length"}
                """);
        ModelException error = catchThrowableOfType(ModelException.class, () -> answer(model, ask("row seven", 0)));
        assertThat(error.reaction()).isEqualTo(Reaction.RETRY);
        assertThat(error.reason()).isEqualTo("server-error");
        assertThat(answer(model, ask("row eight", 0)).finish()).isEqualTo(Finish.LENGTH);
    }

    @Test
    void whatNothingMatchesIsShown() throws IOException {
        ScriptedModel model = model("{\"match\": \"color\", \"reply\": \"Blue.\"}");
        ModelException error = catchThrowableOfType(ModelException.class, () -> answer(model, ask("Which animal?", 0)));
        assertThat(error.reaction()).isEqualTo(Reaction.RUN);
        assertThat(error.getMessage()).contains("answers.jsonl", "no rule matches", "Which animal?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"match\": \"(\", \"reply\": \"x\"} | not a regular expression",
                "{\"match\": \"a\"} | either reply, replies or error",
                "{\"reply\": \"a\"} | default",
                "{\"match\": \"a\", \"reply\": \"x\", \"finsh\": \"length\"} | finsh",
                "{\"match\": \"a\", \"reply\": \"x\", \"finish\": \"done\"} | finish must be",
                "{\"match\": \"a\", \"error\": \"oops\"} | no reason oops",
                "{\"match\": \"a\", \"replies\": []} | at least one",
                "[1] | JSON object",
                "{\"match\": \"a\" | not one whole JSON object"
            })
    void aWrongRuleIsToldWithItsLine(String line, String said) {
        assertThatThrownBy(() -> model("{\"default\": true, \"reply\": \"x\"}\n" + line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answers.jsonl:2: ")
                .hasMessageContaining(said);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> ScriptedModel.open(folder, "none.jsonl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.jsonl");
    }

    private ScriptedModel model(String lines) throws IOException {
        Files.writeString(folder.resolve("answers.jsonl"), lines);
        return ScriptedModel.open(folder, "answers.jsonl");
    }

    private static ChatRequest ask(String text, int draw) {
        return new ChatRequest(
                new ModelRef("scripted", "answers.jsonl"),
                List.of(Message.user(text)),
                Sampling.standard(),
                Optional.empty(),
                draw);
    }

    private static Completion answer(ScriptedModel model, ChatRequest request) {
        return model.complete(request).block();
    }
}
