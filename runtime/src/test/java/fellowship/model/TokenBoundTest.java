package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.Part;
import fellowship.chat.ReplySchema;
import fellowship.chat.Role;
import fellowship.chat.Sampling;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenBoundTest {

    @Test
    void bytesAreCountedAsTheyAreWritten() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                int point = random.nextInt(0x110000);
                text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'a' : point);
            }
            assertThat(TokenBound.bytes(text.toString()))
                    .isEqualTo(text.toString().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void halfOfASurrogatePairCountsAsItsReplacementDoes() {
        assertThat(TokenBound.bytes("\ud83d")).isEqualTo(3);
        assertThat(TokenBound.bytes("\ude00\ud83d")).isEqualTo(6);
        assertThat(TokenBound.bytes("\ud83d\ude00")).isEqualTo(4);
    }

    @Test
    void everyPartOfARequestCounts() {
        ChatRequest plain = request(Message.user("hello"), Optional.empty());
        assertThat(TokenBound.input(plain)).isGreaterThanOrEqualTo(5);

        Message picture =
                new Message(Role.USER, List.of(new Part.Text("hello"), new Part.Image("https://example.org/a.png")));
        assertThat(TokenBound.input(request(picture, Optional.empty())) - TokenBound.input(plain))
                .isEqualTo(50_000);

        Map<String, Object> schema = Map.of(
                "type", "object", "properties", Map.of("score", Map.of("type", "integer", "enum", List.of(1, 2))));
        String json = "{\"type\":\"object\",\"properties\":{\"score\":{\"type\":\"integer\",\"enum\":[1,2]}}}";
        long more = TokenBound.input(request(Message.user("hello"), Optional.of(new ReplySchema("reply", schema))))
                - TokenBound.input(plain);
        assertThat(more).isGreaterThanOrEqualTo(json.length());
    }

    private static ChatRequest request(Message message, Optional<ReplySchema> schema) {
        return new ChatRequest(Calls.MODEL, List.of(message), Sampling.standard(), schema, 0);
    }
}
