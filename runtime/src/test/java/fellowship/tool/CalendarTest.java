package fellowship.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CalendarTest {

    private static final Case NOTHING = new Case("", Optional.empty(), List.of());

    private static String use(String input) {
        return new Calendar().use(input, NOTHING);
    }

    @Test
    void everyObservationOfThemisIsReproduced() throws IOException {
        String rows;
        try (InputStream in = CalendarTest.class.getResourceAsStream("themis-calendar.jsonl")) {
            rows = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        JsonMapper json = new JsonMapper();
        List<JsonNode> actions = rows.lines()
                .map(json::readTree)
                .flatMap(row -> row.valueStream())
                .filter(answer -> answer.has("actions"))
                .map(answer -> answer.get("actions"))
                .toList();
        assertThat(actions).hasSize(80).allSatisfy(action -> assertThat(use(action.get("Action")
                                .asString() + " " + action.get("Action Input").asString()))
                .isEqualTo(action.get("Observation").asString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            week_day May 20, 2015                          | Wednesday
            week_day: 20 May 2015                          | Wednesday
            Calendar.week_day(2015-05-20)                  | Wednesday
            week day Feb. 29th, 2000                       | Tuesday
            day_difference May 20, 2015, June 1, 2015      | 12
            day-difference 2015-06-01 and 2015-05-20       | 12
            target_day May 20, 2015, 12                    | 2015-06-01
            target_day(2015-05-20, -20 days)               | 2015-04-30
            target_day 2000-02-28, 2                       | 2000-03-01
            target_day 9999-12-31, 1                       | that is outside the years 1 to 9999
            week_day 2015-02-30                            | there is no such date: Invalid date 'FEBRUARY 30'
            week_day 2015-13-01                            | there is no such date: Invalid value for MonthOfYear (valid values 1 - 12): 13
            """)
    void datesAreReadInBothSpellings(String input, String observation) {
        assertThat(use(input)).isEqualTo(observation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''
            2015-05-20
            week_day
            week_day soon
            day_difference 2015-05-20
            target_day 2015-05-20
            target_day 2015-05-20, many
            target_day 2015-05-20, 99999999999
            yesterday 2015-05-20
            """)
    void whatIsNoQuestionIsAnsweredWithTheFormsThereAre(String input) {
        assertThat(use(input)).startsWith("write week_day DATE, or day_difference DATE, DATE");
    }

    @Test
    void longInputIsNotRead() {
        assertThat(use("week_day " + "2015-05-20 ".repeat(100_000))).startsWith("write week_day DATE");
    }
}
