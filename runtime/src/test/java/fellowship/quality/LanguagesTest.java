package fellowship.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eng | The sky is blue because the air scatters short waves more than long ones.
            deu | Der Himmel ist blau, weil die Luft kurze Wellen stärker streut als lange.
            fra | Le ciel est bleu parce que l'air diffuse davantage les ondes courtes que les longues.
            spa | El cielo es azul porque el aire dispersa más las ondas cortas que las largas.
            rus | Небо голубое, потому что воздух рассеивает короткие волны сильнее, чем длинные.
            cmn | 天空是蓝色的，因为空气对短波的散射比对长波的散射更强。
            jpn | 空が青いのは、空気が短い波を長い波よりも強く散乱させるからです。
            hin | आकाश नीला है क्योंकि हवा छोटी तरंगों को लंबी तरंगों से अधिक बिखेरती है।
            """)
    void aTextPassesForItsOwnLanguageOnly(String code, String text) {
        assertThat(Languages.otherThan(List.of(code), text)).isEmpty();
        assertThat(Languages.otherThan(List.of("swa"), text)).contains(code);
        assertThat(Languages.otherThan(List.of("swa", code), text)).isEmpty();
    }

    @Test
    void whatTellsNothingPasses() {
        assertThat(Languages.otherThan(List.of("deu"), "42")).isEmpty();
        assertThat(Languages.otherThan(List.of("deu"), "OK, thanks!")).isEmpty();
        assertThat(Languages.otherThan(List.of("deu"), "```java\npublic static void main(String[] args) {}\n```"))
                .isEmpty();
    }

    @Test
    void languagesAreSaidByTwoLettersOrThree() {
        assertThat(Languages.code("en")).contains("eng");
        assertThat(Languages.code("DE")).contains("deu");
        assertThat(Languages.code("zh")).contains("cmn");
        assertThat(Languages.code("cmn")).contains("cmn");
        assertThat(Languages.code("english")).isEmpty();
        assertThat(Languages.code("xx")).isEmpty();
    }

    @Test
    void theListOfCodesIsTheModels() throws IOException {
        try (InputStream in = Languages.class.getResourceAsStream("/langdetect-183.bin")) {
            assertThat(Languages.codes())
                    .containsExactlyInAnyOrder(
                            new LanguageDetectorME(new LanguageDetectorModel(in)).getSupportedLanguages());
        }
    }
}
