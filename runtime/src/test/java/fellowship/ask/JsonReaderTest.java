package fellowship.ask;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Usage;
import fellowship.prompt.Answer;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

    private static final JsonReader READER = new JsonReader(
            new ReplyType("Review", List.of(Field.decimal("score", 1, 10), Field.of("feedback", Field.Kind.TEXT))));

    @Test
    void oneObjectIsRead() {
        assertThat(read("{\"score\": 7, \"feedback\": \"fine\"}"))
                .isEqualTo(new Answer.Read<>(Map.of("score", 7.0, "feedback", "fine")));
    }

    @Test
    void oneFenceAroundTheObjectIsRead() {
        assertThat(read("```json\n{\"score\": 7.5, \"feedback\": \"fine\"}\n```\n"))
                .isInstanceOf(Answer.Read.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eight                                                   | it is not one JSON object",
                "``                                                      | it is not one JSON object",
                "[1]                                                     | it is not one JSON object",
                "Sure: {\"score\": 8, \"feedback\": \"f\"}               | it is not one JSON object",
                "{\"score\": 8, \"feedback\": \"f\"} {\"score\": 9}      | it is not one JSON object",
                "{\"score\": 8, \"score\": 9, \"feedback\": \"f\"}       | it is not one JSON object",
                "{\"score\": NaN, \"feedback\": \"f\"}                   | it is not one JSON object",
                "{\"score\": 8, \"feedback\": \"f\",}                    | it is not one JSON object",
                "{\"score\": 8                                           | it is not one JSON object",
                "{\"feedback\": \"f\"}                                   | \"score\" is missing",
                "{\"score\": null, \"feedback\": \"f\"}                  | \"score\" is missing",
                "{\"score\": \"8\", \"feedback\": \"f\"}                 | \"score\" must be a number",
                "{\"score\": 11, \"feedback\": \"f\"}                    | \"score\" is 11.0, outside its range",
                "{\"score\": 0.99, \"feedback\": \"f\"}                  | \"score\" is 0.99, outside its range",
                "{\"score\": 8, \"feedback\": 3}                         | \"feedback\" must be text",
            })
    void whatIsNotTheTypeIsUnreadableWithTheReason(String text, String why) {
        assertThat(read(text)).isEqualTo(new Answer.Unreadable<>(text == null ? "" : text, why));
    }

    private static Answer<Map<String, Object>> read(String text) {
        return READER.read(Completion.of(text, Usage.of(1, 1), "test"));
    }
}
