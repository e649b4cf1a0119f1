package fellowship.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {

    @Test
    void whatFillsAHoleIsNeverReadAgain() {
        PromptTemplate template = PromptTemplate.parse("Q: {{prompt}} A: {{ answer }}");
        assertThat(template.render(Map.of("prompt", "{{answer}} ${1} <% x %>", "answer", "42")))
                .isEqualTo("Q: {{answer}} ${1} <% x %> A: 42");
    }

    @Test
    void holesAreNamedOnceInOrder() {
        assertThat(PromptTemplate.parse("{{b}} {{a}} {{b}}").holes()).containsExactly("b", "a");
    }

    @Test
    void theIndentationOfAScriptIsTakenOff() {
        assertThat(PromptTemplate.parse("A reviewer said:\n          {{x}}\n            - more\n          Go on.\n    ")
                        .text())
                .isEqualTo("A reviewer said:\n{{x}}\n  - more\nGo on.");
    }

    @Test
    void aHoleWithoutAValueIsNamed() {
        assertThatThrownBy(() -> PromptTemplate.parse("{{x}}").render(Map.of()))
                .hasMessage("the hole {{x}} has no value in this row");
    }

    @Test
    void whatOpensNoHoleIsAMistake() {
        assertThatThrownBy(() -> PromptTemplate.parse("Say {{#if x}}yes{{/if}}"))
                .hasMessage("'{{#if x}}yes{{/if}}' is not a hole; a hole is {{name}}, nothing else");
    }
}
