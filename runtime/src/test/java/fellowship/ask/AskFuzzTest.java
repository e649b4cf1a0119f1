package fellowship.ask;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.Completion;
import fellowship.chat.Usage;
import fellowship.fuzz.Fuzzing;
import fellowship.prompt.Answer;
import fellowship.prompt.Field;
import fellowship.prompt.ReplyType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Typed replies, spoilt: read or unreadable with the reason, never an exception. */
public final class AskFuzzTest {

    private static final JsonReader READER = new JsonReader(new ReplyType(
            "Review",
            List.of(
                    Field.decimal("score", 1, 10),
                    Field.of("count", Field.Kind.WHOLE),
                    Field.of("fair", Field.Kind.YES_NO),
                    Field.choice("verdict", List.of("A", "B", "tie")),
                    Field.of("feedback", Field.Kind.TEXT))));
    private static final Fuzzing FUZZING = Fuzzing.of(
            "typed-replies",
            Set.of(),
            "{\"score\": 7, \"count\": 3, \"fair\": true, \"verdict\": \"A\", \"feedback\": \"fine\"}",
            "```json\n{\"score\": 7.5, \"count\": -3, \"fair\": false, \"verdict\": \"tie\", \"feedback\": \"\"}\n```\n");

    @Test
    void everyReplyIsReadOrUnreadable() {
        FUZZING.run(AskFuzzTest::read);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random dice = new Random(3);
        JsonMapper mapper = new JsonMapper();
        for (int i = 0; i < 10_000; i++) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("score", 1 + dice.nextInt(90) / 10.0);
            values.put("count", (long) dice.nextInt(1000) - 500);
            values.put("fair", dice.nextBoolean());
            values.put("verdict", List.of("A", "B", "tie").get(dice.nextInt(3)));
            values.put("feedback", text(dice));
            assertThat(read(mapper.writeValueAsBytes(values))).isEqualTo(new Answer.Read<>(values));
        }
    }

    private static String text(Random dice) {
        StringBuilder text = new StringBuilder();
        for (int i = dice.nextInt(20); i >= 0; i--) {
            text.appendCodePoint("ab {}[]\"\\\n\t\u0001\u00e9\u202e`:,".charAt(dice.nextInt(17)));
        }
        return text.append("\ud83d\ude00").toString();
    }

    /** For a fuzzer from outside. */
    public static void fuzzerTestOneInput(byte[] input) {
        FUZZING.one(AskFuzzTest::read, input);
    }

    private static Answer<Map<String, Object>> read(byte[] text) {
        Answer<Map<String, Object>> answer =
                READER.read(Completion.of(new String(text, StandardCharsets.UTF_8), Usage.of(1, 1), "m"));
        if (answer instanceof Answer.Unreadable<?> unreadable
                && unreadable.why().isBlank()) {
            throw new IllegalStateException("unreadable without a reason");
        }
        return answer;
    }
}
