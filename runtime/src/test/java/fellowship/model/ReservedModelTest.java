package fellowship.model;

import static org.assertj.core.api.Assertions.assertThat;

import fellowship.chat.ChatModel;
import fellowship.chat.Completion;
import fellowship.chat.ModelException;
import fellowship.chat.Reaction;
import fellowship.chat.Usage;
import fellowship.config.Price;
import fellowship.store.Journal;
import fellowship.store.RequestKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a run may have spent is known after it was killed. */
class ReservedModelTest {

    private static final Price PRICE = new Price(1, 10);
    private static final RequestKey KEY = RequestKey.of(Calls.request(0));

    @TempDir
    Path folder;

    @Test
    void aCallThatWasUnderWayWhenTheProcessEndedCountsAsSpent() throws Exception {
        Path killed = folder.resolve("killed");
        Files.createDirectories(killed);
        try (Journal journal = Journal.open(folder, Runnable::run)) {
            journal.sent(KEY);
            model(journal, request -> Mono.never()).complete(Calls.request(0)).subscribe();
            // What is on the disk now is what a kill leaves.
            for (String file : new String[] {"journal.db", "journal.db-wal"}) {
                Files.copy(folder.resolve(file), killed.resolve(file));
            }
        }
        try (Journal journal = Journal.open(killed, Runnable::run)) {
            assertThat(journal.spentMicros()).isZero();
            assertThat(journal.unanswered()).isEqualTo(1);
            assertThat(journal.chargeUnanswered().block()).isEqualTo(worst());
            assertThat(journal.spentMicros()).isEqualTo(worst());
            assertThat(journal.unanswered()).isZero();
        }
        try (Journal journal = Journal.open(killed, Runnable::run)) {
            assertThat(journal.chargeUnanswered().block()).isZero();
            assertThat(journal.spentMicros()).isEqualTo(worst());
            Budget budget = new Budget(OptionalLong.of(worst()), OptionalLong.empty(), journal.spentMicros(), 0);
            assertThat(budget.spentMicros()).isEqualTo(worst());
        }
    }

    @Test
    void theReservationIsOnTheDiskBeforeTheCallLeaves() {
        try (Journal journal = Journal.open(folder, Runnable::run)) {
            long[] atSending = {-1};
            ChatModel provider = request -> Mono.fromSupplier(() -> {
                try (Journal other = Journal.open(folder, Runnable::run)) {
                    atSending[0] = other.chargeUnanswered().block();
                }
                return Completion.of("ok", Usage.of(1, 1), "fake");
            });
            model(journal, provider).complete(Calls.request(0)).block();
            assertThat(atSending[0]).isEqualTo(worst());
        }
    }

    @Test
    void anAnsweredCallCostsItsBillARefusedOneNothingAndACutOneAllOfIt() {
        try (Journal journal = Journal.open(folder, Runnable::run)) {
            Completion ok = Completion.of("ok", Usage.of(3, 2), "fake");
            model(journal, request -> Mono.just(ok))
                    .complete(Calls.request(0))
                    .flatMap(answer -> journal.append(KEY, answer, 23))
                    .block();
            assertThat(journal.chargeUnanswered().block()).isZero();
            assertThat(journal.spentMicros()).isEqualTo(23);
            fail(journal, new ModelException("server-error", Reaction.RETRY, "500"));
            assertThat(journal.chargeUnanswered().block()).isZero();
            assertThat(journal.spentMicros()).isEqualTo(23);
            fail(journal, new ModelException("cut", Reaction.RETRY, "half an answer"));
            assertThat(journal.chargeUnanswered().block()).isZero();
        }
        try (Journal journal = Journal.open(folder, Runnable::run)) {
            assertThat(journal.spentMicros()).isEqualTo(23 + worst());
        }
    }

    private static void fail(Journal journal, ModelException fault) {
        model(journal, request -> Mono.error(fault))
                .complete(Calls.request(0))
                .onErrorComplete()
                .block();
    }

    private static ChatModel model(Journal journal, ChatModel provider) {
        return new ReservedModel(provider, journal, PRICE, true, Schedulers.immediate());
    }

    private static long worst() {
        return new Bill(PRICE).worst(Calls.request(0));
    }
}
