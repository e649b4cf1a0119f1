package fellowship.export.verify;

import java.util.function.Consumer;

/** Takes what is found in one file, line by line. */
final class Report {

    private final Consumer<Finding> to;
    private long line;
    private long errors;
    private long warnings;

    Report(Consumer<Finding> to) {
        this.to = to;
    }

    void at(long number) {
        line = number;
    }

    void error(String rule, String says, String remedy) {
        errors++;
        to.accept(new Finding(line, true, rule, says, remedy));
    }

    void warn(String rule, String says, String remedy) {
        warnings++;
        to.accept(new Finding(line, false, rule, says, remedy));
    }

    /** One or the other. */
    void found(boolean error, String rule, String says, String remedy) {
        if (error) {
            error(rule, says, remedy);
        } else {
            warn(rule, says, remedy);
        }
    }

    long line() {
        return line;
    }

    long errors() {
        return errors;
    }

    long warnings() {
        return warnings;
    }
}
