package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.config.Limits;
import fellowship.model.fault.Fault;
import fellowship.model.fault.FaultTable;
import fellowship.seam.Dice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

/** How often a call is sent that always fails, for every row of the fault table, and how it ends. */
final class FaultTriesTest {

    private final VirtualTime time = new VirtualTime();
    private int sent;

    static List<Fault> failing() {
        return FaultTable.standard().faults().stream()
                .filter(fault -> fault.reaction().isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void aCallIsSentAsOftenAsItsRowSays(Fault row) {
        Reaction reaction = row.reaction().orElseThrow();
        ModelException end = ends(new ModelException(row.reason(), reaction, "no"));
        switch (reaction) {
            case RETRY -> {
                int tries = FaultTable.standard().tries(row.reason()).orElse(4);
                assertThat(sent).isEqualTo(Math.min(4, tries));
                assertThat(end.reaction()).isEqualTo(Reaction.ROW);
            }
            case SLOW, WAIT -> {
                assertThat(sent).isBetween(5, 20);
                assertThat(end.reaction()).isEqualTo(Reaction.RUN);
            }
            case ROW, RUN, FIX -> {
                assertThat(sent).isOne();
                assertThat(end.reaction()).isEqualTo(reaction);
            }
        }
        assertThat(end.reason()).isEqualTo(row.reason());
    }

    @Test
    void aPauseOfSomeMinutesIsWaitedForAndALongerOneEndsTheRunAtOnce() {
        ends(new ModelException("rate-limited", Reaction.WAIT, Optional.of(Duration.ofMinutes(4)), "429", ""));
        assertThat(sent).isEqualTo(3);
        sent = 0;
        double before = time.seconds();
        ModelException far =
                ends(new ModelException("rate-limited", Reaction.WAIT, Optional.of(Duration.ofHours(3)), "429", ""));
        assertThat(sent).isOne();
        assertThat(far.reaction()).isEqualTo(Reaction.RUN);
        assertThat(far).hasMessageContaining("run again to go on from here");
        assertThat(time.seconds()).isGreaterThan(before);
    }

    private ModelException ends(ModelException fault) {
        ChatModel failing = request -> Mono.defer(() -> {
            sent++;
            return Mono.error(fault);
        });
        ChatModel retrying = new RetryingModel(
                failing,
                RetryPolicy.STANDARD,
                new RetryBudget(time.time),
                new Breaker("fake:model", new Quota(Limits.none(), false, time.time), time.time),
                time.time,
                Dice.of(3),
                CallObserver.NONE);
        Calls calls = Calls.make(1, 100, retrying, time);
        time.advance(Duration.ofHours(2));
        assertThat(calls.failed).hasSize(1);
        return (ModelException) calls.failed.get(0);
    }
}
