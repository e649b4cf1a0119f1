package fellowship.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param folder the run folder
 * @param ending how it ended
 * @param ledger what became of the rows
 * @param outputs the data sets, then the agreements, each in the order of the script; empty unless {@link Ending#DONE} or {@link Ending#UNCHANGED}
 * @param calls paid calls of this process
 * @param reused answers that were in the journal or the cache
 * @param inputTokens of the paid calls
 * @param outputTokens of the paid calls
 * @param micros what the paid calls cost, in millionths of a US dollar
 * @param fault why it could not end, for people; present unless it is done
 */
public record RunReport(
        Path folder,
        Ending ending,
        Ledger ledger,
        List<Output> outputs,
        long calls,
        long reused,
        long inputTokens,
        long outputTokens,
        long micros,
        Optional<Fault> fault) {

    /** The type of an agreement among the outputs. */
    public static final String AGREEMENT = "agreement";

    /** The ways a run ends. All but the first two can be continued with the same command. */
    public enum Ending {
        /** The data sets are written. */
        DONE,
        /** Nothing was to do: the folder holds the result of this very plan and input. */
        UNCHANGED,
        /** Stopped on request. */
        INTERRUPTED,
        /** Something came up that would befall every row: no budget, no credentials, no provider, no disk. */
        STOPPED
    }

    /**
     * One data set, or one agreement.
     *
     * @param name its name in the script
     * @param type its kind, as the script's word; {@link #AGREEMENT} for an agreement
     * @param file the training file, or the annotations
     * @param rows its lines
     */
    public record Output(String name, String type, Path file, long rows) {}

    /**
     * Why a run stopped.
     *
     * @param reason a short code, for example {@code budget}, {@code credentials}, {@code disk}
     * @param message what happened and what to do
     */
    public record Fault(String reason, String message) {}

    public RunReport {
        outputs = List.copyOf(outputs);
    }
}
