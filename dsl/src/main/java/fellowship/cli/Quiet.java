package fellowship.cli;

import java.io.OutputStream;
import java.io.PrintStream;

/** A terminal that shows nothing of what goes on. */
final class Quiet {

    private Quiet() {}

    static Terminal of(Terminal terminal) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Terminal(
                nowhere, nowhere, terminal.in(), false, terminal.environment(), terminal.home(), terminal.folder());
    }
}
