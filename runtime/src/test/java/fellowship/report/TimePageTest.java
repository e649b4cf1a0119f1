package fellowship.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimePageTest {

    @Test
    void tellsMeansOfACallAndHowLongALaneWasIdle() {
        TimeLane lane = new TimeLane(
                "critic <b>",
                "server:c",
                4,
                List.of(2.0, 0.0, 0.0, 0.0),
                List.of(0.0, 4.0, 0.0, 4.0),
                List.of(0.0, 0.0, 1.0, 0.0));

        String page = TimePage.of("loop", 0.5, List.of(lane));

        assertThat(page)
                .contains("critic &lt;b&gt;")
                .contains(">0.25<") // waited 2 × 0.5 s over 4 calls
                .contains(">1.00<")
                .contains(">0.13<")
                .contains(">33.3 %<")
                .contains("up to 4.00")
                .doesNotContain("<b>");
    }

    @Test
    void staysSmallHoweverLongTheRunWas() {
        List<Double> full = Collections.nCopies(240, 123.456);
        TimeLane lane = new TimeLane("writer", "server:a", 1_000_000, full, full, full);

        String page = TimePage.of("loop", 60, Collections.nCopies(10, lane));

        assertThat(page.length()).isLessThan(400_000);
        assertThat(page).contains("1,000,000");
    }
}
