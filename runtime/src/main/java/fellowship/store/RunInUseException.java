package fellowship.store;

import java.nio.file.Path;
import java.util.OptionalLong;

/** The run folder belongs to another run at this moment. Names the process that holds it, where that is known. */
public final class RunInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final transient OptionalLong pid;

    RunInUseException(Path folder, OptionalLong pid) {
        super("the run folder " + folder + " is in use by "
                + (pid.isPresent() ? "process " + pid.getAsLong() : "another process")
                + ": wait until it ends or stop it, or choose another folder");
        this.folder = folder;
        this.pid = pid;
    }

    public Path folder() {
        return folder;
    }

    /** The process that holds the folder. */
    public OptionalLong pid() {
        return pid;
    }
}
