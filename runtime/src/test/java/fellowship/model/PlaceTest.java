package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.Completion;
import fellowship.config.Limits;
import fellowship.store.Calls;
import fellowship.store.Journal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A call is in flight until its answer is on the disk: no kill loses more answers than may be in flight. */
class PlaceTest {

    @TempDir
    private Path folder;

    private final VirtualTime time = new VirtualTime();
    private final Quota quota =
            new Quota(new Limits(OptionalInt.empty(), OptionalLong.empty(), OptionalInt.of(1)), false, time.time);
    private final Deque<Runnable> commits = new ArrayDeque<>();
    private final List<Integer> sent = new ArrayList<>();
    private final List<Completion> told = new ArrayList<>();

    @Test
    void theNextCallLeavesWhenTheAnswerBeforeItIsKept() {
        try (Journal journal = Journal.open(folder, commits::add)) {
            ask(journal, 1);
            ask(journal, 2);

            assertThat(sent).containsExactly(1);
            assertThat(told).isEmpty();
            assertThat(quota.inFlight()).isEqualTo(1);

            commit();
            assertThat(sent).containsExactly(1, 2);
            commit();
            assertThat(told).hasSize(2);
            assertThat(quota.inFlight()).isZero();
        }
    }

    @Test
    void whoeverGivesUpWhileHisAnswerIsWrittenHoldsNoPlace() {
        try (Journal journal = Journal.open(folder, commits::add)) {
            Disposable first = ask(journal, 1);
            ask(journal, 2);

            first.dispose();

            assertThat(sent).containsExactly(1, 2);
            commit();
            commit();
            assertThat(quota.inFlight()).isZero();
        }
    }

    private Disposable ask(Journal journal, int call) {
        ChatModel provider = request -> Mono.fromSupplier(() -> {
            sent.add(call);
            return Calls.completion(call);
        });
        ChatModel limited = new LimitedModel(provider, quota, new Breaker("m", quota, time.time));
        return new JournaledModel(limited, journal, (request, said) -> 7, Schedulers.immediate(), CallObserver.NONE)
                .complete(Calls.request(call))
                .subscribe(told::add);
    }

    private void commit() {
        for (Runnable next = commits.poll(); next != null; next = commits.poll()) {
            next.run();
        }
    }
}
