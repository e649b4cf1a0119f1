package fellowship.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fellowship.chat.ChatRequest;
import fellowship.chat.Message;
import fellowship.chat.ModelRef;
import fellowship.chat.Sampling;
import fellowship.model.CallTrip;
import fellowship.model.CallTrip.Stage;
import fellowship.report.TimeLane;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallTimesTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(77);
    private final CallTimes times = new CallTimes(now::get);

    @Test
    void eachSecondOfACallIsInOneStage() {
        CallTrip trip = times.begins("writer", request("a"));
        now.addAndGet(SECOND);
        trip.at(Stage.AT_PROVIDER);
        now.addAndGet(2 * SECOND);
        trip.at(Stage.KEEPING);
        now.addAndGet(SECOND / 2);
        trip.ended();
        now.addAndGet(3 * SECOND);
        trip.at(Stage.WAITING); // too late to count

        TimeLane lane = times.lanes().get(0);

        assertThat(lane.calls()).isEqualTo(1);
        assertThat(seconds(lane.waiting())).isEqualTo(1, within(1e-9));
        assertThat(seconds(lane.atProvider())).isEqualTo(2, within(1e-9));
        assertThat(seconds(lane.keeping())).isEqualTo(0.5, within(1e-9));
    }

    @Test
    void aLongRunHasAsManySlotsAsAShortOneAndLosesNothing() {
        for (int i = 0; i < 10_000; i++) {
            CallTrip trip = times.begins(i % 2 == 0 ? "writer" : "judge", request("a"));
            trip.at(Stage.AT_PROVIDER);
            now.addAndGet(SECOND);
            trip.ended();
        }

        List<TimeLane> lanes = times.lanes();

        assertThat(lanes).extracting(TimeLane::asker).containsExactly("judge", "writer");
        assertThat(lanes).allSatisfy(lane -> {
            assertThat(lane.atProvider()).hasSizeBetween(100, 240);
            assertThat(seconds(lane.atProvider())).isEqualTo(5_000, within(1e-6));
            assertThat(lane.atProvider()).allSatisfy(mean -> assertThat(mean).isBetween(0.0, 1.0));
        });
    }

    @Test
    void lanesAreToldApartByModel() {
        times.begins("writer", request("a"));
        times.begins("writer", request("b"));
        now.addAndGet(SECOND);

        assertThat(times.lanes()).extracting(TimeLane::model).containsExactly("server:a", "server:b");
    }

    private double seconds(List<Double> slots) {
        return slots.stream().mapToDouble(Double::doubleValue).sum() * times.slotSeconds();
    }

    private static ChatRequest request(String model) {
        return new ChatRequest(
                new ModelRef("server", model), List.of(Message.user("hi")), Sampling.standard(), Optional.empty(), 0);
    }
}
