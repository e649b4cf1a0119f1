package fellowship.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatorTest {

    private static final Case NOTHING = new Case("", Optional.empty(), List.of());

    private static String use(String input) {
        return new Calculator().use(input, NOTHING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + 2 * 3               | 7
            (1 + 2) * 3             | 9
            0.1 + 0.2               | 0.3
            -2^2                    | -4
            2^3^2                   | 512
            2^-2                    | 0.25
            -(3 - 5)                | 2
            7 / 2                   | 3.5
            1 / 3                   | 0.3333333333333333333333333333333333
            -7 % 3                  | -1
            10 / 4 * 2              | 5
            2 - -3                  | 5
            sqrt(16) + abs(-3)      | 7
            sqrt(2)                 | 1.414213562373095048801688724209698
            round(2.5)              | 3
            round(2.345, 2)         | 2.35
            floor(-1.5)             | -2
            ceil(-1.5)              | -1
            MAX(1, 7, 3) - min(4, 2)| 5
            1.5e3                   | 1500
            3 × 4 ÷ 2 − 1 =         | 5
            .5 * 4.                 | 2
            100!                    | cannot work this out: '!' cannot stand at place 4
            2 ** 3                  | cannot work this out: write ^ for a power, not **
            1,000 + 1               | cannot work this out: ',' cannot stand at place 2; write 1000 for a thousand, not 1,000
            (1 + 2                  | cannot work this out: a ) is missing at the end
            1 +                     | cannot work this out: something is missing at the end
            1 / (2 - 2)             | cannot work this out: this divides by zero
            5 % 0                   | cannot work this out: this divides by zero
            2 ^ 0.5                 | cannot work this out: the exponent of ^ must be a whole number; for a root say sqrt(…)
            sqrt(-1)                | cannot work this out: the square root of a negative number is not a number here
            sin(1)                  | cannot work this out: there is no function 'sin'; there are abs, ceil, floor, max, min, round, sqrt
            sqrt(1, 2)              | cannot work this out: sqrt takes at most 1 value
            abs 3                   | cannot work this out: write abs(…), with parentheses
            round(1.5, -1)          | cannot work this out: round takes a whole number of places, 0 to 100
            .                       | cannot work this out: '.' is no number
            """)
    void expressionsHaveTheirValueOrAReason(String input, String observation) {
        assertThat(use(input)).isEqualTo(observation);
    }

    @Test
    void wholeNumbersStayExactBeyondAnyDouble() {
        assertThat(use("2^200")).isEqualTo("1606938044258990275541962092341162602522202993782792835301376");
        assertThat(use("123456789012345678901234567890 * 10 + 1")).isEqualTo("1234567890123456789012345678901");
    }

    @Test
    void nothingMakesItWorkForLong() {
        String tooBig = "cannot work this out: a number on the way has more than 1000 digits";
        assertThat(use("9^9^9")).isEqualTo("cannot work this out: the exponent of ^ is beyond 1000");
        assertThat(use("((9^999)^999)^999")).isEqualTo(tooBig);
        assertThat(use("1e999999999")).isEqualTo(tooBig);
        assertThat(use("1e99999999999999")).isEqualTo("cannot work this out: '1e99999999999999' is no number");
        assertThat(use("(10^999) * (10^999)")).isEqualTo(tooBig);
        assertThat(use("(".repeat(400) + "1")).isEqualTo("cannot work this out: parentheses stand more than 50 deep");
        assertThat(use("1^".repeat(400) + "1"))
                .isEqualTo("cannot work this out: more than 50 powers stand on each other");
        assertThat(use("-".repeat(900) + "1")).isEqualTo("1");
        assertThat(use("1".repeat(5_000))).isEqualTo("the expression has 5000 characters, at most 1000 are read");
        assertThat(use(" ")).startsWith("nothing to work out");
    }

    @Test
    void codeIsNotRun() {
        assertThat(use("System.exit(1)")).startsWith("cannot work this out: there is no function 'system'");
        assertThat(use("__import__('os')")).isEqualTo("cannot work this out: '_' cannot stand at place 1");
    }
}
