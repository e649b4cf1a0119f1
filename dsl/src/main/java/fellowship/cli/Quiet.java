package fellowship.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal that shows nothing of what goes on. */
final class Quiet {

    private Quiet() {}

    static Terminal of(Terminal terminal) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(
                nowhere, nowhere, terminal.in(), false, terminal.environment(), terminal.home(), terminal.folder());
    }
}
