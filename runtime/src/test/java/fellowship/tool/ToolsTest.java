package fellowship.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolsTest {

    private static final Map<String, Tool> TOOLS = Tools.known();

    private static String use(String tool, String input, String reference, String... candidates) {
        return TOOLS.get(tool).use(input, new Case("?", Optional.ofNullable(reference), List.of(candidates)));
    }

    @Test
    void theProductsOwnToolsComeFirstThenThoseOfJars() {
        assertThat(TOOLS.keySet())
                .containsExactly(
                        "calculator", "calendar", "exact-match", "numbers-match", "json-check", "length", "shout");
        assertThat(use("shout", "ja", null)).isEqualTo("JA");
    }

    @Test
    void everyToolSaysWhatItIsFor() {
        assertThat(TOOLS).allSatisfy((name, tool) -> {
            assertThat(name).isEqualTo(tool.name()).matches("[a-z][a-z0-9-]*");
            assertThat(tool.help()).isNotBlank();
        });
    }

    @Test
    void aMatchIsExactButForCaseBlanksAndPunctuationAtTheEnds() {
        assertThat(use("exact-match", "", "Paris.", "  paris ", "Paris, France"))
                .isEqualTo("candidate 1: is the reference answer\ncandidate 2: is not the reference answer");
        assertThat(use("exact-match", "", "-5", "5")).isEqualTo("candidate 1: is not the reference answer");
        assertThat(use("exact-match", "", "3.5", "35")).isEqualTo("candidate 1: is not the reference answer");
        assertThat(use("exact-match", "", "１２", "12")).isEqualTo("candidate 1: is the reference answer");
        assertThat(use("exact-match", "", null, "12")).isEqualTo("there is no reference answer to compare with");
    }

    @Test
    void theLastNumbersAreComparedByValue() {
        assertThat(use("numbers-match", "", "so 1,200.50", "First 3, then 1200.5.", "It is -1200.5", "no idea"))
                .isEqualTo("""
                        candidate 1: its last number, 1200.5, equals the reference's
                        candidate 2: its last number, -1200.5, is not the reference's, 1200.5
                        candidate 3: has no number; the reference has 1200.5""");
        assertThat(use("numbers-match", "2", "7", "7", "8"))
                .isEqualTo("candidate 2: its last number, 8, is not the reference's, 7");
        assertThat(use("numbers-match", "", "none", "7")).isEqualTo("the reference answer has no number");
        assertThat(use("numbers-match", "", "7", "7".repeat(100_000)))
                .isEqualTo("candidate 1: has no number; the reference has 7");
    }

    @Test
    void jsonIsCheckedWholeOrInItsFence() {
        assertThat(use("json-check", "", null, "{\"a\": 1}", "```json\n[1, 2]\n```", "null", "{\"a\":", ""))
                .startsWith("""
                        candidate 1: valid JSON, an object with 1 field
                        candidate 2: valid JSON, an array with 2 items
                        candidate 3: valid JSON, null
                        candidate 4: not JSON in line 1""")
                .endsWith("candidate 5: not JSON: it is empty");
        assertThat(use("json-check", "1", null, "{} trailing")).startsWith("candidate 1: not JSON");
        assertThat(use("json-check", "1", null, "{\"a\":1,\"a\":2}")).startsWith("candidate 1: not JSON");
        assertThat(use("json-check", "1", null, "[".repeat(200_000))).startsWith("candidate 1: not JSON");
    }

    @Test
    void lengthCountsWordsAndCharacters() {
        assertThat(use("length", "answer 2", null, "x", "two  words 😀"))
                .isEqualTo("candidate 2: 3 words, 12 characters");
        assertThat(use("length", "all", null, "x")).isEqualTo("candidate 1: 1 word, 1 character");
    }

    @Test
    void aCandidateThatIsNotThereIsNotGuessed() {
        String which = "say which candidate, by its number from 1 to 2, or nothing for all";
        assertThat(use("length", "3", null, "x", "y")).isEqualTo(which);
        assertThat(use("length", "the better one", null, "x", "y")).isEqualTo(which);
        assertThat(use("length", "1".repeat(100_000), null, "x", "y")).isEqualTo(which);
        assertThat(use("length", "", null)).isEqualTo("there is no candidate");
    }
}
