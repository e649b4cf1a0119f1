package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private static final Counts.Snapshot BEGUN = new Counts.Snapshot(80, 0, 0, 0, 0, 8, 0, 0, 0, 0);
    private static final Counts.Snapshot LATER = new Counts.Snapshot(80, 20, 1, 120, 12, 8, 2, 31_000, 12_000, 12_300);

    private static String line(int width) {
        Pace pace = new Pace();
        pace.add(Duration.ZERO, BEGUN);
        pace.add(Duration.ofSeconds(10), LATER);
        return ProgressLine.of(LATER, pace, Duration.ofSeconds(10), width);
    }

    @Test
    void itTellsAllThatAPersonWaitsFor() {
        assertThat(line(200))
                .isEqualTo("20/80 rows  left 0:30  120 calls  $0.0123  12.0/s  8 in flight  12 cached  1 rejected"
                        + "  2 × 429  31.0k+12.0k tokens  0:10");
    }

    @Test
    void whereThereIsNoRoomTheLastPartsAreLeftOut() {
        assertThat(line(40)).isEqualTo("20/80 rows  left 0:30  120 calls");
    }

    @Test
    void beforeTheInputIsCountedThereIsNoShare() {
        Pace pace = new Pace();
        Counts.Snapshot none = new Counts.Snapshot(-1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        pace.add(Duration.ZERO, none);
        assertThat(ProgressLine.of(none, pace, Duration.ZERO, 80))
                .isEqualTo("reading the input  0 calls  0.0/s  0 in flight  0+0 tokens  0:00");
    }

    @Test
    void onlyTheLastTwentySecondsMakeThePace() {
        Pace pace = new Pace();
        pace.add(Duration.ZERO, BEGUN);
        pace.add(Duration.ofSeconds(100), LATER);
        pace.add(Duration.ofSeconds(110), LATER);
        assertThat(pace.callsPerSecond()).isZero();
        assertThat(pace.left()).isEmpty();
    }

    @Test
    void numbersAreShort() {
        assertThat(Figures.brief(9_999)).isEqualTo("9999");
        assertThat(Figures.brief(1_234_567)).isEqualTo("1.23M");
        assertThat(Figures.usd(0.0042)).isEqualTo("$0.0042");
        assertThat(Figures.usd(1234.5)).isEqualTo("$1,234.50");
        assertThat(Figures.time(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
    }

    @Test
    void theResumeLineCanBePasted() {
        assertThat(Resume.line(java.util.List.of("run", "my script.groovy", "-p", "x=it's"), "run"))
                .isEqualTo("fellowship run 'my script.groovy' -p 'x=it'\\''s'");
    }
}
