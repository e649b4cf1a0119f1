package fellowship.simulator;

import fellowship.chat.ChatModel;
import fellowship.plan.Budget;
import fellowship.store.Journal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a planted bug may spoil. As it stands it spoils nothing. */
class Sabotage {

    static final Sabotage NONE = new Sabotage();

    /**
     * @param facts what is on the simulated disk
     * @param process its number in the play, from 1
     */
    Journal journal(Journal next, Facts facts, int process) {
        return next;
    }

    /** One try at a provider. */
    ChatModel model(ChatModel next) {
        return next;
    }

    Budget budget(Budget wanted) {
        return wanted;
    }

    OptionalInt perMinute(OptionalInt configured) {
        return configured;
    }

    int inFlight(int configured) {
        return configured;
    }

    OptionalLong rows(int all, int process) {
        return OptionalLong.empty();
    }

    Duration deadline(Duration configured) {
        return configured;
    }

    /** Spoils what was written. */
    void spoil(Path folder) {}
}
