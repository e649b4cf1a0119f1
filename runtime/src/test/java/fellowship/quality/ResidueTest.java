package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            as an AI | As an AI language model, I have no taste.
            as an AI | Sadly, as an AI assistant, I cannot walk.
            as an AI | As an AI, I don't eat.
            as an AI | Als KI-Sprachmodell kann ich das nicht fühlen.
            as an AI | En tant qu'IA, je ne ressens rien.
            as an AI | Como modelo de lenguaje, no tengo gustos.
            as an AI | 作为一个人工智能语言模型，我没有感情。
            as an AI | AIアシスタントとして、お答えします。
            as an AI | Как языковая модель, я не чувствую.
            announced answer | Here is the revised answer: the sky is blue.
            announced answer | Sure! Here's an improved version:
            announced answer | Hier ist die überarbeitete Antwort: Der Himmel ist blau.
            announced answer | Voici la réponse améliorée : le ciel est bleu.
            announced answer | 以下是修改后的回答：天空是蓝色的。
            template mark | [INST] Why? [/INST] Because.
            template mark | Dear {{name}}, hello.
            template mark | Yours, [Your Name]
            role label | Assistant: The sky is blue.
            role label | **AI:** The sky is blue.
            role label | Benutzer: Warum?
            role label | 助手：天空是蓝色的。
            """)
    void remainsAreNamed(String kind, String text) {
        assertThat(Residue.in(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She works as an AI researcher in Zürich.",
                "Here is the recipe: two eggs, one onion.",
                "Here are my three favourite films, in order.",
                "The assistant: a play in three acts.",
                "Im Himmel ist es blau, hier ist die Antwort.",
                "人工智能正在改变世界。",
                "Use `{{name}}` as the placeholder.",
                "```jinja\nDear {{name}}\n<|im_end|>\n```\nThat is the template.",
                "The array [1, 2] and the tag <b> are fine.",
                "Il sait tout, comme une encyclopédie."
            })
    void cleanTextsPass(String text) {
        assertThat(Residue.in(text)).isEmpty();
    }

    @Test
    void marksOfChatTemplatesAreRemains() {
        assertThat(Residue.in("The end.<|im_end|>")).contains("template mark");
        assertThat(Residue.in("Das Ende.</s>")).contains("template mark");
        assertThat(Residue.in("a <| b |> c is an operator")).isEmpty();
    }

    @Test
    void aFenceMustBeClosedByItsLike() {
        assertThat(Residue.in("Run this:\n```sh\nls -l\n")).contains("unclosed fence");
        assertThat(Residue.in("Run this:\n```sh\nls -l\n```\n")).isEmpty();
        assertThat(Residue.in("````md\n```sh\nls\n```\n````")).isEmpty();
        assertThat(Residue.in("~~~\n```\n~~~")).isEmpty();
    }
}
