package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

/** Sizes and ages as they are written on the command line. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0,0", "0B,0", "12,12", "1kB,1000", "500MB,500000000", "1.5 gb,1500000000", "2T,2000000000000"})
    void aSizeIsRead(String text, long bytes) {
        assertThat(new Bytes().convert(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "999,999 B", "1000,1.0 kB", "999949,999.9 kB", "999951,1.0 MB", "1500000000,1.5 GB"})
    void aSizeIsShown(long bytes, String text) {
        assertThat(Bytes.show(bytes)).isEqualTo(text);
    }

    @Test
    void anAgeIsRead() {
        assertThat(new Age().convert("12h")).isEqualTo(Duration.ofHours(12));
        assertThat(new Age().convert("30D")).isEqualTo(Duration.ofDays(30));
        assertThat(new Age().convert("8 w")).isEqualTo(Duration.ofDays(56));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "much", "1PB", "1 d", "NaN", "1e3"})
    void whatIsNoSizeIsToldWithWhatIs(String text) {
        assertThatThrownBy(() -> new Bytes().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write 500MB or 2GB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "d", "-1d", "1y", "1.5d", "999999d"})
    void whatIsNoAgeIsToldWithWhatIs(String text) {
        assertThatThrownBy(() -> new Age().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write 12h, 30d or 8w");
    }
}
