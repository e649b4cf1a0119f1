package fellowship.cli;

import java.util.function.IntConsumer;

/**
 * Ends the process when memory or stack runs out on any thread: what was to happen there will never happen, so that a run
 * that waits for it would wait for ever. What is on disk is what the next run goes on from.
 */
final class LastWords implements Thread.UncaughtExceptionHandler {

    private final Terminal terminal;
    private final IntConsumer end;

    /** @param end ends the process at once, without anything that needs memory */
    LastWords(Terminal terminal, IntConsumer end) {
        this.terminal = terminal;
        this.end = end;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        if (fault instanceof VirtualMachineError) {
            try {
                terminal.err()
                        .println("out of memory (" + fault + "); give Java more with FELLOWSHIP_JAVA_OPTS=-Xmx4g and"
                                + " run the same command again: it goes on where it stopped");
                terminal.err().flush();
            } finally {
                end.accept(ExitCode.BUG);
            }
        } else {
            terminal.err().println("a fault of this tool on " + thread.getName() + ": " + fault);
        }
    }
}
