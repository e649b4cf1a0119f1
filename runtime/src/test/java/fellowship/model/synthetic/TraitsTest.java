package fellowship.model.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TraitsTest {

    @Test
    void whatIsNotSaidIsStandard() {
        Traits traits = Traits.parse("position=0.3, family=llama#7");

        assertThat(traits.of("position")).isEqualTo(0.3);
        assertThat(traits.of("noise")).isEqualTo(1);
        assertThat(traits.family()).isEqualTo("llama");
        assertThat(Traits.parse("").of("characters")).isEqualTo(300);
        assertThat(Traits.parse("#7").family()).isEqualTo("synthetic");
    }

    static List<Arguments> mistakes() {
        String form = "is no setting of a synthetic model; write name=value, for example position=0.3,noise=1#7";
        return List.of(
                Arguments.of("posision=1", "a synthetic model has no setting 'posision': did you mean 'position'?"),
                Arguments.of("noise=-1", "noise must be from 0 to 1000, was -1"),
                Arguments.of("noise=loud", "noise must be from 0 to 1000, was 'loud'"),
                Arguments.of("noise=NaN", "noise must be from 0 to 1000, was NaN"),
                Arguments.of("self=much", "self must be a number, was 'much'"),
                Arguments.of("unreadable=2", "unreadable must be from 0 to 1, was 2"),
                Arguments.of("noise=1,noise=2", "noise is there twice"),
                Arguments.of("family=Llama-3", "family must be small letters, was 'Llama-3'"),
                Arguments.of("noise", "'noise' " + form),
                Arguments.of("noise=1,", "'' " + form));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamed(String reference, String message) {
        assertThatThrownBy(() -> Traits.parse(reference))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
