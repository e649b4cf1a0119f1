package fellowship.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.fuzz.Fuzzing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Templates, spoilt: read or refused with what stands there; what is filled in is never looked at again. */
final class PromptFuzzTest {

    @Test
    void everyTemplateIsReadOrRefused() {
        Fuzzing.of(
                        "templates",
                        Set.of(IllegalArgumentException.class),
                        "Write about {{topic}} in {{ words }} words.\n    - one\n    - two {{topic}}",
                        "  {{a}}{{b}}{{_c9}}\n\n\t{{a}} } { }} ${x} %s")
                .run(PromptFuzzTest::read);
    }

    private static Object read(byte[] input) {
        PromptTemplate template = PromptTemplate.parse(new String(input, StandardCharsets.UTF_8));
        Map<String, String> values = new TreeMap<>();
        template.holes().forEach(hole -> values.put(hole, "{{" + hole + "}} $1 \\ ${x}"));
        String text = template.render(values);
        template.holes().forEach(hole -> assertThat(text).contains("{{" + hole + "}} $1 \\ ${x}"));
        return text;
    }
}
