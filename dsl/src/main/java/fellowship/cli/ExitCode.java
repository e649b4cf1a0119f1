package fellowship.cli;

/** What the process ends with: the codes of {@code sysexits.h}, so that scripts around this tool can tell causes apart. */
final class ExitCode {

    /** Done; every row was emitted or filtered. */
    static final int DONE = 0;
    /** Done, but more rows were rejected than {@code --allow-rejected} takes. */
    static final int REJECTED = 1;
    /** The command line or the script is wrong. */
    static final int USAGE = 64;
    /** The input is wrong. */
    static final int DATA = 65;
    /** A provider cannot be reached; the run can be resumed. */
    static final int UNAVAILABLE = 69;
    /** A fault of this tool. */
    static final int BUG = 70;
    /** The output cannot be made. */
    static final int CANNOT_CREATE = 73;
    /** The disk failed; the run can be resumed. */
    static final int DISK = 74;
    /** The run folder belongs to another process. */
    static final int IN_USE = 75;
    /** A key is missing or was refused. */
    static final int CREDENTIALS = 77;
    /** The configuration is wrong, or a quota or budget is used up; the run can be resumed. */
    static final int CONFIGURATION = 78;
    /** The terminal was closed; the run can be resumed. */
    static final int HUNG_UP = 129;
    /** Ctrl-C; the run can be resumed. */
    static final int INTERRUPTED = 130;
    /** SIGTERM; the run can be resumed. */
    static final int TERMINATED = 143;

    private ExitCode() {}
}
