package fellowship.run;

import fellowship.engine.Rejection;
import fellowship.engine.RowResult;
import java.util.Optional;

/**
 * Notices a script that fails on row after row: on each of the first twenty, or later on more than one in twenty. Such a
 * run is ended before it pays for all the others. Owned by the thread that writes the output.
 */
final class ScriptFaults {

    private static final int FIRST = 20;
    private static final double SHARE = 0.05;
    /** From here on a share says something. */
    private static final int ENOUGH = 200;

    private long rows;
    private long failed;

    /** What to tell when this row was one too many. */
    Optional<String> after(RowResult result) {
        rows++;
        Optional<Rejection> fault = result.rejections().stream()
                .filter(rejection -> rejection.reason().equals("script-error"))
                .findFirst();
        failed += fault.isPresent() ? 1 : 0;
        boolean all = rows == FIRST && failed == FIRST;
        boolean many = rows >= ENOUGH && failed > SHARE * rows;
        return all || many
                ? fault.map(rejection -> "the script fails on " + failed + " of the first " + rows + " rows, here at "
                        + rejection.message() + "; mend it and run again, what is paid for is kept")
                : Optional.empty();
    }
}
